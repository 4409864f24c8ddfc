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
      plan.externals.append(
        External(
          name: name(of: id), label: label(of: id), owner: text(.owner, of: id),
          commitment: commitment, date: date ?? plan.start, slipDays: slip(of: id),
          fallback: lowerFallbacks(of: id), note: text(.note, of: id)))
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
    return Fallback(
      name: name(of: id), label: label(of: id), adds: adds,
      team: references(.team, of: id).first.map { TeamID($0) }, from: day(.from, of: id))
  }

  mutating func lowerGuardrails() {
    for id in table.top(.guardrail) {
      require(.where, of: id)
      if !reader.has(.atLeast, of: id), !reader.has(.atMost, of: id) {
        report(.propertyMissing(.atLeast, table[id]))
      }
      let counted = initiatives(where: .where, of: id)
      plan.guardrails.append(
        Guardrail(
          name: name(of: id), label: label(of: id),
          atLeast: reader.value(.atLeast, of: id)?.share,
          atMost: reader.value(.atMost, of: id)?.share,
          isHard: symbol(.strength, of: id) == "hard",
          condition: reader.expression(.where, of: id).map { reader.source(of: $0.span) } ?? "",
          exceptions: table.children(of: id, .except).map { exception($0) }, counted: counted))
    }
  }

  /// The initiatives of which a condition holds.
  func initiatives(where word: PropertyWord, of id: DeclarationID) -> [InitiativeID] {
    let found = reader.elements(.initiative, where: word, of: id) ?? []
    return found.compactMap { modelIndex(of: $0).map { InitiativeID($0) } }
  }

  /// In the plan's own words: "launch: at least 15% during 2026-Q4, because launch".
  private func exception(_ id: DeclarationID) -> String {
    require(.during, of: id)
    func source(_ word: PropertyWord) -> String? {
      reader.expression(word, of: id).map { reader.source(of: $0.span) }
    }
    var parts: [String] = []
    if let share = source(.atLeast) { parts.append("at least \(share)") }
    if let share = source(.atMost) { parts.append("at most \(share)") }
    if let time = source(.during) { parts.append("during \(time)") }
    if let reason = text(.because, of: id) { parts.append("because of \(reason)") }
    return "\(label(of: id)): \(parts.joined(separator: " "))"
  }
}
