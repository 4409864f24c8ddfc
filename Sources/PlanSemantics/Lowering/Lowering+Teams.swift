internal import PlanModel
internal import PlanSyntax

// Teams with their skills, hires and absences.
extension Lowering {
  mutating func lowerTeams() {
    for id in table.top(.team) {
      require(.people, of: id)
      let team = TeamID(plan.teams.count)
      indices[id.index] = team.raw
      let calendar = references(.calendar, of: id).first.map { CalendarID($0) } ?? plan.calendar
      plan.teams.append(
        Team(
          name: name(of: id), label: label(of: id), calendar: calendar,
          peopleTenths: heads(.people, of: id) ?? unknownHeads, availability: availability(of: id),
          wip: wip(of: id)))
      places.teams.append(table[id].place)
      plan.teams[team.index].skills = lowerSkills(of: id, team)
      plan.teams[team.index].hires = table.children(of: id, .hire).flatMap { lowerHire($0) }
      plan.teams[team.index].absences = table.children(of: id, .away).compactMap { absence($0) }
    }
  }

  /// The team of people whom no plan names: one person.
  mutating func everyone() -> TeamID {
    let name = "everyone"
    if let index = plan.teams.firstIndex(where: { $0.name == name }) { return TeamID(index) }
    assume(name, "no team said: one person, `\(name)`, does it")
    plan.teams.append(
      Team(
        name: name, label: "Everyone", calendar: plan.calendar, peopleTenths: 10,
        availability: .one, wip: nil))
    return TeamID(plan.teams.count - 1)
  }

  private mutating func availability(of id: DeclarationID) -> Rational {
    let measured = reader.value(.availability, of: id)?.elements?.compactMap(\.share) ?? []
    guard !measured.isEmpty else {
      if !reader.has(.availability, of: id) {
        assume(name(of: id), "no availability said: 100 % is taken")
      }
      return .one
    }
    let sum = measured.reduce(Rational.zero) { $0.plus($1) ?? $0 }
    return sum.divided(by: Rational(Int64(measured.count))) ?? measured[0]
  }

  private func wip(of id: DeclarationID) -> Int32? {
    guard let wip = reader.value(.wip, of: id)?.count else { return nil }
    guard wip > 0 else {
      report(.outOfBounds("a team that may do nothing at once does nothing", at: place(.wip, id)))
      return nil
    }
    return Int32(clamping: wip)
  }

  private mutating func lowerSkills(of team: DeclarationID, _ teamID: TeamID) -> [SkillID] {
    var result: [SkillID] = []
    var pooled: Int64 = 0
    for id in table.children(of: team, .skill) {
      require(.people, of: id)
      let people = heads(.people, of: id) ?? unknownHeads
      if people != unknownHeads { pooled += Int64(people) }
      indices[id.index] = Int32(plan.skills.count)
      result.append(SkillID(plan.skills.count))
      plan.skills.append(
        Skill(name: name(of: id), label: label(of: id), team: teamID, peopleTenths: people))
      places.skills.append(table[id].place)
      if reader.value(.people, of: team) != nil,
        people != unknownHeads, pooled > Int64(plan.teams[teamID.index].peopleTenths)
      {
        report(
          .skillTooLarge(
            name(of: id), at: place(.people, id), team: plan.teams[teamID.index],
            pooledTenths: pooled, teamPlace: place(.people, team)))
        break
      }
    }
    return result
  }

  /// Stands in for a number that was reported, so that nothing fails for want of people.
  private var unknownHeads: Int32 { Limits.headsTenthsMax }

  /// One hire, or one for each head where they come one by one.
  private func lowerHire(_ id: DeclarationID) -> [Hire] {
    require(.people, of: id)
    let isSpread = reader.has(.spread, of: id)
    if isSpread == reader.has(.on, of: id) {
      report(
        isSpread ? .startsTwice(table[id], place(.spread, id)) : .propertyMissing(.on, table[id]))
      return []
    }
    guard let people = heads(.people, of: id), people > 0 else { return [] }
    let draft = Hire(
      name: name(of: id), label: label(of: id), peopleTenths: people, on: plan.start,
      ramp: elapsed(.ramp, of: id) ?? .zero,
      mentoring: reader.value(.mentoring, of: id)?.share ?? .zero,
      skill: references(.skill, of: id).first.map { SkillID($0) },
      salary: reader.value(.salary, of: id)?.moneyRate)
    guard isSpread else {
      guard let on = dayInPlan(.on, of: id) else { return [] }
      var hire = draft
      hire.on = on
      return [hire]
    }
    return oneByOne(draft, id)
  }

  /// Evenly over the days: the first on the first day, the last one step before the end.
  private func oneByOne(_ draft: Hire, _ id: DeclarationID) -> [Hire] {
    guard let range = reader.value(.spread, of: id)?.dateRange else { return [] }
    guard range.lowerBound <= plan.end else {
      report(
        .outsidePlan(
          PropertyWord.spread.rawValue, range.lowerBound, at: place(.spread, id), plan: plan))
      return []
    }
    let days = range.lowerBound.days(until: range.upperBound) + 1
    let count = Int((draft.peopleTenths + 9) / 10)
    guard count <= Limits.hiresOneByOneMax else {
      report(
        .outOfBounds(
          "at most \(Limits.hiresOneByOneMax) people join one by one", at: place(.people, id)))
      return []
    }
    return (0..<count).map { index in
      var hire = draft
      hire.on = range.lowerBound.adding(days: days * index / count)
      hire.peopleTenths = min(10, draft.peopleTenths - Int32(index) * 10)
      if index > 0 { hire.name += "_\(index + 1)" }
      return hire
    }
  }

  private func absence(_ id: DeclarationID) -> Absence? {
    for word in [PropertyWord.people, .from, .to] { require(word, of: id) }
    guard let people = heads(.people, of: id), let first = dayInPlan(.from, of: id),
      let last = day(.to, of: id)
    else { return nil }
    guard first <= last else {
      report(
        .endBeforeStart(.to, last, at: place(.to, id), .from, first, place(.from, id)))
      return nil
    }
    guard last >= plan.start else {
      report(.outsidePlan(PropertyWord.to.rawValue, last, at: place(.to, id), plan: plan))
      return nil
    }
    return Absence(
      name: name(of: id), label: label(of: id), peopleTenths: people, first: first, last: last,
      skill: references(.skill, of: id).first.map { SkillID($0) }, why: text(.why, of: id))
  }

  /// Heads that a team, or one of its pools, ever has, in tenths.
  func headsEver(_ team: TeamID, _ skill: SkillID?) -> Int64 {
    let team = plan.teams[team.index]
    let start = skill.map { plan.skills[$0.index].peopleTenths } ?? team.peopleTenths
    let hires = team.hires.filter { skill == nil || $0.skill == skill }
    return hires.reduce(Int64(start)) { $0 + Int64($1.peopleTenths) }
  }
}
