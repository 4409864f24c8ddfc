/// What was agreed of a plan's schedule: its lock file, by the plan's ids.
package struct AgreedSchedule: Sendable {
  /// One an initiative of the plan; `nil` for what came later.
  package var initiatives: [AgreedEntry?]
  /// One a work of the plan; `nil` for what came later, and for the one work of an initiative, which goes with that.
  package var works: [AgreedEntry?]
  /// What was agreed and is not in the plan any more, by the names it had.
  package var gone: [String]

  package init(initiatives: [AgreedEntry?], works: [AgreedEntry?], gone: [String]) {
    self.initiatives = initiatives
    self.works = works
    self.gone = gone
  }

  /// An agreed start has not moved while it is at most so many calendar days away from what was agreed.
  package static let toleranceDays = 5
}

extension Plan {
  /// The day by which it was agreed that an initiative is done; `nil` where nothing was, or that it is left undone.
  package func agreedFinish(of initiative: InitiativeID) -> CivilDate? {
    agreed?.initiatives[initiative.index]?.days?.upperBound
  }
}

/// What was agreed of one initiative or work.
package struct AgreedEntry: Hashable, Sendable {
  /// As the plan called it then: `residency.billing`.
  package var name: String
  /// First and last day; `nil` for what was to be left undone.
  package var days: ClosedRange<CivilDate>?
  /// Tenths of a person; `nil` for an initiative of several works.
  package var staffTenths: Int32?
  /// Who agreed to it, on which day and why, where somebody said so.
  package var by: String?
  package var on: CivilDate?
  package var because: String?

  package init(
    name: String, days: ClosedRange<CivilDate>?, staffTenths: Int32? = nil, by: String? = nil,
    on: CivilDate? = nil, because: String? = nil
  ) {
    self.name = name
    self.days = days
    self.staffTenths = staffTenths
    self.by = by
    self.on = on
    self.because = because
  }

  /// Whether another entry agrees to the same, whoever said so.
  package func agreesTo(_ other: AgreedEntry) -> Bool {
    name == other.name && days == other.days && staffTenths == other.staffTenths
  }
}
