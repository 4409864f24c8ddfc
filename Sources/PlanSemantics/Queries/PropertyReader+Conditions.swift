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
      checkNames(of: condition, kind)
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

  private func checkNames(of condition: Expression, _ kind: Kind) {
    let fields = fieldNames(kind)
    let known = Set(fields + fields.flatMap { typeOfField($0, kind)?.words ?? [] })
      .union(PropertyReader.givenHorizons)
    for word in condition.bareNames
    where !known.contains(word.text) && Kind(plural: word.text) == nil
      && declaration(named: word.text, seenFrom: nil) == nil && !isBroken(word.text)
    {
      environment.report(
        .unknownName(
          word.text, at: word.span, expecting: [],
          nearest: Spelling.nearest(to: word.text, among: known.sorted()), inside: nil))
    }
  }
}

extension Expression {
  /// The names that stand in a condition by themselves.
  fileprivate var bareNames: [Word] {
    switch self {
    case .name(let word): [word]
    case .member, .lambda, .of, .query: []
    default: parts.flatMap(\.bareNames)
    }
  }
}
