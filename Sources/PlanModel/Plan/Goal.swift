/// Something the business wants, which initiatives serve.
package struct Goal: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var by: CivilDate?
  /// Accrues until the last initiative that serves it and is not optional is done.
  package var urgency: Urgency
  package var metrics: [Metric]
  package var owner: String?
  package var note: String?
  /// The day it was given up, if it was: from then on waiting for it costs nothing.
  package var dropped: CivilDate? = nil
  /// What somebody says of how it stands, other than the figures do.
  package var health: Health? = nil

  /// Whether it has been given up by a day.
  package func isDropped(by day: CivilDate) -> Bool { dropped.map { $0 <= day } ?? false }

  package init(
    name: String, label: String, by: CivilDate?, urgency: Urgency, metrics: [Metric],
    owner: String?, note: String?
  ) {
    self.name = name
    self.label = label
    self.by = by
    self.urgency = urgency
    self.metrics = metrics
    self.owner = owner
    self.note = note
  }
}

/// What lateness costs an initiative or a goal.
///
/// Parts are summed.
package struct Urgency: Sendable {
  /// Accrues per calendar day until done.
  package var costOfDelay: MoneyRate?
  /// The only days on which `costOfDelay` accrues; `nil` is always.
  package var window: ClosedRange<CivilDate>?
  /// Calendar days in which the rate halves, counted from the window's or the plan's start.
  package var halfLifeDays: Int32?
  package var deadlines: [Deadline]
  /// Loss that is expected until it is done and avoided from then on: risks that it lowers.
  ///
  /// Accrues whatever the window.
  package var avoidedLoss: MoneyRate? = nil
  /// Taxes of debts that it pays and benefits that it brings; no window bounds them.
  package var accruals: [Accrual] = []
  /// Whether the plan is silent and `costOfDelay` was assumed.
  package var isAssumed: Bool

  package init(
    costOfDelay: MoneyRate? = nil, window: ClosedRange<CivilDate>? = nil,
    halfLifeDays: Int32? = nil, deadlines: [Deadline] = [], isAssumed: Bool = false
  ) {
    self.costOfDelay = costOfDelay
    self.window = window
    self.halfLifeDays = halfLifeDays
    self.deadlines = deadlines
    self.isAssumed = isAssumed
  }

  package static let none = Urgency()

  package var isEmpty: Bool {
    costOfDelay == nil && deadlines.isEmpty && avoidedLoss == nil && accruals.isEmpty
  }
}

/// A date by which something has to be done; met on its day.
package struct Deadline: Sendable {
  package var date: CivilDate
  package var readers = Readers.everybody
  /// What missing it costs, once.
  ///
  /// Zero for a hard one.
  package var costs: Money
  /// Missing it is no option at all.
  package var isHard: Bool
  /// Whether the price was assumed from the effort because the plan names none.
  package var isAssumed: Bool

  package init(
    date: CivilDate, costs: Money, isHard: Bool, isAssumed: Bool = false,
    readers: Readers = .everybody
  ) {
    self.date = date
    self.readers = readers
    self.costs = costs
    self.isHard = isHard
    self.isAssumed = isAssumed
  }
}
