/// An expression, as a value to be matched on.
///
/// Made from the tree in one go, and never so deep that a function cannot recurse over it: at most
/// `Parser.expressionHeightMax` nodes and a few for each of `Parser.nestingMax` levels of brackets.
package indirect enum Expression: Sendable {
  case name(Word)
  /// `launch_\(market)`.
  case madeName(NameSyntax)
  case boolean(BooleanSyntax)
  /// `none`.
  case none(Span)
  case quantity(QuantitySyntax)
  case date(DateSyntax)
  case text(TextSyntax)
  case list(ListSyntax)
  case record(RecordSyntax)
  case paren(ParenSyntax)
  case call(CallSyntax)
  case member(MemberSyntax)
  case lambda(LambdaSyntax)
  case of(OfSyntax)
  case unary(UnarySyntax)
  case binary(BinarySyntax)
  case conditional(ConditionalSyntax)
  case query(QuerySyntax)
  /// Could not be read, and a diagnostic says so: whatever is made of it is silent.
  case missing(SyntaxNode)

  package var span: Span {
    switch self {
    case .name(let word): word.span
    case .madeName(let name): name.span
    case .boolean(let literal): literal.span
    case .none(let span): span
    case .quantity(let literal): literal.span
    case .date(let literal): literal.span
    case .text(let text): text.span
    case .list(let list): list.span
    case .record(let record): record.span
    case .paren(let paren): paren.span
    case .call(let call): call.span
    case .member(let member): member.span
    case .lambda(let lambda): lambda.span
    case .of(let of): of.span
    case .unary(let unary): unary.span
    case .binary(let binary): binary.span
    case .conditional(let conditional): conditional.span
    case .query(let query): query.span
    case .missing(let node): node.span
    }
  }

  package var range: TextRange { span.range }
}

/// `[a, b]`.
package struct ListSyntax: Sendable {
  package var elements: [Expression]
  package var span: Span
}

/// `{ a: 1, b: 2 }`.
package struct RecordSyntax: Sendable {
  package var fields: [(name: Word, value: Expression)]
  package var span: Span
}

/// `(a)`.
package struct ParenSyntax: Sendable {
  package var inner: Expression
  package var span: Span
}

/// `callee(a, b)`.
package struct CallSyntax: Sendable {
  package var callee: Expression
  package var arguments: [Expression]
  package var span: Span
}

/// `base.name`.
package struct MemberSyntax: Sendable {
  package var base: Expression
  package var name: Word
  package var span: Span
}

/// `i => i.effort`, `(a, b) => a + b`.
package struct LambdaSyntax: Sendable {
  package var parameters: [Word]
  package var body: Expression
  package var span: Span
}

/// `effort of initiatives`.
package struct OfSyntax: Sendable {
  package var element: Expression
  package var collection: Expression
  package var span: Span
}

package struct UnarySyntax: Sendable {
  package var operation: UnaryOperator
  package var operationSpan: Span
  package var operand: Expression
  package var span: Span
}

package struct BinarySyntax: Sendable {
  package var operation: BinaryOperator
  package var operationSpan: Span
  package var left: Expression
  package var right: Expression
  package var span: Span
}

/// `if a then b else c`.
package struct ConditionalSyntax: Sendable {
  package var condition: Expression
  package var then: Expression
  package var otherwise: Expression
  package var span: Span
}

/// `base where … sort by … take 5`.
package struct QuerySyntax: Sendable {
  package var base: Expression
  /// In the order they are written and apply in.
  package var clauses: [Clause]
  package var span: Span

  package enum Clause: Sendable {
    case filter(Expression)
    case sort(by: Expression, descending: Bool)
    case group(by: Expression)
    case take(Expression)
    case show(Expression)
    /// `as i`: the name of the element.
    case named(Word)
  }
}

package enum UnaryOperator: String, Hashable, Sendable {
  case negate = "-"
  case not
}

package enum BinaryOperator: String, Hashable, Sendable {
  case or
  case and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  /// `x ?? 0`.
  case coalesce = "??"
  /// `$0 -> $4M`.
  case change = "->"
  /// `3pw..6pw @ 80%`.
  case confidence = "@"
  /// `3mo..6mo`; three points are two of these, to the left.
  case range = ".."
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"

  init?(_ kind: SyntaxKind) {
    switch kind {
    case .orWord: self = .or
    case .andWord: self = .and
    // Reported as what it is by the parser.
    case .equals, .equalEqual: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterEqual: self = .greaterOrEqual
    case .inWord: self = .isIn
    case .coalesce: self = .coalesce
    case .arrow: self = .change
    case .at: self = .confidence
    case .rangeDots: self = .range
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    default: return nil
    }
  }
}
