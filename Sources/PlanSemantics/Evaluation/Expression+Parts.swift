import PlanSyntax

extension Expression {
  /// The expressions directly inside, in source order.
  var parts: [Expression] {
    switch self {
    case .name, .boolean, .none, .quantity, .date, .missing: []
    case .madeName(let name): name.interpolations
    case .text(let text): text.interpolations
    case .list(let list): list.elements
    case .record(let record): record.fields.map(\.value)
    case .paren(let paren): [paren.inner]
    case .call(let call): call.arguments
    case .member(let member): [member.base]
    case .lambda(let lambda): [lambda.body]
    case .of(let of): [of.element, of.collection]
    case .unary(let unary): [unary.operand]
    case .binary(let binary): [binary.left, binary.right]
    case .conditional(let choice): [choice.condition, choice.then, choice.otherwise]
    case .query(let query): [query.base] + query.clauses.compactMap(\.expression)
    }
  }

  /// The names that it calls, in source order.
  ///
  /// - Complexity: O(size of the expression); a stack of its own, because a long sum nests deep.
  var calledNames: [Word] {
    var found: [Word] = []
    var pending = [self]
    while let next = pending.popLast() {
      if case .call(let call) = next, case .name(let word) = call.callee { found.append(word) }
      pending += next.parts.reversed()
    }
    return found
  }

  /// Whether it is a list written out.
  var isList: Bool { if case .list = unwrapped { true } else { false } }

  /// Whether it is a list such as `initiatives`.
  var isSource: Bool {
    if case .name(let word) = unwrapped { Kind(plural: word.text) != nil } else { false }
  }

  /// The words of a name or of names with dots between; `nil` for anything else.
  var path: [Word]? {
    switch unwrapped {
    case .name(let word): [word]
    case .member(let member): member.base.path.map { $0 + [member.name] }
    default: nil
    }
  }

  /// Without the parentheses around it.
  var unwrapped: Expression {
    var result = self
    while case .paren(let paren) = result { result = paren.inner }
    return result
  }
}

extension QuerySyntax.Clause {
  /// What is evaluated for each element; `nil` for `as`.
  var expression: Expression? {
    switch self {
    case .filter(let expression), .sort(let expression, _), .group(let expression),
      .take(let expression), .show(let expression):
      expression
    case .named: nil
    }
  }
}

extension NameSyntax {
  fileprivate var interpolations: [Expression] {
    parts.compactMap { if case .interpolation(let expression) = $0 { expression } else { nil } }
  }
}

extension TextSyntax {
  fileprivate var interpolations: [Expression] {
    segments.compactMap { segment in
      if case .interpolation(let expression) = segment { expression } else { nil }
    }
  }
}
