/// People who take work together, counted by heads.
package struct Team: Sendable {
  package var name: String
  package var label: String
  package var calendar: CalendarID
  /// Heads under contract at the plan's start, in tenths of a person.
  package var peopleTenths: Int32
  /// What on-call, meetings, support and toil leave over, 0...1.
  package var availability: Rational
  /// At most so many initiatives at once; `nil` is no limit.
  package var wip: Int32?
  package var skills: [SkillID]
  package var hires: [Hire]
  package var absences: [Absence]

  package init(
    name: String, label: String, calendar: CalendarID, peopleTenths: Int32,
    availability: Rational, wip: Int32?, skills: [SkillID] = [], hires: [Hire] = [],
    absences: [Absence] = []
  ) {
    self.name = name
    self.label = label
    self.calendar = calendar
    self.peopleTenths = peopleTenths
    self.availability = availability
    self.wip = wip
    self.skills = skills
    self.hires = hires
    self.absences = absences
  }
}

/// A pool of heads inside a team.
///
/// The pools of a team are disjoint.
package struct Skill: Sendable {
  package var name: String
  package var label: String
  package var team: TeamID
  package var peopleTenths: Int32

  package init(name: String, label: String, team: TeamID, peopleTenths: Int32) {
    self.name = name
    self.label = label
    self.team = team
    self.peopleTenths = peopleTenths
  }
}

/// People who join a team for good.
package struct Hire: Sendable {
  package var name: String
  package var label: String
  package var peopleTenths: Int32
  package var on: CivilDate
  /// How long until they count whole; they count by the fraction reached.
  package var ramp: Elapsed
  /// The share of one head, per head hired, that the team gives up while they ramp, 0...1.
  package var mentoring: Rational
  /// The pool they join, if any.
  package var skill: SkillID?
  /// What one of them costs, where the plan says so.
  package var salary: MoneyRate?

  package init(
    name: String, label: String, peopleTenths: Int32, on: CivilDate, ramp: Elapsed,
    mentoring: Rational, skill: SkillID?, salary: MoneyRate?
  ) {
    self.name = name
    self.label = label
    self.peopleTenths = peopleTenths
    self.on = on
    self.ramp = ramp
    self.mentoring = mentoring
    self.skill = skill
    self.salary = salary
  }
}

/// People who are absent for a while: it alters what heads yield, not how many there are.
package struct Absence: Sendable {
  package var name: String
  package var label: String
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
