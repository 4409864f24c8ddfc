/// An item: `word [name] ["label"] [: value] [{ … }]`.
///
/// Whether it is a property or a block is for the schema to say; `hasColon` and `name` are what it needs for that.
package struct Item: Sendable {
  package let syntax: SyntaxNode

  package init(syntax: SyntaxNode) { self.syntax = syntax }

  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }

  /// The word that it begins with.
  package var word: Word { Word(syntax.tree.token(syntax.tokenRange.lowerBound)) }

  package var name: NameSyntax? { syntax.firstChild(.name).map(NameSyntax.init) }

  /// The text between the name and the `:`.
  package var label: TextSyntax? {
    for index in 0..<syntax.childCount {
      let child = syntax.child(index)
      if child.kind == .text, !isValue(child) { return TextSyntax(syntax: child) }
    }
    return nil
  }

  /// Also where the `:` was forgotten and a value stands all the same.
  package var hasColon: Bool { colon != nil || forgottenColonValue != nil }

  /// The expression after the `:`.
  package var value: Expression? {
    guard let colon else { return forgottenColonValue.map { Expression($0) } }
    for index in 0..<syntax.childCount {
      let child = syntax.child(index)
      if child.tokenRange.lowerBound > colon.index, child.kind.isExpression {
        return Expression(child)
      }
    }
    return nil
  }

  /// Whether its label lacks the closing quote, and so holds what was meant to follow it.
  package var hasUnclosedLabel: Bool {
    label?.syntax.firstToken(.unterminated) != nil
  }

  package var body: Body? { syntax.firstChild(.body).map(Body.init) }

  /// From its word to the end of its label or value: what to underline when the item as a whole is meant.
  package var headerSpan: Span {
    var range = range
    if let body { range.end = endOfToken(before: body.syntax.tokenRange.lowerBound) }
    return Span(file: syntax.tree.source.file, range: range)
  }

  /// `:`, or the `=` that was written for it.
  private var colon: SyntaxToken? { syntax.firstToken { $0 == .colon || $0 == .equals } }

  /// The value of `wip 2`: without a colon nothing but a label is a child that could be taken for one.
  private var forgottenColonValue: SyntaxNode? {
    guard colon == nil else { return nil }
    return (0..<syntax.childCount).lazy.map(syntax.child).first {
      $0.kind.isExpression && $0.kind != .text
    }
  }

  private func isValue(_ child: SyntaxNode) -> Bool {
    guard let colon else { return false }
    return child.tokenRange.lowerBound > colon.index
  }

  private func endOfToken(before index: Int) -> Int32 { syntax.tree.token(index - 1).range.end }
}

/// A word with its place.
package struct Word: Hashable, Sendable {
  package var text: String
  package var span: Span

  package init(text: String, span: Span) {
    self.text = text
    self.span = span
  }

  init(_ token: SyntaxToken) {
    text = token.text
    span = token.span
  }
}

/// A name, in which `\(…)` may stand: `launch_\(market)`.
package struct NameSyntax: Sendable {
  package let syntax: SyntaxNode

  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }

  package enum Part: Sendable {
    case literal(String)
    case interpolation(Expression)
  }

  package var parts: [Part] {
    var result: [(place: Int32, part: Part)] = syntax.tokens.map {
      ($0.range.start, .literal($0.text))
    }
    for child in syntax.children where child.kind == .interpolation {
      result.append((child.range.start, .interpolation(Expression(interpolated: child))))
    }
    return result.sorted { $0.place < $1.place }.map(\.part)
  }

  /// Whether it is a word that the language keeps for itself.
  package var isReserved: Bool {
    syntax.childCount == 0 && syntax.firstToken { $0.isReservedInExpressions } != nil
  }

  /// The name as a word; `nil` if something is interpolated.
  package var plain: Word? {
    guard syntax.childCount == 0 else { return nil }
    return Word(text: syntax.text, span: syntax.span)
  }
}

/// A path of names, in which `\(…)` may stand: `residency.billing`.
package struct PathSyntax: Sendable {
  package let syntax: SyntaxNode

  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }

  /// Never empty unless a diagnostic says so.
  ///
  /// `nil` for a name that has to be made first: see `steps`.
  package var words: [Word]? {
    guard syntax.childCount == 0 else { return nil }
    return syntax.tokens.filter { $0.kind.isWord }.map(Word.init)
  }

  /// One name of the path, in its parts.
  package struct Step: Sendable {
    package var parts: [NameSyntax.Part]
    package var span: Span
  }

  package var steps: [Step] {
    var pieces: [(span: Span, part: NameSyntax.Part?)] = syntax.tokens.map {
      ($0.span, $0.kind == .dot ? nil : .literal($0.text))
    }
    for child in syntax.children where child.kind == .interpolation {
      pieces.append((child.span, .interpolation(Expression(interpolated: child))))
    }
    pieces.sort { $0.span.range.start < $1.span.range.start }
    return pieces.split { $0.part == nil }.map { piece in
      var span = piece[piece.startIndex].span
      span.range.end = piece[piece.endIndex - 1].span.range.end
      return Step(parts: piece.compactMap(\.part), span: span)
    }
  }
}
