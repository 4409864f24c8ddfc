// From nodes to expressions.
extension Expression {
  /// The expression of a node; `.missing` for a node that is none.
  ///
  /// - Complexity: O(tokens of the node).
  package init(_ node: SyntaxNode) {
    switch node.kind {
    case .nameExpression: self = .name(Word(node.onlyToken))
    case .madeName: self = .madeName(NameSyntax(syntax: node))
    case .booleanLiteral:
      self = .boolean(BooleanSyntax(value: node.onlyToken.kind == .trueWord, span: node.span))
    case .noneLiteral: self = .none(node.span)
    case .quantity: self = .quantity(QuantitySyntax(node.onlyToken))
    case .dateLiteral: self = .date(DateSyntax(text: node.text, span: node.span))
    case .text: self = .text(TextSyntax(syntax: node))
    case .list: self = .list(ListSyntax(elements: node.expressions, span: node.span))
    case .record: self = .record(RecordSyntax(fields: node.fields, span: node.span))
    case .parenthesised: self = .paren(ParenSyntax(inner: node.expression(0), span: node.span))
    case .call:
      let arguments = node.firstChild(.arguments)?.expressions ?? []
      self = .call(
        CallSyntax(callee: node.expression(0), arguments: arguments, span: node.span))
    case .member: self = node.member
    case .lambda:
      self = .lambda(
        LambdaSyntax(parameters: node.parameters, body: node.expression(0), span: node.span))
    case .ofExpression:
      self = .of(
        OfSyntax(element: node.expression(0), collection: node.expression(1), span: node.span))
    case .unary, .binary: self = node.operation
    case .conditional:
      self = .conditional(
        ConditionalSyntax(
          condition: node.expression(0), then: node.expression(1), otherwise: node.expression(2),
          span: node.span))
    case .query:
      self = .query(QuerySyntax(base: node.expression(0), clauses: node.clauses, span: node.span))
    default: self = .missing(node)
    }
  }

  /// The expression inside `\(…)`.
  init(interpolated node: SyntaxNode) { self = node.expression(0) }
}

extension SyntaxKind {
  /// Whether a node of this kind is an expression, a missing one included.
  var isExpression: Bool {
    switch self {
    case .nameExpression, .madeName, .booleanLiteral, .noneLiteral, .quantity, .dateLiteral,
      .text, .list,
      .record, .parenthesised, .call, .member, .lambda, .ofExpression, .unary, .binary,
      .conditional, .query, .missing:
      return true
    default:
      return false
    }
  }
}

extension SyntaxNode {
  fileprivate var onlyToken: SyntaxToken { tree.token(tokenRange.lowerBound) }

  fileprivate var expressions: [Expression] {
    children.filter { $0.kind.isExpression }.map { Expression($0) }
  }

  /// The child expression with an index, `.missing` if a mistake left it out.
  fileprivate func expression(_ index: Int) -> Expression {
    var seen = 0
    for slot in 0..<childCount where child(slot).kind.isExpression {
      if seen == index { return Expression(child(slot)) }
      seen += 1
    }
    return .missing(self)
  }

  fileprivate var fields: [(name: Word, value: Expression)] {
    children.filter { $0.kind == .field }.map {
      (Word($0.tree.token($0.tokenRange.lowerBound)), $0.expression(0))
    }
  }

  fileprivate var member: Expression {
    guard let name = firstToken(where: { $0.isWord }) else { return .missing(self) }
    return .member(MemberSyntax(base: expression(0), name: Word(name), span: span))
  }

  fileprivate var operation: Expression {
    guard let token = tokens.first else { return .missing(self) }
    if kind == .unary {
      return .unary(
        UnarySyntax(
          operation: token.kind == .notWord ? .not : .negate, operationSpan: token.span,
          operand: expression(0), span: span))
    }
    guard let operation = BinaryOperator(token.kind) else { return .missing(self) }
    return .binary(
      BinarySyntax(
        operation: operation, operationSpan: token.span, left: expression(0),
        right: expression(1), span: span))
  }

  fileprivate var clauses: [QuerySyntax.Clause] {
    children.compactMap { clause in
      switch clause.kind {
      case .whereClause: .filter(clause.expression(0))
      case .sortClause:
        .sort(by: clause.expression(0), descending: clause.firstToken(.descWord) != nil)
      case .groupClause: .group(by: clause.expression(0))
      case .takeClause: .take(clause.expression(0))
      case .showClause: .show(clause.expression(0))
      case .asClause:
        clause.firstChild(.name).map { .named(Word(text: $0.text, span: $0.span)) }
      default: nil
      }
    }
  }
}
