internal import PlanSyntax

// Conditions of definitions: which initiatives a guardrail or a budget counts.
extension PropertyReader {
  /// The blocks of a kind of which the condition in a property is true; all of them where the property is not written, and
  /// `nil` where the condition has no answer, which has been reported.
  ///
  /// What only a schedule knows is an error, because the schedule is made from definitions.
  ///
  /// - Complexity: O(blocks of the kind × size of the condition).
  func elements(_ kind: Kind, where word: PropertyWord, of id: DeclarationID) -> [DeclarationID]? {
    let all = table.top(kind)
    guard let index = find(.word(word), of: id) else { return all }
    let condition = table.properties[index].value
    guard !all.isEmpty else {
      // Nothing to try it with: names at least can be looked at.
      var check = NameCheck(self)
      check.look(
        at: condition, Set(table.locals.names(from: table.properties[index].locals)),
        in: .block(kind))
      for diagnostic in check.diagnostics { environment.report(diagnostic) }
      return []
    }
    frames.append(.property(index, of: id))
    defer { frames.removeLast() }
    var names = Scope(reader: self, id: id)
    var chosen: [DeclarationID] = []
    for element in all {
      names.locals.enter(Locals.Element(value: reference(to: element), group: nil))
      let value = environment.evaluate(condition, names: &names)
      names.locals.leave()
      guard let isChosen = environment.truth(of: value, at: condition.span) else { return nil }
      if isChosen { chosen.append(element) }
    }
    return chosen
  }
}
