internal import PlanModel
internal import PlanSyntax

// Rules for the mix of work.
extension Lowering {
  mutating func lowerGuardrails() {
    for id in table.top(.guardrail) {
      require(.where, of: id)
      if !reader.has(.atLeast, of: id), !reader.has(.atMost, of: id) {
        report(.propertyMissing(.atLeast, table[id]))
      }
      plan.guardrails.append(
        Guardrail(
          name: name(of: id), label: label(of: id), limits: limits(of: id),
          isHard: symbol(.strength, of: id) == "hard",
          condition: reader.expression(.where, of: id).map { reader.source(of: $0.span) } ?? "",
          members: initiatives(where: .where, of: id),
          each: stretch(of: id) ?? .months(3),
          exceptions: table.children(of: id, .except).compactMap { exception($0) }
        ).seen(by: readers(of: id)))
    }
  }

  private func limits(of id: DeclarationID) -> Guardrail.Limits {
    Guardrail.Limits(
      atLeast: reader.value(.atLeast, of: id)?.share, atMost: reader.value(.atMost, of: id)?.share)
  }

  private func exception(_ id: DeclarationID) -> Guardrail.Exception? {
    require(.during, of: id)
    guard let days = reader.value(.during, of: id)?.dateRange else { return nil }
    var exception = Guardrail.Exception(
      label: label(of: id), days: days, limits: limits(of: id),
      catchesUp: reader.has(.catchUp, of: id))
    exception.readers = readers(of: id)
    return exception
  }
}
