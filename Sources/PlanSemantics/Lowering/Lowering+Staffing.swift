internal import PlanModel
internal import PlanSyntax

// How the heads of a team change: hires, contractors, absences, learning, and people who help elsewhere.
extension Lowering {
  /// One hire, or one for each head where they come one by one.
  func lowerHire(_ id: DeclarationID) -> [Hire] {
    require(.people, of: id)
    let isSpread = reader.has(.spread, of: id)
    if isSpread == reader.has(.on, of: id) {
      report(
        isSpread ? .startsTwice(table[id], place(.spread, id)) : .propertyMissing(.on, table[id]))
      return []
    }
    guard let people = heads(.people, of: id), people > 0 else { return [] }
    var draft = Hire(
      name: name(of: id), label: label(of: id), peopleTenths: people, on: plan.start,
      ramp: elapsed(.ramp, of: id) ?? .zero,
      mentoring: reader.value(.mentoring, of: id)?.share ?? .zero,
      skill: references(.skill, of: id).first.map { SkillID($0) },
      salary: reader.value(.salary, of: id)?.moneyRate, fee: reader.value(.fee, of: id)?.money)
    draft.readers = readers(of: id)
    guard isSpread else {
      guard let on = dayInPlan(.on, of: id), let stay = stay(of: id, from: on) else { return [] }
      var hire = draft
      hire.on = on
      hire.last = stay.last
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
          "at most \(Limits.hiresOneByOneMax) people join one by one", at: place(.people, id),
          label: "too many for one by one",
          help: "write several `hire` blocks, or say `on` instead of `spread`"))
      return []
    }
    guard let stay = stay(of: id, from: range.lowerBound) else { return [] }
    return (0..<count).compactMap { index in
      var hire = draft
      hire.on = range.lowerBound.adding(days: days * index / count)
      hire.last = reader.has(.until, of: id) ? stay.last : lastDay(of: id, from: hire.on)
      // Whoever would come after the last day does not come.
      if let last = hire.last, last < hire.on { return nil }
      // The fee is one for all of them.
      if index > 0 { hire.fee = nil }
      hire.peopleTenths = min(10, draft.peopleTenths - Int32(index) * 10)
      if index > 0 { hire.name += "_\(index + 1)" }
      return hire
    }
  }

  func absence(_ id: DeclarationID) -> Absence? {
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
    var absence = Absence(
      name: name(of: id), label: label(of: id), peopleTenths: people, first: first, last: last,
      skill: references(.skill, of: id).first.map { SkillID($0) }, why: text(.why, of: id))
    absence.readers = readers(of: id)
    return absence
  }

  // MARK: Leaving

  /// Until when people stay; `nil` when what is written was reported.
  private func stay(of id: DeclarationID, from first: CivilDate) -> Stay? {
    if reader.has(.until, of: id), reader.has(.length, of: id) {
      report(.endsTwice(at: place(.length, id), until: place(.until, id)))
      return nil
    }
    if elapsed(.length, of: id)?.isZero ?? false {
      report(
        .outOfBounds(
          "people stay at least a day", at: place(.length, id), label: "less than a day",
          help: "write how long they stay, such as `\(PropertyWord.length.example)`"))
      return nil
    }
    guard let last = lastDay(of: id, from: first) else {
      let isWrong = reader.has(.until, of: id) || reader.has(.length, of: id)
      return isWrong ? nil : Stay(last: nil)
    }
    let word: PropertyWord = reader.has(.until, of: id) ? .until : .length
    guard first <= last else {
      let start: PropertyWord = reader.has(.on, of: id) ? .on : .spread
      report(.endBeforeStart(word, last, at: place(word, id), start, first, place(start, id)))
      return nil
    }
    guard !isFrameKnown || last >= plan.start else {
      report(.outsidePlan(word.rawValue, last, at: place(word, id), plan: plan))
      return nil
    }
    return Stay(last: last)
  }

  private func lastDay(of id: DeclarationID, from first: CivilDate) -> CivilDate? {
    if let until = day(.until, of: id) { return until }
    guard let length = elapsed(.length, of: id) else { return nil }
    let calendar = plan.calendars[plan.calendar.index]
    return calendar.date(first, plus: length).adding(days: -1)
  }

  // MARK: Learning and lending

  /// Those who learn come from no pool, so there have to be so many.
  mutating func lowerLearning(of team: DeclarationID) {
    guard let teamIndex = modelIndex(of: team) else { return }
    let teamID = TeamID(teamIndex)
    for skill in table.children(of: team, .skill) {
      guard let skillIndex = modelIndex(of: skill) else { continue }
      for id in table.children(of: skill, .learn) {
        guard let learning = learning(id, in: teamID) else { continue }
        let free = unpooledTenths(teamID, on: learning.counts)
        if free < Int64(learning.peopleTenths) {
          report(
            .tooFewFree(
              plan.teams[teamIndex].name, inside: nil, has: free, on: learning.counts,
              wanted: Int64(learning.peopleTenths), toDo: "to learn `\(name(of: skill))`",
              at: place(.people, id)))
        } else {
          plan.skills[skillIndex].learnings.append(learning)
        }
      }
    }
  }

  private func learning(_ id: DeclarationID, in team: TeamID) -> Learning? {
    for word in [PropertyWord.people, .lasts] { require(word, of: id) }
    let on = reader.has(.on, of: id) ? dayInPlan(.on, of: id) : plan.start
    guard let people = heads(.people, of: id), let on,
      let lasts = reader.value(.lasts, of: id)?.elapsedRange
    else { return nil }
    guard lasts.least.isPlannable, lasts.most.isPlannable else {
      report(.tooLong(.lasts, at: place(.lasts, id)))
      return nil
    }
    let calendar = plan.calendars[plan.teams[team.index].calendar.index]
    var learning = Learning(
      name: name(of: id), label: label(of: id), peopleTenths: people, on: on,
      earliest: calendar.date(on, plus: lasts.least), latest: calendar.date(on, plus: lasts.most),
      mentoring: reader.value(.mentoring, of: id)?.share ?? .zero)
    learning.readers = readers(of: id)
    return learning
  }

  mutating func lowerLoans() {
    for id in table.top(.lend) {
      for word in [PropertyWord.people, .giver, .taker, .on] { require(word, of: id) }
      guard let people = heads(.people, of: id), let on = dayInPlan(.on, of: id),
        let giver = references(.giver, of: id).first, let taker = references(.taker, of: id).first,
        let stay = stay(of: id, from: on)
      else { continue }
      let skill = references(.skill, of: id).first.map { SkillID($0) }
      if skill == nil, reader.has(.skill, of: id) { continue }
      guard giver != taker else {
        report(
          .outOfBounds(
            "a team lends to others, not to itself", at: place(.taker, id),
            label: "the team that lends", help: "name the team that gets them"))
        continue
      }
      var loan = Loan(
        name: name(of: id), label: label(of: id), peopleTenths: people, giver: TeamID(giver),
        taker: TeamID(taker), skill: skill, on: on,
        last: stay.last, ramp: elapsed(.ramp, of: id) ?? .zero)
      loan.readers = readers(of: id)
      let free =
        skill.map { pooledTenths($0, on: on) } ?? unpooledTenths(loan.giver, on: on)
      if free < Int64(people) {
        report(
          .tooFewFree(
            plan.teams[giver].name, inside: skill.map { plan.skills[$0.index].name },
            has: free, on: on, wanted: Int64(people), toDo: "to lend", at: place(.people, id)))
      } else {
        plan.loans.append(loan)
      }
    }
  }

  /// Heads of a team that are in none of its pools on a day and are not lent, in tenths.
  private func unpooledTenths(_ id: TeamID, on day: CivilDate) -> Int64 {
    let team = plan.teams[id.index]
    var tenths = Int64(team.peopleTenths)
    for hire in team.hires where hire.skill == nil && hire.isThere(on: day) {
      tenths += Int64(hire.peopleTenths)
    }
    for skill in team.skills.map({ plan.skills[$0.index] }) {
      tenths -= Int64(skill.peopleTenths)
      for learning in skill.learnings where learning.counts <= day {
        tenths -= Int64(learning.peopleTenths)
      }
    }
    for loan in plan.loans where loan.isRunning(on: day) {
      if loan.giver == id, loan.skill == nil { tenths -= Int64(loan.peopleTenths) }
    }
    return max(0, tenths)
  }

  private func pooledTenths(_ id: SkillID, on day: CivilDate) -> Int64 {
    let skill = plan.skills[id.index]
    var tenths = Int64(skill.peopleTenths)
    for hire in plan.teams[skill.team.index].hires where hire.skill == id && hire.isThere(on: day) {
      tenths += Int64(hire.peopleTenths)
    }
    for learning in skill.learnings where learning.counts <= day {
      tenths += Int64(learning.peopleTenths)
    }
    for loan in plan.loans where loan.skill == id && loan.isRunning(on: day) {
      tenths -= Int64(loan.peopleTenths)
    }
    return max(0, tenths)
  }

  /// Heads that a team, or one of its pools, ever has, in tenths.
  func headsEver(_ id: TeamID, _ skill: SkillID?) -> Int64 {
    let team = plan.teams[id.index]
    let start = skill.map { plan.skills[$0.index].peopleTenths } ?? team.peopleTenths
    let hires = team.hires.filter { skill == nil || $0.skill == skill }
    let joined = hires.reduce(Int64(start)) { $0 + Int64($1.peopleTenths) }
    guard let skill else {
      return plan.loans.filter { $0.taker == id }.reduce(joined) { $0 + Int64($1.peopleTenths) }
    }
    return plan.skills[skill.index].learnings.reduce(joined) { $0 + Int64($1.peopleTenths) }
  }
}

/// How long people stay.
private struct Stay {
  /// `nil` for good.
  let last: CivilDate?
}

extension Hire {
  fileprivate func isThere(on day: CivilDate) -> Bool { on <= day && day <= last ?? day }
}

extension Loan {
  fileprivate func isRunning(on day: CivilDate) -> Bool { on <= day && day <= last ?? day }
}
