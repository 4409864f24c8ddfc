internal import PlanSyntax

// Names of loops and templates, long after the loops have run and the templates were filled in.
extension PropertyReader {
  /// What a path means that begins with such a name; `nil` when nothing has the rest of it.
  ///
  /// The expression it stands for is evaluated as what is wanted here, with the names of the place it was written at.
  func value(
    ofLocal id: LocalScope.ID, at path: [Word], expecting type: ValueType?,
    in environment: inout Environment
  ) -> Value? {
    usedLocals.append(id)
    switch table.locals[id].meaning {
    case .value(let value): return path.count == 1 ? value : nil
    case .expression(let expression, let outer, let block):
      let home = block < 0 ? nil : DeclarationID(raw: block)
      var names = Scope(reader: self, id: home, written: outer)
      if path.count > 1 {
        // `t.label` of a loop over names of blocks: the path goes on from the name.
        guard let front = expression.words else { return nil }
        return names.value(of: front + path.dropFirst(), expecting: type, in: &environment)
      }
      let isPlain = type == nil
      if isPlain, let known = localValues[id] { return known }
      guard enter(.local(id), in: &environment) else { return .poison }
      let before = need
      let value = environment.value(of: expression, hint: type, &names)
      leave(value, in: &environment)
      if isPlain, need == before { localValues[id] = value }
      return value
    }
  }

  /// Says of new diagnostics which round of a loop they are from, where they depend on it.
  func label(environment: inout Environment, from first: Int, by used: ArraySlice<LocalScope.ID>) {
    for index in first..<max(first, environment.diagnostics.count) {
      for id in used {
        guard case .expression(let expression, _, _) = table.locals[id].meaning,
          !environment.diagnostics[index].isNear(expression.span)
        else { continue }
        environment.diagnostics[index].secondary.append(
          Diagnostic.Label(
            expression.span, "with this for `\(table.locals[id].name.text.shortened)`"))
      }
    }
  }
}

extension Diagnostic {
  /// Whether it points there already.
  fileprivate func isNear(_ place: Span) -> Bool {
    span == place || secondary.contains { $0.span == place }
  }
}

extension Expression {
  /// The words of a name or of a path of names; `nil` for anything else.
  fileprivate var words: [Word]? {
    switch self {
    case .name(let word): [word]
    case .paren(let paren): paren.inner.words
    case .member(let member): member.base.words.map { $0 + [member.name] }
    default: nil
    }
  }
}
