internal import PlanModel
internal import PlanSyntax

// Externals and guardrails.
extension Lowering {
  mutating func lowerExternals() {
    for id in table.top(.external) {
      indices[id.index] = Int32(plan.externals.count)
      places.externals.append(table[id].place)
      let met = happened(.met, of: id)
      if met == nil { require(.date, of: id) }
      let commitment: External.Commitment =
        met != nil
        ? .met : symbol(.commitment, of: id).flatMap(External.Commitment.init) ?? .unknown
      let date = met ?? (reader.has(.met, of: id) ? day(.date, of: id) : dayInPlan(.date, of: id))
      var external = External(
        name: name(of: id), label: label(of: id), owner: text(.owner, of: id),
        commitment: commitment, date: date ?? plan.start, slipDays: slip(of: id),
        fallback: lowerFallbacks(of: id), note: text(.note, of: id))
      external.promised = day(.date, of: id)
      external.readers = readers(of: id)
      plan.externals.append(external)
    }
  }

  private func slip(of id: DeclarationID) -> External.SlipDays {
    guard let slip = reader.value(.slip, of: id)?.slipDays else { return .none }
    guard Elapsed.workingDays(slip.high).isPlannable, Elapsed.workingDays(slip.low).isPlannable
    else {
      report(.tooLong(.slip, at: place(.slip, id)))
      return .none
    }
    return slip
  }

  /// The first of them; the model has one a promise, and a second is refused.
  private mutating func lowerFallbacks(of external: DeclarationID) -> Fallback? {
    let all = table.children(of: external, .fallback)
    for extra in all.dropFirst() { report(.secondFallback(table[extra])) }
    guard let id = all.first else { return nil }
    indices[id.index] = indices[external.index]
    require(.adds, of: id)
    guard let adds = estimate(.adds, of: id) else { return nil }
    var fallback = Fallback(
      name: name(of: id), label: label(of: id), adds: adds,
      team: references(.team, of: id).first.map { TeamID($0) }, from: day(.from, of: id))
    fallback.readers = readers(of: id)
    return fallback
  }

  /// The initiatives of which a condition holds.
  func initiatives(where word: PropertyWord, of id: DeclarationID) -> [InitiativeID] {
    let found = reader.elements(.initiative, where: word, of: id) ?? []
    let members = found.compactMap { modelIndex(of: $0).map { InitiativeID($0) } }
    return (members + members.flatMap { plan.parts(of: $0) }).sorted()
  }
}
