import PlanModel
import PlanSyntax

// Many values to one: `count sum mean median min max`.
extension Environment {
  mutating func aggregate<Names: NameResolver>(
    _ builtIn: BuiltIn, _ inputs: [Input], _ call: CallSyntax, _ names: inout Names
  ) -> Value {
    if inputs.isEmpty {
      guard names.locals.element?.group != nil, let group = names.locals.element?.value.members
      else {
        report(.argumentCount(builtIn, count: 0, at: call.span))
        return .poison
      }
      return .number(Rational(Int64(group.count)))
    }
    guard inputs.count == 1 else {
      return aggregate(
        builtIn, inputs.map(\.value), at: inputs[inputs.count - 1].span, in: call.span, type: nil)
    }
    let input = inputs[0]
    // The mean of an estimate is its own.
    if builtIn.operation == .mean, case .spread(let spread) = input.value {
      if let mean = spread.mean { return .quantity(mean) }
      report(
        .wrongArgument(
          builtIn, input.value, wanted: "a list or an estimate of three points", at: input.span))
      return .poison
    }
    if builtIn.operation == .count, input.value.members == nil {
      report(.wrongArgument(builtIn, input.value, wanted: "a list", at: input.span))
      return .poison
    }
    return aggregate(
      builtIn, input.value.members ?? [input.value], at: input.span, in: call.span,
      type: type(of: call.arguments[0], names)?.element)
  }

  /// The type is that of the values, where it is known: the sum of no efforts is an effort.
  mutating func aggregate(
    _ builtIn: BuiltIn, _ values: [Value], at span: Span, in call: Span, type: ValueType?
  ) -> Value {
    guard mayStep(values.count, at: call) else { return .poison }
    let present = values.filter { $0 != .none }
    let missing = values.count - present.count
    if missing > 0, builtIn.operation != .count {
      remark(
        "`\(builtIn.name)` passes over \(missing) of \(values.count) that \(missing == 1 ? "is" : "are") `none`",
        at: call)
    }
    switch builtIn.operation {
    case .count: return .number(Rational(Int64(values.count)))
    case .sum:
      return sum(builtIn, present, at: span, in: call) ?? type?.zero(currency) ?? .number(.zero)
    case .mean:
      guard let sum = sum(builtIn, present, at: span, in: call) else { return .none }
      return quotient(sum, present.count, at: call)
    case .median: return median(builtIn, present, at: span, in: call)
    default: return folded(builtIn, present, at: span)
    }
  }

  /// `nil` for no values.
  private mutating func sum(
    _ builtIn: BuiltIn, _ values: [Value], at span: Span, in call: Span
  ) -> Value? {
    guard var total = values.first else { return nil }
    guard total.single != nil else {
      report(
        .wrongArgument(
          builtIn, total, wanted: "numbers, amounts and rates", at: span,
          help: "add up an amount of each: `sum(effort of …)`"))
      return .poison
    }
    // One value alone is its mean as well, as it is with others beside it.
    if let single = total.single { total = .quantity(single) }
    for value in values.dropFirst() {
      switch total.plus(value, calendar) {
      case .success(let sum): total = sum
      case .failure(let failure):
        report(
          .operation(
            failure, builtIn.name, Operand(value: total, span: span, source: ""),
            Operand(value: value, span: span, source: excerpt(span)), at: call))
        return .poison
      }
    }
    return total
  }

  private mutating func quotient(_ sum: Value, _ count: Int, at span: Span) -> Value {
    if sum.isPoison { return .poison }
    switch sum.divided(by: .number(Rational(Int64(count)))) {
    case .success(let value): return value
    case .failure(let failure):
      let operand = Operand(value: sum, span: span, source: "")
      report(.operation(failure, "/", operand, operand, at: span))
      return .poison
    }
  }

  private mutating func median(
    _ builtIn: BuiltIn, _ values: [Value], at span: Span, in call: Span
  ) -> Value {
    guard let order = sorted(values, at: span) else { return .poison }
    guard let middle = order.isEmpty ? nil : order[(order.count - 1) / 2] else { return .none }
    if order.count % 2 == 1 { return values[middle] }
    let pair = [values[middle], values[order[order.count / 2]]]
    guard pair[0].single != nil else { return pair[0] }
    guard let sum = sum(builtIn, pair, at: span, in: call) else { return .none }
    return quotient(sum, 2, at: call)
  }

  private mutating func folded(_ builtIn: BuiltIn, _ values: [Value], at span: Span) -> Value {
    guard var best = values.first else { return .none }
    guard best.isOrdered else {
      report(
        .wrongArgument(builtIn, best, wanted: "numbers, amounts, rates and dates", at: span))
      return .poison
    }
    for value in values.dropFirst() {
      guard let order = ordering(value, best, at: span) else { return .poison }
      if order == (builtIn.operation == .max ? .larger : .smaller) { best = value }
    }
    return best
  }
}

extension ValueType {
  /// What a list of this holds.
  var element: ValueType? { if case .list(let element) = self { element } else { nil } }

  /// The sum of no values; `nil` where the type tells no unit.
  func zero(_ currency: Currency?) -> Value? {
    let unit: Unit
    switch self {
    case .effort, .effortAmount: unit = .effort
    case .money: unit = .money(currency ?? .dollar)
    case .moneyRate: unit = .rate(.money(currency ?? .dollar), per: .week)
    case .effortRate: unit = .rate(.effort, per: .week)
    case .elapsed, .slip: unit = .workingDays
    case .share, .percent: unit = .percent
    case .number, .count, .heads: unit = .number
    default: return nil
    }
    return .quantity(Quantity(.zero, unit))
  }
}
