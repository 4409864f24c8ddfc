internal import PlanSyntax

// Where values were written: what an error shows besides the place where it came to light.
extension PropertyReader {
  /// Where the value of a path stands, seen from a block: the value of a `let`, or of a property.
  func origin(of path: [Word], seenFrom scope: DeclarationID?) -> Span? {
    guard let first = path.first else { return nil }
    if first.text == "plan", let plan = table.top(.plan).first,
      let place = origin(of: Array(path.dropFirst()), in: plan)
    {
      return place
    }
    if first.text == "self", let scope { return origin(of: Array(path.dropFirst()), in: scope) }
    switch resolver.names.meanings(of: first.text, seenFrom: scope, in: table).first {
    case .binding(let index): return path.count == 1 ? table.bindings[index].value.span : nil
    case .declaration(let id): return origin(of: Array(path.dropFirst()), in: id)
    case .function, nil: return nil
    }
  }

  /// The same for what stands behind the dot of a block.
  func origin(of path: [Word], in owner: DeclarationID) -> Span? {
    var current = owner
    for (index, word) in path.enumerated() {
      if case .declaration(let child)? = resolver.names.meaning(of: word.text, in: current) {
        current = child
        continue
      }
      guard index == path.count - 1, let property = PropertyWord(word: word.text) else {
        return nil
      }
      return find(property, of: current).map { table.properties[$0].value.span }
    }
    return nil
  }
}
