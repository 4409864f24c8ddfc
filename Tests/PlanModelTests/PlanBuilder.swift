import PlanModel

/// Small plans for the tests of this module, without a parser.
///
/// A plan of four weeks from Wednesday 2026-07-01, with one team of ten whole heads that yield a whole day each.
struct PlanBuilder {
  var plan: Plan

  init(from start: String = "2026-07-01", to end: String = "2026-07-28") {
    plan = Plan(label: "Test", start: date(start), end: date(end))
    plan.load = .one
    plan.tail = .zero
    plan.rate = LabourRate(minorUnitsPerMinute: 100)
  }

  @discardableResult
  mutating func addTeam(
    people: Int32 = 10, availability: Rational = .one, wip: Int32? = nil
  ) -> TeamID {
    let name = "team\(plan.teams.count)"
    plan.teams.append(
      Team(
        name: name, label: name, calendar: CalendarID(0), peopleTenths: people * 10,
        availability: availability, wip: wip))
    return TeamID(plan.teams.count - 1)
  }

  mutating func addSkill(team: TeamID, people: Int32) -> SkillID {
    let id = SkillID(plan.skills.count)
    plan.skills.append(
      Skill(name: "skill\(id.raw)", label: "", team: team, peopleTenths: people * 10))
    plan.teams[team.index].skills.append(id)
    return id
  }

  /// An initiative of works, each of so many person-days by so many heads.
  @discardableResult
  mutating func addInitiative(
    personDays: [Int64], heads: [Int32] = [1], after: [Dependency] = [],
    costOfDelayPerYear: Int64 = 36_400
  ) -> InitiativeID {
    let id = InitiativeID(plan.initiatives.count)
    let first = plan.works.count
    for days in personDays {
      plan.works.append(
        Work(
          name: "work\(plan.works.count)", label: "", initiative: id, team: TeamID(0), skill: nil,
          estimate: Estimate(exactly: Effort(personDays: days)),
          effort: Effort(personDays: days), spread: .zero, staffingTenths: heads.map { $0 * 10 },
          notBefore: nil, after: after, progress: .open))
    }
    plan.initiatives.append(
      Initiative(
        name: "initiative\(id.raw)", label: "", kind: "feature", priority: .should,
        status: .proposed, goals: [], works: first..<plan.works.count,
        urgency: Urgency(
          costOfDelay: MoneyRate(minorUnitsPerYear: Rational(costOfDelayPerYear)))))
    return id
  }
}

/// A date that the test wrote itself.
func date(_ text: String) -> CivilDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return CivilDate(year: parts[0], month: parts[1], day: parts[2])
    ?? CivilDate(dayNumber: 0)
}
