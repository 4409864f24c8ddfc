internal import PlanModel
internal import PlanSyntax

// Teams with their skills and what they keep running.
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
      plan.teams[team.index].measuredAvailability = measurements(of: id)
      readPace(&plan.teams[team.index].pace, of: id)
      places.teams.append(table[id].place)
      plan.teams[team.index].skills = lowerSkills(of: id, team)
      var hirePlaces: [Span] = []
      for hire in table.children(of: id, .hire) {
        let joined = lowerHire(hire)
        plan.teams[team.index].hires += joined
        hirePlaces += joined.map { _ in table[hire].place }
      }
      places.hires.append(hirePlaces)
      plan.teams[team.index].absences = table.children(of: id, .away).compactMap { absence($0) }
      plan.teams[team.index].upkeeps = upkeeps(of: id)
      plan.teams[team.index].readers = readers(of: id)
      lowerLearning(of: id)
    }
    lowerLoans()
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

  private func measurements(of id: DeclarationID) -> [Rational] {
    reader.value(.availability, of: id)?.elements?.compactMap(\.share) ?? []
  }

  private mutating func availability(of id: DeclarationID) -> Rational {
    let measured = measurements(of: id)
    guard !measured.isEmpty else {
      if !reader.has(.availability, of: id) {
        assume(name(of: id), "no availability said: 100 % is taken")
      }
      return .one
    }
    let sum = measured.reduce(Rational.zero) { $0.plus($1) ?? $0 }
    return sum.divided(by: Rational(Int64(measured.count))) ?? measured[0]
  }

  private func upkeeps(of team: DeclarationID) -> [Upkeep] {
    var result: [Upkeep] = []
    var sum = Rational.zero
    for id in table.children(of: team, .upkeep) {
      require(.share, of: id)
      guard let share = reader.value(.share, of: id)?.share else { continue }
      sum = sum.plus(share) ?? .one
      if sum > .one {
        report(
          .outOfBounds(
            "what a team keeps running cannot take more than all of its time",
            at: place(.share, id), label: "more than is left",
            help: "let the shares of its `upkeep` come to less than 100 %"))
        break
      }
      var upkeep = Upkeep(name: name(of: id), label: label(of: id), share: share)
      upkeep.readers = readers(of: id)
      result.append(upkeep)
    }
    return result
  }

  private func wip(of id: DeclarationID) -> Int32? {
    guard let wip = reader.value(.wip, of: id)?.count else { return nil }
    guard wip > 0 else {
      report(
        .outOfBounds(
          "a team that may do nothing at once does nothing", at: place(.wip, id),
          label: "nothing at once",
          help:
            "write how many things it does at once, such as `\(PropertyWord.wip.example)`, or leave it out"
        ))
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
        Skill(name: name(of: id), label: label(of: id), team: teamID, peopleTenths: people).seen(
          by: readers(of: id)))
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
  var unknownHeads: Int32 { Limits.headsTenthsMax }
}
