import PlanModel
import PlanSyntax

extension Environment {
  mutating func binary<Names: NameResolver>(
    _ binary: BinarySyntax, hint: ValueType?, _ names: inout Names
  ) -> Value {
    switch binary.operation {
    case .and, .or: return logical(binary, &names)
    case .coalesce:
      let left = value(of: binary.left, hint: hint, &names)
      if left == .none { return value(of: binary.right, hint: hint, &names) }
      lookAt(untaken: binary.right, names)
      return left
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn:
      return comparison(binary, &names)
    default: break
    }
    if let word = dashedName(binary, hint: hint, &names) { return name([word], hint: hint, &names) }
    if hint?.takesDependencies == true, TableRow(excerpt(binary.span)) != nil {
      // `1FS+2d` is one row of a table, and no sum.
      return value(of: binary.left, hint: nil, &names)
    }
    // The left side of a long chain is walked in a loop: `a + b + … + z` nests as deep as it is long.
    var chain = [binary]
    while case .binary(let inner) = chain[chain.count - 1].left, inner.operation.isArithmetic {
      chain.append(inner)
    }
    let operandHint = binary.operation.isLag ? hint : nil
    var left = value(of: chain[chain.count - 1].left, hint: operandHint, &names)
    for (index, step) in chain.enumerated().reversed() {
      let right = value(of: step.right, hint: nil, &names)
      left = apply(step, left, right, outer: index > 0 ? chain[index - 1].operation : nil, names)
    }
    return left
  }

  /// Words such as `enabler` are looked up where the other side says what kind of value is expected.
  private mutating func comparison<Names: NameResolver>(
    _ binary: BinarySyntax, _ names: inout Names
  ) -> Value {
    let leftType = type(of: binary.left, names)
    let left = value(
      of: binary.left, hint: leftType == nil ? type(of: binary.right, names) : nil, &names)
    if left.isPoison { return .poison }
    // `it in initiatives`: the list of them all, and no initiative of that name.
    let isSource = binary.right.isSource && (binary.operation == .isIn || left.members != nil)
    let right = value(
      of: binary.right, hint: isSource ? nil : leftType ?? typeBeside(left), &names)
    return apply(binary, left, right, outer: nil, names)
  }

  mutating func unary<Names: NameResolver>(_ unary: UnarySyntax, _ names: inout Names) -> Value {
    let operand = value(of: unary.operand, hint: nil, &names)
    switch unary.operation {
    case .not:
      return truth(of: operand, at: unary.operand.span).map { .boolean(!$0) } ?? .poison
    case .negate:
      if operand.isPoison { return .poison }
      if let negated = operand.negated { return negated }
      report(.cannotNegate(operand, excerpt(unary.operand.span), at: unary.operand.span))
      return .poison
    }
  }

  private mutating func logical<Names: NameResolver>(
    _ binary: BinarySyntax, _ names: inout Names
  ) -> Value {
    let left = value(of: binary.left, hint: .boolean, &names)
    // Both sides are evaluated, so that what is wrong on the right is told whatever the left says.
    let right = value(of: binary.right, hint: .boolean, &names)
    let first = truth(of: left, at: binary.left.span)
    let second = truth(of: right, at: binary.right.span)
    guard let first, let second else { return .poison }
    return .boolean(binary.operation == .and ? first && second : first || second)
  }

  private mutating func apply<Names: NameResolver>(
    _ binary: BinarySyntax, _ left: Value, _ right: Value, outer: BinaryOperator?, _ names: Names
  ) -> Value {
    if left.isPoison || right.isPoison { return .poison }
    guard mayMoveDate(left, right, at: binary.span), mayCompare(left, right, at: binary.span)
    else { return .poison }
    let result: OperationResult
    switch binary.operation {
    case .add: result = left.plus(right, calendar)
    case .subtract: result = left.minus(right, calendar)
    case .multiply: result = left.times(right)
    case .divide: result = left.divided(by: right)
    case .range: result = left.through(right)
    case .confidence: result = left.atConfidence(right)
    case .change: result = left.changing(to: right)
    case .isIn:
      let size = right.size(atMost: Environment.elementsMax)
      guard mayStep(size, at: binary.span) else { return .poison }
      result = right.contains(left)
    case .equal: result = left.equals(right).map { .boolean($0) }
    case .notEqual: result = left.equals(right).map { .boolean(!$0) }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      result = left.compared(to: right, by: binary.operation)
    case .and, .or, .coalesce: result = .failure(.units)
    }
    switch result {
    case .success(let value): return value
    case .failure(let failure):
      // Of three points, two turned around are not mended.
      let isOpen = failure == .order && outer == .range
      var diagnostic = Diagnostic.operation(
        failure, binary.operation.rawValue,
        Operand(
          value: left, span: binary.left.span, source: isOpen ? "" : excerpt(binary.left.span)),
        Operand(value: right, span: binary.right.span, source: excerpt(binary.right.span)),
        at: binary.span)
      diagnostic.secondary += origin(of: binary.left, left, names)
      diagnostic.secondary += origin(of: binary.right, right, names)
      report(diagnostic)
      return .poison
    }
  }

  /// Where an operand that is a name got its value and its unit from.
  func origin<Names: NameResolver>(
    of operand: Expression, _ value: Value, _ names: Names
  ) -> [Diagnostic.Label] {
    guard let path = operand.path, let place = names.origin(of: path) else { return [] }
    return [Diagnostic.Label(place, "declared here as \(value.description)")]
  }
}

extension Environment {
  /// Dates move a working day at a time, and what lies between two of them is counted a day at a time.
  fileprivate mutating func mayMoveDate(_ left: Value, _ right: Value, at span: Span) -> Bool {
    let days: Int
    switch (left, right) {
    case (.date, .quantity(let time)), (.quantity(let time), .date):
      days = time.unit == .workingDays ? Int(clamping: time.magnitude.rounded) : 0
    case (.date(let first), .date(let second)): days = first.first.days(until: second.first)
    default: return true
    }
    let weeks = min(days.magnitude / 7, UInt(CivilDate.years.count) * 53)
    return weeks == 0 || mayStep(Int(weeks), at: span)
  }
}

/// One side of an operator, as errors show it.
struct Operand {
  var value: Value
  var span: Span
  var source: String

  /// As a mend quotes it; of a value among many no source is known.
  var shown: String { source.isEmpty ? "…" : source }
}

extension BinaryOperator {
  /// Those that chain to the left without a sense of their own for each step.
  var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide, .range: true
    default: false
    }
  }

  /// `storage + 1w`: what is wanted of the sum is wanted of its left side.
  fileprivate var isLag: Bool { self == .add || self == .subtract }
}
