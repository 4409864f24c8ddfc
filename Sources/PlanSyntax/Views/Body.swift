/// A block `{ … }`, or a whole file.
package struct Body: Sendable {
  package let syntax: SyntaxNode

  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }

  /// What stands in it, in source order; what could not be read is left out, and has a diagnostic.
  ///
  /// - Complexity: O(statements); made anew by each call.
  package var statements: [Statement] {
    var result: [Statement] = []
    result.reserveCapacity(syntax.childCount)
    for index in 0..<syntax.childCount {
      if let statement = Statement(syntax.child(index)) { result.append(statement) }
    }
    return result
  }

  /// The items among the statements.
  package var items: [Item] {
    statements.compactMap { statement in
      if case .item(let item) = statement { item } else { nil }
    }
  }
}

/// One statement of a body.
package enum Statement: Sendable {
  case item(Item)
  case letBinding(LetStatement)
  case function(FnStatement)
  case template(TemplateStatement)
  case loop(ForStatement)
  case conditional(IfStatement)
  case importFile(ImportStatement)
  case print(PrintStatement)
  case add(AddStatement)
  case change(ChangeStatement)
  case drop(DropStatement)

  /// The statement of a node; `nil` if it is none, or lacks what makes it one.
  package init?(_ node: SyntaxNode) {
    switch node.kind {
    case .item: self = .item(Item(syntax: node))
    case .letStatement: self = .letBinding(LetStatement(syntax: node))
    case .fnStatement: self = .function(FnStatement(syntax: node))
    case .templateStatement: self = .template(TemplateStatement(syntax: node))
    case .forStatement: self = .loop(ForStatement(syntax: node))
    case .ifStatement: self = .conditional(IfStatement(syntax: node))
    case .importStatement: self = .importFile(ImportStatement(syntax: node))
    case .printStatement: self = .print(PrintStatement(syntax: node))
    case .addStatement: self = .add(AddStatement(syntax: node))
    case .changeStatement: self = .change(ChangeStatement(syntax: node))
    case .dropStatement: self = .drop(DropStatement(syntax: node))
    default: return nil
    }
  }

  package var syntax: SyntaxNode {
    switch self {
    case .item(let statement): statement.syntax
    case .letBinding(let statement): statement.syntax
    case .function(let statement): statement.syntax
    case .template(let statement): statement.syntax
    case .loop(let statement): statement.syntax
    case .conditional(let statement): statement.syntax
    case .importFile(let statement): statement.syntax
    case .print(let statement): statement.syntax
    case .add(let statement): statement.syntax
    case .change(let statement): statement.syntax
    case .drop(let statement): statement.syntax
    }
  }

  package var range: TextRange { syntax.range }
  package var span: Span { syntax.span }
}
