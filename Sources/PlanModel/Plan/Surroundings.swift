// What surrounds the work of a plan: other people's promises, debts, questions to decide.

/// Something that others deliver.
package struct External: Sendable {
  package enum Commitment: String, Sendable, CaseIterable {
    case unknown
    case asked
    case aware
    case agreed
    case committed
    case met
    case missed
  }

  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var owner: String?
  package var commitment: Commitment
  package var date: CivilDate
  /// The day it was promised for, where the plan says: other than `date` once it is met.
  package var promised: CivilDate? = nil
  /// Three points of how late it may be, in working days.
  package var slipDays: SlipDays
  package var fallback: Fallback?
  package var note: String?
  /// What has to be finished before it can be delivered.
  ///
  /// Works that wait for it wait for these as well, each with a dependency of its own.
  package var after: [Dependency] = []

  /// Best, likely and worst slip in working days.
  package struct SlipDays: Hashable, Sendable {
    package var low: Int32
    package var likely: Int32
    package var high: Int32

    package init(low: Int32, likely: Int32, high: Int32) {
      self.low = low
      self.likely = likely
      self.high = high
    }

    package static let none = SlipDays(low: 0, likely: 0, high: 0)

    /// PERT mean, rounded half up to a day.
    package var mean: Int32 {
      let total = Int64(low) + 4 * Int64(likely) + Int64(high)
      return Int32(clamping: Rational(total, 6)?.rounded ?? Int64(likely))
    }
  }

  package init(
    name: String, label: String, owner: String?, commitment: Commitment, date: CivilDate,
    slipDays: SlipDays, fallback: Fallback?, note: String?
  ) {
    self.name = name
    self.label = label
    self.owner = owner
    self.commitment = commitment
    self.date = date
    self.slipDays = slipDays
    self.fallback = fallback
    self.note = note
  }
}

/// What is done instead when an external fails.
package struct Fallback: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var adds: Estimate
  package var team: TeamID?
  /// The day from which it may be taken.
  package var from: CivilDate?

  package init(name: String, label: String, adds: Estimate, team: TeamID?, from: CivilDate?) {
    self.name = name
    self.label = label
    self.adds = adds
    self.team = team
    self.from = from
  }
}

/// Something that costs time until it is paid.
package struct Debt: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// Lost time in minutes of people a year; a year is 260 weekdays.
  package var taxMinutesPerYear: Rational
  /// By how much of itself the tax grows in each month from the plan's start, compounding.
  package var growthPerMonth: Rational
  /// The day it was taken up.
  package var since: CivilDate?
  /// The last day on which its tax is due; `nil` where it does not end by itself.
  package var expires: CivilDate?
  package var quadrant: String?
  package var owner: String?
  package var note: String?

  package init(
    name: String, label: String, taxMinutesPerYear: Rational, growthPerMonth: Rational = .zero,
    since: CivilDate? = nil, expires: CivilDate? = nil, quadrant: String?, owner: String?,
    note: String?
  ) {
    self.name = name
    self.label = label
    self.taxMinutesPerYear = taxMinutesPerYear
    self.growthPerMonth = growthPerMonth
    self.since = since
    self.expires = expires
    self.quadrant = quadrant
    self.owner = owner
    self.note = note
  }

  /// What is lost by it, at a price of people's time, from the plan's start until something pays it.
  package func accrual(_ id: DebtID, at rate: LabourRate) -> Accrual {
    Accrual(
      source: .debt(id), rate: rate.price(ofMinutesPerYear: taxMinutesPerYear),
      course: .tax(Accrual.Tax(growthPerMonth: growthPerMonth, last: expires)))
  }
}

/// A decision or a means that somebody outside has to give.
package struct Ask: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var whom: String?
  package var decideBy: CivilDate?
  package var price: Price?
  package var why: String?
  package var note: String?
  /// Works that cannot go on without it: what waiting for it costs is what they lose.
  package var unblocks: [InitiativeID] = []

  package init(
    name: String, label: String, whom: String?, decideBy: CivilDate?, price: Price?,
    why: String? = nil, note: String?
  ) {
    self.name = name
    self.label = label
    self.whom = whom
    self.decideBy = decideBy
    self.price = price
    self.why = why
    self.note = note
  }
}
