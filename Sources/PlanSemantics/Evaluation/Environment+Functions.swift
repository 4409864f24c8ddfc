import PlanModel
import PlanSyntax

/// Functions that need nothing but their arguments.
enum Function: String, CaseIterable {
  case min
  case max
  case sum
  case count
  case round
  case abs

  /// One value is wanted; the others take a list or several values.
  var takesOne: Bool { self == .round || self == .abs }
}

extension Environment {
  mutating func call<Names: NameResolver>(_ call: CallSyntax, _ names: inout Names) -> Value {
    guard case .name(let word) = call.callee, let function = Function(rawValue: word.text) else {
      report(.scriptingNotYet(at: call.span))
      return .poison
    }
    var values: [Value] = []
    for argument in call.arguments {
      values.append(value(of: argument, hint: nil, &names))
    }
    if values.contains(.poison) { return .poison }
    var spans = call.arguments.map(\.span)
    if values.count == 1, case .list(let elements) = values[0], !function.takesOne {
      values = elements
      spans = Array(repeating: spans[0], count: elements.count)
    }
    if function.takesOne, values.count != 1 {
      report(.wrongArguments(function, count: values.count, at: call.span))
      return .poison
    }
    return apply(function, values, spans, at: call.span)
  }

  private mutating func apply(
    _ function: Function, _ values: [Value], _ spans: [Span], at span: Span
  ) -> Value {
    switch function {
    case .count: return .number(Rational(Int64(values.count)))
    case .abs: return absolute(values[0], spans[0])
    case .round:
      guard let number = values[0].number else {
        report(.wrongArgument(function, values[0], at: spans[0]))
        return .poison
      }
      return .number(Rational(number.rounded))
    case .min, .max, .sum: return folded(function, values, spans, at: span)
    }
  }

  private mutating func absolute(_ value: Value, _ span: Span) -> Value {
    guard case .quantity(let quantity) = value,
      let magnitude = quantity.isNegative ? quantity.negated : quantity
    else {
      report(.wrongArgument(.abs, value, at: span))
      return .poison
    }
    return .quantity(magnitude)
  }

  /// `none` is skipped, as the language says of sums.
  private mutating func folded(
    _ function: Function, _ values: [Value], _ spans: [Span], at span: Span
  ) -> Value {
    var result: Value?
    for (value, place) in zip(values, spans) where value != .none {
      guard let before = result else {
        if value.single == nil, !value.isDate || function == .sum {
          report(.wrongArgument(function, value, at: place))
          return .poison
        }
        result = value
        continue
      }
      switch combined(function, before, value) {
      case .success(let after): result = after
      case .failure(let failure):
        report(
          .operation(
            failure, function.rawValue, Operand(value: before, span: spans[0], source: ""),
            Operand(value: value, span: place, source: excerpt(place)), at: span))
        return .poison
      }
    }
    if let result { return result }
    if function == .sum { return .number(.zero) }
    return .none
  }

  private func combined(
    _ function: Function, _ before: Value, _ value: Value
  ) -> OperationResult {
    if function == .sum { return before.plus(value, calendar) }
    let isSmaller = value.compared(to: before, by: .less)
    return isSmaller.map { $0 == .boolean(function == .min) ? value : before }
  }
}

extension Value {
  fileprivate var isDate: Bool { if case .date = self { true } else { false } }
}
