// Statements that begin with a word of the language. What a mistake left out is `nil` or `.missing`, and has a diagnostic.

/// `let name = value`.
package struct LetStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var name: NameSyntax? { syntax.name }
  package var value: Expression { syntax.expression }
}

/// `fn name(a, b) = value`.
package struct FnStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var name: NameSyntax? { syntax.name }
  package var parameters: [Word] { syntax.parameters }
  package var value: Expression { syntax.expression }
}

/// `template kind name(a, b) { … }`.
package struct TemplateStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  /// The word of the blocks that it makes: `initiative`.
  package var word: Word? {
    let tokens = syntax.tokens.filter { $0.kind.isWord }
    return tokens.count > 1 ? Word(tokens[1]) : nil
  }
  package var name: NameSyntax? { syntax.name }
  package var parameters: [Word] { syntax.parameters }
  package var body: Body? { syntax.body }
}

/// `for name in list { … }`.
package struct ForStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var name: NameSyntax? { syntax.name }
  package var sequence: Expression { syntax.expression }
  package var body: Body? { syntax.body }
}

/// `if condition { … } else { … }`.
package struct IfStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var condition: Expression { syntax.expression }
  package var body: Body? { syntax.body }

  package enum Otherwise: Sendable {
    case body(Body)
    case conditional(IfStatement)
  }

  /// What stands after `else`.
  package var otherwise: Otherwise? {
    if let nested = syntax.firstChild(.ifStatement) {
      return .conditional(IfStatement(syntax: nested))
    }
    let bodies = syntax.children.filter { $0.kind == .body }
    return bodies.count > 1 ? .body(Body(syntax: bodies[1])) : nil
  }
}

/// `import "teams.plan" as teams`.
package struct ImportStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var file: TextSyntax? { syntax.firstChild(.text).map(TextSyntax.init) }
  package var name: NameSyntax? { syntax.name }
}

/// `print value`.
package struct PrintStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var value: Expression { syntax.expression }
}

/// `add initiative assistant { … }`.
package struct AddStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var item: Item? { syntax.firstChild(.item).map(Item.init) }
}

/// `change residency.billing { … }`.
package struct ChangeStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var path: PathSyntax? { syntax.path }
  package var body: Body? { syntax.body }
}

/// `drop launch_es`.
package struct DropStatement: Sendable {
  package let syntax: SyntaxNode
  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
  package var path: PathSyntax? { syntax.path }
}

extension SyntaxNode {
  fileprivate var name: NameSyntax? { firstChild(.name).map(NameSyntax.init) }
  fileprivate var path: PathSyntax? { firstChild(.path).map(PathSyntax.init) }
  fileprivate var body: Body? { firstChild(.body).map(Body.init) }

  fileprivate var expression: Expression {
    for index in 0..<childCount where child(index).kind.isExpression {
      return Expression(child(index))
    }
    return .missing(self)
  }

  var parameters: [Word] {
    guard let list = firstChild(.parameters) else { return [] }
    return list.children.filter { $0.kind == .name }.map { Word(text: $0.text, span: $0.span) }
  }
}
