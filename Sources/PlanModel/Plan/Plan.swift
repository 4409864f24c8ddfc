/// A plan after its names, types and units have been resolved: inert values, indexed by the ids of `Identifiers.swift`.
///
/// Every default has been filled in; what was filled in that a reader may want to know stands in `assumptions`.
package struct Plan: Sendable {
  package var label: String
  package var readers = Readers.everybody
  /// Everything in it that is confidential, in the order of the files.
  package var confidential: [ConfidentialName] = []
  /// The scenario that this is; `nil` for the plan itself.
  package var scenario: PlanScenario?
  /// What was set from outside the files, as it was written: `platform.people=8`.
  package var overrides: [String] = []
  /// Day 0.
  package var start: CivilDate
  /// The last day of the plan, inclusive.
  package var end: CivilDate
  /// Today, from which unstarted work may start.
  package var asOf: CivilDate
  /// When deferred work is looked at again, and how long a deferral is unless said.
  package var cycle: Elapsed
  /// How long work that started before the end may go on beyond it.
  package var tail: Elapsed
  /// First month of the fiscal year, 1...12.
  package var fiscalMonth: Int
  package var currency: Currency
  /// Whether the plan says what anything is worth.
  ///
  /// Where it does not, no money is printed.
  package var printsMoney: Bool
  /// Loaded cost of people's time; stands in wherever hours become money.
  package var rate: LabourRate
  /// Whether nobody said what people's time costs, so that the rate is the language's.
  package var isRateAssumed = false
  /// Reserve for the unforeseen: the share of available time that is planned, 0...1.
  package var load: Rational
  /// Which point of an estimate sequencing uses.
  package var basis: EstimateBasis
  package var seed: Int64

  package var calendars: [WorkCalendar]
  package var calendar: CalendarID
  /// In the order of their spans; never empty.
  package var horizons: [Horizon]
  package var teams: [Team]
  package var classes: [ReferenceClass] = []
  package var skills: [Skill]
  package var loans: [Loan]
  package var goals: [Goal]
  package var initiatives: [Initiative]
  package var works: [Work]
  package var milestones: [Milestone]
  package var externals: [External]
  package var debts: [Debt]
  package var benefits: [Benefit]
  package var asks: [Ask]
  package var decisions: [Decision]
  package var choices: [Choice]
  package var budgets: [Budget]
  package var headcounts: [Headcount] = []
  package var people: [Person]
  package var reports: [ReportView]
  package var guardrails: [Guardrail]
  package var freezes: [ChangeFreeze]
  package var exclusives: [Exclusive] = []
  /// What was agreed of its schedule; `nil` where nothing was.
  package var agreed: AgreedSchedule? = nil
  /// What moving an agreed start out of Now costs, as a share of the price of its remaining effort, 0...1.
  package var churn = Rational(1, 10) ?? .zero
  /// Of the blocks that say one, in the order of the files.
  package var identities: [Identity]

  /// What was assumed where the plan is silent, in the order in which it was found.
  package var assumptions: [Assumption]
  /// What the plan says and the solver does not honour yet.
  ///
  /// Named in every output.
  package var unenforced: [Unenforced]

  /// A plan of nothing, with the language's defaults: quarters, dollars, 80 % load, one calendar without holidays, one
  /// horizon from start to end.
  package init(label: String, start: CivilDate, end: CivilDate) {
    self.label = label
    self.start = start
    self.end = end
    asOf = start
    cycle = .months(3)
    tail = .months(3)
    fiscalMonth = 1
    currency = .dollar
    printsMoney = true
    // $4,000 a person-week.
    rate = LabourRate(
      minorUnitsPerMinute: Rational(400_000, Effort.minutesPerPersonWeek) ?? .one)
    load = .percent(80)
    basis = .mean
    seed = 1
    calendars = [WorkCalendar(name: "weekdays", holidays: [])]
    calendar = CalendarID(0)
    horizons = [Horizon(name: "now", label: "Now", first: start, last: end, band: nil)]
    teams = []
    skills = []
    loans = []
    goals = []
    initiatives = []
    works = []
    milestones = []
    externals = []
    debts = []
    benefits = []
    asks = []
    decisions = []
    choices = []
    budgets = []
    people = []
    reports = []
    guardrails = []
    freezes = []
    identities = []
    assumptions = []
    unenforced = []
  }
}

package enum EstimateBasis: String, Sendable, CaseIterable {
  case mean
  case p50
  case p80
}

/// Something the plan left unsaid and what was taken instead.
package struct Assumption: Hashable, Sendable {
  /// Whose property was missing: an entity's name, or `plan`.
  package var subject: String
  /// A sentence: "no availability said: 100 % is taken".
  package var text: String
  /// Whether it stands in for a value in money, which decides whether the report is "illustrative".
  package var isValue: Bool

  package init(subject: String, text: String, isValue: Bool = false) {
    self.subject = subject
    self.text = text
    self.isValue = isValue
  }
}

/// Something written in the plan that does not bend the schedule yet.
package struct Unenforced: Hashable, Sendable {
  /// What it is: "guardrail".
  package var kind: String
  package var name: String
  package var label: String
  /// What follows for the reader: "it is scheduled like any other".
  package var consequence: String

  package init(kind: String, name: String, label: String, consequence: String) {
    self.kind = kind
    self.name = name
    self.label = label
    self.consequence = consequence
  }
}
