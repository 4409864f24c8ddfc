// How the heads of a team change: who joins, leaves, is away, learns, or helps elsewhere.

/// People who join a team, for good or as contractors for a while.
package struct Hire: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var peopleTenths: Int32
  package var on: CivilDate
  /// Their last day; `nil` for those who stay.
  package var last: CivilDate?
  /// How long until they count whole; they count by the fraction reached.
  package var ramp: Elapsed
  /// The share of one head, per head hired, that the team gives up while they ramp, 0...1.
  package var mentoring: Rational
  /// The pool they join, if any.
  package var skill: SkillID?
  /// What one of them costs, where the plan says so.
  package var salary: MoneyRate?
  /// What they cost besides, paid once on the first day, for all of them together.
  package var fee: Money?

  package init(
    name: String, label: String, peopleTenths: Int32, on: CivilDate, last: CivilDate? = nil,
    ramp: Elapsed, mentoring: Rational, skill: SkillID?, salary: MoneyRate?, fee: Money? = nil
  ) {
    self.name = name
    self.label = label
    self.peopleTenths = peopleTenths
    self.on = on
    self.last = last
    self.ramp = ramp
    self.mentoring = mentoring
    self.skill = skill
    self.salary = salary
    self.fee = fee
  }
}

/// People who are absent for a while: it alters what heads yield, not how many there are.
package struct Absence: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var peopleTenths: Int32
  package var first: CivilDate
  package var last: CivilDate
  package var skill: SkillID?
  package var why: String?

  package init(
    name: String, label: String, peopleTenths: Int32, first: CivilDate, last: CivilDate,
    skill: SkillID?, why: String?
  ) {
    self.name = name
    self.label = label
    self.peopleTenths = peopleTenths
    self.first = first
    self.last = last
    self.skill = skill
    self.why = why
  }
}

/// People of a team who acquire a skill: its pool grows on the day they have it.
///
/// They were there before and are nobody's loss: the team has as many heads as it had, and those who learn came from no pool.
package struct Learning: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var peopleTenths: Int32
  package var on: CivilDate
  /// From this day on they count to the pool: half-way between the earliest and the latest day by which they may be done.
  package var counts: CivilDate
  package var earliest: CivilDate
  package var latest: CivilDate
  /// The share of one head, per head that learns, that the team gives up meanwhile, 0...1.
  package var mentoring: Rational

  package init(
    name: String, label: String, peopleTenths: Int32, on: CivilDate, earliest: CivilDate,
    latest: CivilDate, mentoring: Rational
  ) {
    self.name = name
    self.label = label
    self.peopleTenths = peopleTenths
    self.on = on
    self.earliest = earliest
    self.latest = latest
    self.mentoring = mentoring
    // Half a day more is a day more: they have not learnt it before it is half past.
    counts = earliest.adding(days: (earliest.days(until: latest) + 1) / 2)
  }
}

/// People whom one team gives to another for a while.
package struct Loan: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var peopleTenths: Int32
  package var giver: TeamID
  package var taker: TeamID
  /// The pool of the giver that they leave; heads of no pool otherwise.
  package var skill: SkillID?
  package var on: CivilDate
  /// Their last day with the taker; `nil` when they stay.
  package var last: CivilDate?
  /// How long until they count whole with the taker; the giver is without them from the first day.
  package var ramp: Elapsed

  package init(
    name: String, label: String, peopleTenths: Int32, giver: TeamID, taker: TeamID,
    skill: SkillID?, on: CivilDate, last: CivilDate?, ramp: Elapsed
  ) {
    self.name = name
    self.label = label
    self.peopleTenths = peopleTenths
    self.giver = giver
    self.taker = taker
    self.skill = skill
    self.on = on
    self.last = last
    self.ramp = ramp
  }
}
