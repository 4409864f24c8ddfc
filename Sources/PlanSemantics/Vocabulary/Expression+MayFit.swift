internal import PlanSyntax

extension Expression {
  /// Whether a property of a type could have been meant, as far as the value shows without being evaluated.
  ///
  /// An amount of money is no rate of it, so `cost: $4,000` asks for no `cost_of_delay`. A number whose unit is missing and
  /// time written for effort are slips of their own, and fit what counts.
  func mayFit(_ type: ValueType) -> Bool {
    switch type {
    case .any: return true
    case .list(let element): return mayFit(element)
    case .either(let types): return types.contains { mayFit($0) }
    default: break
    }
    switch self {
    case .quantity(let literal):
      let decoded = Literal(
        currency: literal.currency, digits: literal.digits, suffix: literal.suffix,
        per: literal.per
      ).decoded()
      guard case .success(let quantity) = decoded else { return type.isCounted }
      return quantity.mayFit(type)
    case .date: return type.takesDates
    case .boolean: return type == .boolean
    case .text: return !type.isCounted || type.takesTime
    case .paren(let paren): return paren.inner.mayFit(type)
    case .list(let list): return list.elements.first?.mayFit(type) ?? true
    case .binary(let binary) where [.range, .confidence, .change].contains(binary.operation):
      return binary.left.mayFit(type)
    default: return true
    }
  }
}

extension Quantity {
  fileprivate func mayFit(_ type: ValueType) -> Bool {
    if case .success = fitted(to: type) { return true }
    switch unit {
    case .number: return type.isCounted || type.isWord
    case .workingDays, .months, .effort: return type.takesTime
    case .free: return type.isCounted && type != .money
    case .rate(.money, _): return type == .moneyRate
    default: return type == .change || type == .measure
    }
  }
}

extension ValueType {
  fileprivate var takesTime: Bool {
    switch self {
    case .effort, .effortAmount, .elapsed, .elapsedRange, .slip, .offsetRange: true
    default: false
    }
  }

  fileprivate var takesDates: Bool {
    switch self {
    case .firstDay, .lastDay, .dateRange: true
    default: false
    }
  }

  fileprivate var isWord: Bool {
    if case .symbol = self { true } else { false }
  }

  /// Whether its values are amounts rather than words, names and days.
  fileprivate var isCounted: Bool {
    switch self {
    case .text, .boolean, .symbol, .reference, .dependency, .firstDay, .lastDay, .dateRange: false
    case .list(let element): element.isCounted
    case .either(let types): types.allSatisfy(\.isCounted)
    default: true
    }
  }
}
