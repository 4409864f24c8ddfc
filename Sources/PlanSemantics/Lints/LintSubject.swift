internal import PlanModel
internal import PlanSyntax

/// A plan without errors as lints look at it: with what several of them ask.
struct LintSubject: Sendable {
  let plan: Plan
  let places: PlaceTable
  /// What is still to be done, in the order of the plan; later slices go with the first.
  let open: [InitiativeID]

  init(_ plan: Plan, _ places: PlaceTable) {
    self.plan = plan
    self.places = places
    open = plan.initiatives.indices.map { InitiativeID($0) }.filter {
      plan.initiatives[$0.index].isOpen && plan.initiatives[$0.index].partOf == nil
    }
  }

  subscript(_ id: InitiativeID) -> Initiative { plan.initiatives[id.index] }

  /// The dependencies of all works of an initiative.
  func waits(of id: InitiativeID) -> [Dependency] {
    self[id].works.flatMap { plan.works[$0].after }
  }

  /// The initiative that a dependency waits for; `nil` for an external.
  func initiative(of target: Dependency.Target) -> InitiativeID? {
    switch target {
    case .initiative(let id): id
    case .work(let id): plan.works[id.index].initiative
    case .milestone(let id): plan.milestones[id.index].initiative
    case .external: nil
    }
  }

  /// Whether some initiative, open or done, pays the debt.
  func isPaid(_ debt: DebtID) -> Bool {
    plan.initiatives.contains {
      $0.pays.contains(debt) && $0.priority != .wont && $0.status != .cancelled
    }
  }

  /// The first initiative that would pay the debt, be it declined or given up; `nil` where the plan has none.
  func payer(of debt: DebtID) -> InitiativeID? {
    plan.initiatives.firstIndex { $0.pays.contains(debt) }.map { InitiativeID($0) }
  }

  /// Those that the plan itself puts into its first horizon: pinned there, or running.
  var pinnedToNow: [InitiativeID] {
    open.filter { self[$0].pin?.index == 0 || self[$0].status == .active }
  }

  /// Those that the schedule starts in a horizon, and that the plan itself has not put there.
  func scheduled(in horizon: Int, by schedule: LintSchedule) -> [InitiativeID] {
    open.filter { id in
      let isSaid = self[id].pin?.index == horizon || (horizon == 0 && self[id].status == .active)
      return schedule.horizons[id.index]?.index == horizon && !isSaid
    }
  }
}
