internal import PlanSyntax

// Names, and what stands for a value.
extension Expander {
  /// The name of a block; reported where there should be one and is none, and then what its label makes of it.
  mutating func name(
    of item: Item, _ kind: Kind, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> Word? {
    guard let syntax = item.name else {
      guard Schema.block(kind).needsName else { return nil }
      report(.nameMissing(item, kind))
      // What uses the name that it was meant to have is not wrong as well.
      return item.impliedName.map { Word(text: $0, span: item.label?.span ?? item.word.span) }
    }
    // A lint is named by its code, which is looked up among the lints alone.
    if [.allow, .deny].contains(kind), let code = syntax.plain { return code }
    let name = name(syntax, of: item, in: parent, locals)
    if name == nil, tried.isTrying { draft.table.openNames.append(OpenName(kind, syntax)) }
    return name
  }

  /// A name with what stands in its `\(…)`.
  private mutating func name(
    _ syntax: NameSyntax, of item: Item, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> Word? {
    if let plain = syntax.plain {
      if syntax.isReserved {
        report(.reservedWord(plain))
        return nil
      }
      if plain.text.contains(where: { " -".contains($0) }) {
        // Behind a colon the parser has left it to us; elsewhere it has told.
        if item.hasColon { report(.nameForm(plain)) }
        return Word(text: plain.text.joinedName, span: plain.span)
      }
      checkForm(of: plain)
      return plain
    }
    guard let word = made(of: syntax.parts, at: syntax.span, in: parent, locals) else { return nil }
    guard word.isSnakeCase, word.text.utf8.first.map({ !(48...57).contains($0) }) ?? false else {
      report(.madeNameForm(word))
      return nil
    }
    return word
  }

  /// The names of a path with what stands in their `\(…)`; `nil` with a diagnostic.
  mutating func words(
    of path: PathSyntax, from parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> [Word]? {
    if let words = path.words { return words }
    var words: [Word] = []
    for step in path.steps {
      guard let word = made(of: step.parts, at: step.span, in: parent, locals) else { return nil }
      words.append(word)
    }
    return words
  }

  private mutating func made(
    of parts: [NameSyntax.Part], at span: Span, in parent: Draft.NodeID, _ locals: LocalScope.ID
  ) -> Word? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let characters): text += characters
      case .interpolation(let expression):
        guard let piece = evaluator.namePart(of: expression, from: parent, locals, draft) else {
          return nil
        }
        text += piece
      }
    }
    guard text.utf8.count <= limits.nameBytesMax else {
      report(.nameTooLong(at: span, most: limits.nameBytesMax))
      return nil
    }
    return Word(text: text, span: span)
  }

  mutating func checkForm(of name: Word) {
    if !name.isSnakeCase { report(.nameForm(name)) }
  }

  mutating func make(_ binding: LetStatement, in parent: Draft.NodeID, _ locals: LocalScope.ID) {
    guard let syntax = binding.name else { return }
    guard let name = syntax.plain else {
      report(.plainNameWanted("let", at: syntax.span))
      return
    }
    checkForm(of: name)
    draft.table.bindings.append(
      Binding(name: name, value: binding.value, scope: scope(parent), locals: locals))
  }

  mutating func make(_ function: FnStatement, in parent: Draft.NodeID, _ locals: LocalScope.ID) {
    guard let syntax = function.name else { return }
    guard isTop(parent), locals == LocalScope.none else {
      report(.functionInBlock(at: syntax.span))
      return
    }
    guard let name = syntax.plain else {
      report(.plainNameWanted("fn", at: syntax.span))
      return
    }
    checkForm(of: name)
    if let problem = Diagnostic.functionForm(name, function.parameters) {
      report(problem)
      return
    }
    draft.table.functions.append(
      FunctionDeclaration(
        name: name, parameters: function.parameters, body: function.value, isOfLibrary: false))
  }
}

extension Word {
  /// Small letters, digits and `_`.
  var isSnakeCase: Bool {
    text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
