internal import PlanModel
internal import PlanSyntax

// Headcount budgets: how many people there may be, and what those who join may cost.
extension Lowering {
  mutating func lowerHeadcounts() {
    for id in table.top(.headcount) {
      let isLimited =
        [.people, .money].contains { reader.has($0, of: id) || isAttempted($0, of: id) }
      if !isLimited { require(.people, of: id) }
      let teams = countedTeams(of: id)
      let (people, money) = (heads(.people, of: id), reader.value(.money, of: id)?.money)
      let during = daysInPlan(.during, of: id)
      let each = stretch(of: id)
      guard people != nil || money != nil, during != nil || !reader.has(.during, of: id) else {
        continue
      }
      let headcount = Headcount(
        name: name(of: id), label: label(of: id), peopleTenths: people, money: money, each: each,
        during: during,
        condition: reader.expression(.where, of: id).map { reader.source(of: $0.span) },
        teams: teams,
        counted: symbol(.counts, of: id).flatMap(Headcount.Counted.init) ?? .everybody,
        isHard: symbol(.strength, of: id) == "hard"
      ).seen(by: readers(of: id))
      let place = HeadcountPlace(
        block: table[id].place, people: reader.has(.people, of: id) ? place(.people, id) : nil,
        money: reader.has(.money, of: id) ? place(.money, id) : nil)
      plan.headcounts.append(headcount)
      places.headcounts.append(place)
      guard headcount.isHard, isFrameKnown else { continue }
      for finding in HeadcountFindings(headcount, place, plan, places).all { report(finding) }
    }
  }

  /// Those of the teams it names, or of all, of which its condition is true.
  private func countedTeams(of id: DeclarationID) -> [TeamID] {
    let chosen = (reader.elements(.team, where: .where, of: id) ?? []).compactMap(modelIndex)
    guard reader.has(.teams, of: id) else { return chosen.map { TeamID($0) } }
    let named = Set(references(.teams, of: id))
    return chosen.filter(named.contains).map { TeamID($0) }
  }
}
