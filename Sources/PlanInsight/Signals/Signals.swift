package import PlanModel

/// What says that work may have to be stopped, until when others have to deliver, and what is at stake at gates (PRACTICE:
/// "Cancel when the case is gone").
///
/// What was spent is in no figure of worth: it is spent whatever is decided.
package struct Signals: Sendable {
  /// Work that has begun, in the plan's order.
  package var active: [ActiveWork]
  /// What others owe and the schedule waits for, the first needed first.
  package var needs: [Need]
  /// Gates that lie ahead or were not decided, the next first.
  package var gates: [GateStake]

  /// So many are asked what stopping them would mean, each a solve: more than anybody decides on at once.
  private static let stoppedMax = 60

  /// - Parameters:
  ///   - model: The plan.
  ///   - base: Its schedule.
  ///   - inquiry: Solves what stopping would mean; `nil` leaves that open.
  /// - Complexity: A solve for each search and initiative that has begun or has a gate, else O(works × dependencies).
  package init(of model: SchedulingModel, base: Solution, inquiry: Inquiry?) {
    let plan = model.plan
    let begun = plan.initiatives.indices.filter {
      model.isUnderWay(InitiativeID($0), in: base.schedule)
    }
    let gated = plan.initiatives.indices.filter { index in
      !begun.contains(index) && base.schedule.isDone(index, in: model.problem)
        && plan.initiatives[index].gates.contains { $0.met == nil }
    }
    let control = inquiry?.reference(model.problem, from: base.schedule) ?? base
    let asked = begun + gated
    let worths = inquiry?.workers.answers(asked.count) {
      RemainingWorth(
        of: InitiativeID(asked[$0]), in: model, control: control,
        inquiry: $0 < Self.stoppedMax ? inquiry : nil)
    }
    func worth(_ index: Int) -> RemainingWorth {
      asked.firstIndex(of: index).flatMap { worths?[$0] }
        ?? RemainingWorth(of: InitiativeID(index), in: model, control: control, inquiry: nil)
    }
    active = begun.map { ActiveWork(InitiativeID($0), worth($0), model) }
    needs = plan.externals.indices.compactMap { Need(ExternalID($0), base.schedule, model) }
      .sorted { ($0.by, $0.external) < ($1.by, $1.external) }
    gates = asked.flatMap { index in
      let worth = worth(index)
      return plan.initiatives[index].gates.indices.filter {
        plan.initiatives[index].gates[$0].met == nil
      }.map { GateStake(InitiativeID(index), gate: $0, worth, base.schedule, model) }
    }.sorted { ($0.on, $0.initiative, $0.gate) < ($1.on, $1.initiative, $1.gate) }
  }
}

extension SchedulingModel {
  /// Whether an initiative of a schedule has begun and is not over.
  package func isUnderWay(_ initiative: InitiativeID, in schedule: Schedule) -> Bool {
    let planned = plan.initiatives[initiative.index]
    guard !problem.initiatives[initiative.index].works.isEmpty,
      schedule.isDone(initiative.index, in: problem)
    else { return false }
    return planned.status == .active || !problem.isOpen(initiative.index)
      || planned.works.contains { plan.works[$0].progress != .open }
  }
}
