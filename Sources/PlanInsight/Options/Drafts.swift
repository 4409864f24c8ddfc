import PlanModel

/// Solves alternatives and says what each of them moves.
struct Drafts: Sendable {
  let initiative: InitiativeID
  let model: SchedulingModel
  /// What everything is compared with.
  let reference: Solution
  let inquiry: Inquiry
  /// The initiative and its later slices.
  let subjects: [Int]

  init(initiative: InitiativeID, model: SchedulingModel, reference: Solution, inquiry: Inquiry) {
    self.initiative = initiative
    self.model = model
    self.reference = reference
    self.inquiry = inquiry
    subjects = [initiative.index] + model.plan.parts(of: initiative).map(\.index)
  }

  /// A row of a schedule.
  ///
  /// - Parameters:
  ///   - kind: What it stands for.
  ///   - schedule: Of a problem with the same works.
  ///   - problem: That problem.
  ///   - changes: What the plan pays for.
  ///   - breaks: Hard demands that the schedule breaks.
  /// - Returns: The row, counted from the plan that everything is compared with.
  func row(
    _ kind: Alternative.Kind, _ schedule: Schedule, of problem: Problem,
    paying changes: [WhatIf] = [],
    breaks: [HardDemand] = []
  ) -> Alternative {
    let delayCost = schedule.aimCost(in: problem)
    func own(_ schedule: Schedule, _ problem: Problem) -> Int64 {
      subjects.reduce(0) { $0.addingClamped(schedule.cost(of: $1, in: problem)) }
    }
    let before = reference.aimCost.addingClamped(-own(reference.schedule, model.problem))
    var price: Money? = .zero
    for change in changes {
      price = price.flatMap { sum in model.price(of: change).map { sum + $0 } }
    }
    return Alternative(
      kind: kind, price: price, delayCost: delayCost,
      restRise: delayCost.addingClamped(-own(schedule, problem)).addingClamped(-before),
      schedule: schedule,
      movements: Movement.all(from: reference.schedule, to: schedule, in: problem)
        .filter { !subjects.contains(Int($0.initiative)) }, breaks: breaks)
  }

  /// The cheapest plan found in which it is done, on some days if any are named; `nil` where none was found.
  func including(
    _ kind: Alternative.Kind, in problem: Problem, within days: ClosedRange<Int32>? = nil,
    paying changes: [WhatIf] = []
  ) -> Alternative? {
    let found = Inclusions(problem, base: reference, inquiry: inquiry)
      .inclusion(of: initiative.index, within: days)
    return found.schedule.map { row(kind, $0, of: problem, paying: changes) }
  }

  /// The cheapest plan found for a problem as it is; `nil` where none was found.
  func solved(_ kind: Alternative.Kind, _ problem: Problem) -> Alternative? {
    var seed = reference.schedule
    // It may be done in other ways there, so that numbers of options mean others.
    for subject in subjects {
      for work in problem.initiatives[subject].works { seed.placements[Int(work)]?.option = 0 }
    }
    return inquiry.best(problem, from: [seed]).map { row(kind, $0, of: problem) }
  }
}

extension Inquiry {
  /// The cheapest schedule that the searches for alternatives find; `nil` where none keeps the hard demands.
  ///
  /// - Complexity: One solve for each search.
  func best(_ problem: Problem, from seeds: [Schedule]) -> Schedule? {
    var best: Solution?
    for search in alternatives.searches(of: problem) {
      let found = search(seeds)
      guard found.isFeasible else { continue }
      if found.aimCost < best?.aimCost ?? .max { best = found }
      if found.isOptimal { break }
    }
    return best?.schedule
  }
}
