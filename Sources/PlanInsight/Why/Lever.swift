package import PlanModel

/// One change, solved: what it does to the cost of delay, what it costs itself, and what it moves.
package struct Lever: Sendable {
  package var change: WhatIf
  /// Minor units by which the total cost of delay rises; negative where it falls.
  package var rise: Int64
  /// What the change costs besides, `nil` where the plan knows no price of it.
  package var price: Money?
  package var schedule: Schedule
  /// What stands otherwise, in the plan's order.
  package var movements: [Movement]

  /// What it takes in all; what has no price counts as nothing.
  package var total: Int64 { rise.addingClamped(price?.minorUnits ?? 0) }
}

extension Lever {
  /// The best plan found with a change in which an initiative starts on one of some days; `nil` where none was found.
  ///
  /// `near` is one without the change, which most changes only make easier.
  init?(
    _ change: WhatIf, on initiative: InitiativeID, within days: ClosedRange<Int32>?,
    near: Schedule?, model: SchedulingModel, base: Solution, inquiry: Inquiry
  ) {
    let other = inquiry.problem(of: model.plan, with: [change])
    let found = Inclusions(other, base: base, inquiry: inquiry)
      .inclusion(of: initiative.index, within: days, near: near)
    guard let schedule = found.schedule else { return nil }
    self.init(change, schedule, of: other, model: model, base: base)
  }

  init(
    _ change: WhatIf, _ schedule: Schedule, of other: Problem, model: SchedulingModel,
    base: Solution
  ) {
    self.change = change
    self.schedule = schedule
    rise = schedule.aimCost(in: other).addingClamped(-base.aimCost)
    price = model.price(of: change)
    movements = Movement.all(from: base.schedule, to: schedule, in: other)
  }
}
