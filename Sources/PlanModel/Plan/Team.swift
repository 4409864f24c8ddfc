/// People who take work together, counted by heads.
package struct Team: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var calendar: CalendarID
  /// Heads under contract at the plan's start, in tenths of a person.
  package var peopleTenths: Int32
  /// What on-call, meetings, support and toil leave over, 0...1; of several measurements the mean.
  package var availability: Rational
  /// Each measurement as the plan has it; empty where availability was not measured.
  package var measuredAvailability: [Rational] = []
  /// What its work takes of what it is estimated to take.
  package var pace = Pace.ofTeam
  /// At most so many initiatives at once; `nil` is no limit.
  package var wip: Int32?
  package var skills: [SkillID]
  package var hires: [Hire]
  package var absences: [Absence]
  /// What it keeps running besides what is planned.
  package var upkeeps: [Upkeep] = []

  /// What is left of a day for planned and unplanned work: availability less what is kept running, 0...1.
  package func shareForWork(on date: CivilDate) -> Rational {
    let left = Rational.one.minus(shareKept(on: date)).flatMap { availability.times($0) } ?? .zero
    return max(.zero, left)
  }

  /// What is kept running on a day, of what availability leaves.
  package func shareKept(on date: CivilDate) -> Rational {
    upkeeps.reduce(.zero) { sum, upkeep in
      if let from = upkeep.from, date < from { return sum }
      return sum.plus(upkeep.share) ?? .one
    }
  }

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
package struct Skill: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var team: TeamID
  package var peopleTenths: Int32
  package var learnings: [Learning] = []

  package init(name: String, label: String, team: TeamID, peopleTenths: Int32) {
    self.name = name
    self.label = label
    self.team = team
    self.peopleTenths = peopleTenths
  }
}

/// Something that a team keeps running, as a share of its time until the plan ends.
package struct Upkeep: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// 0...1 of what availability leaves.
  package var share: Rational
  /// The first day on which there is something to keep; `nil` where that was before the plan.
  package var from: CivilDate?

  package init(name: String, label: String, share: Rational, from: CivilDate? = nil) {
    self.name = name
    self.label = label
    self.share = share
    self.from = from
  }
}
