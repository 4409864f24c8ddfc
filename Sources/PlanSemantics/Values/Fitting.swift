import PlanModel

/// Why a value is not what is wanted, where its kind is right or nearly so.
enum Misfit: Error, Hashable {
  /// Another kind of value altogether.
  case type
  case negative
  /// A share under 0 % or over 100 %.
  case notAShare
  /// A count, or days of a length of time, with a fraction.
  case notWhole
  /// People in less than tenths.
  case notTenths
  case tooLarge(limit: String)
  /// A word that is none of the set.
  case word
  /// A declaration of another kind.
  case kind
  /// A lag where the declaration alone is wanted.
  case lag
}

typealias Fitted = Result<Value, Misfit>

// Limits on what a plan may hold. They are far above any plan and far below where 64-bit sums of a plan's figures could
// overflow.
enum ValueLimit {
  /// Ten million person-weeks: more people-time than any company has in a plan.
  static let effortMinutes = Rational(24_000_000_000)
  /// A thousand billion units: above any company's worth.
  static let money = Rational(1_000_000_000_000)
  static let heads = Rational(1_000_000)
  static let count = Rational(Int64(Int32.max))
  /// Three hundred years, as long as the calendar reaches.
  static let workingDays = Rational(78_000)
  static let months = Rational(3600)
}

extension Value {
  /// The value as one of a type: in the form that the type's accessor reads, or why it is none.
  func fitted(to type: ValueType) -> Fitted {
    if self == .poison { return .success(self) }
    switch type {
    case .any: return .success(self)
    case .list(let element): return fittedList(of: element)
    case .either(let types): return fittedFirst(of: types)
    case .effort: return fittedEffort()
    case .slip: return fittedSlip()
    case .offsetRange: return fittedOffsets()
    case .shareRange: return fittedRange(of: .share)
    case .headsRange: return fittedRange(of: .heads)
    case .elapsedRange: return fittedRange(of: .elapsed)
    case .firstDay, .lastDay, .dateRange: return fittedDate(type)
    case .symbol(let words):
      guard case .symbol(let word) = self else { return .failure(.type) }
      return words.contains(word) ? .success(self) : .failure(.word)
    case .reference(let kinds), .dependency(let kinds):
      guard case .reference(let reference) = self else { return .failure(.type) }
      guard kinds.isEmpty || kinds.contains(reference.kind) else { return .failure(.kind) }
      if case .reference = type, reference.lag != nil { return .failure(.lag) }
      return .success(self)
    case .text: return text == nil ? .failure(.type) : .success(self)
    case .boolean: return boolean == nil ? .failure(.type) : .success(self)
    case .shareChange: return fittedShareChange()
    case .change: if case .change = self { return .success(self) } else { return .failure(.type) }
    default:
      guard case .quantity(let quantity) = self else { return .failure(.type) }
      return quantity.fitted(to: type).map { .quantity($0) }
    }
  }

  private func fittedShareChange() -> Fitted {
    guard case .change(let from, let target) = self else { return fitted(to: .share) }
    return from.fitted(to: .share).flatMap { first in
      target.fitted(to: .share).map { .change(from: first, to: $0) }
    }
  }

  private func fittedList(of element: ValueType) -> Fitted {
    guard case .list(let values) = self else {
      return fitted(to: element).map { .list([$0]) }
    }
    var result: [Value] = []
    for value in values {
      switch value.fitted(to: element) {
      case .success(let fitted): result.append(fitted)
      case .failure(let misfit): return .failure(misfit)
      }
    }
    return .success(.list(result))
  }

  /// The first that fits; else what is wrong with the one that came nearest.
  private func fittedFirst(of types: [ValueType]) -> Fitted {
    var misfit = Misfit.type
    for type in types {
      switch fitted(to: type) {
      case .success(let value): return .success(value)
      case .failure(let other): if misfit == .type { misfit = other }
      }
    }
    return .failure(misfit)
  }

  private func fittedEffort() -> Fitted {
    switch self {
    case .quantity(let quantity):
      return quantity.fitted(to: .effortAmount).map { .quantity($0) }
    case .spread(let spread):
      guard spread.unit == .effort else { return .failure(.type) }
      guard !spread.low.isNegative else { return .failure(.negative) }
      guard spread.high.magnitude <= ValueLimit.effortMinutes, let points = spread.threePoints
      else { return .failure(.tooLarge(limit: "10M person-weeks")) }
      return .success(.spread(points))
    default: return .failure(.type)
    }
  }

  private func fittedSlip() -> Fitted {
    guard case .spread(let spread) = self else {
      guard case .quantity(let quantity) = self else { return .failure(.type) }
      guard let days = quantity.converted(to: .workingDays) else { return .failure(.type) }
      return days.fitted(to: .elapsed).map { .quantity($0) }
    }
    guard spread.share == nil else { return .failure(.type) }
    let middle =
      spread.likely?.magnitude
      ?? spread.low.magnitude.plus(spread.high.magnitude)?.divided(by: 2)
      .map { Rational($0.rounded) }
    guard let middle else { return .failure(.tooLarge(limit: "300 years")) }
    var points: [Quantity] = []
    for magnitude in [spread.low.magnitude, middle, spread.high.magnitude] {
      guard let days = Quantity(magnitude, spread.unit).converted(to: .workingDays) else {
        return .failure(.type)
      }
      switch days.fitted(to: .elapsed) {
      case .success(let point): points.append(point)
      case .failure(let misfit): return .failure(misfit)
      }
    }
    return .success(.spread(Spread(low: points[0], likely: points[1], high: points[2])))
  }

  private func fittedOffsets() -> Fitted {
    guard case .spread(let spread) = self, spread.likely == nil, spread.share == nil else {
      return .failure(.type)
    }
    return spread.low.fitted(to: .elapsed).flatMap { low in
      spread.high.fitted(to: .elapsed).map { .spread(Spread(low: low, high: $0)) }
    }
  }

  /// Two ends of which one value may be both; a single value stays single only where heads are counted.
  private func fittedRange(of element: ValueType) -> Fitted {
    switch self {
    case .quantity(let quantity):
      return quantity.fitted(to: element).map {
        element == .share ? .spread(Spread(low: $0, high: $0)) : .quantity($0)
      }
    case .spread(let spread):
      guard spread.likely == nil, spread.share == nil else { return .failure(.type) }
      return spread.low.fitted(to: element).flatMap { low in
        spread.high.fitted(to: element).map { .spread(Spread(low: low, high: $0)) }
      }
    default: return .failure(.type)
    }
  }

  private func fittedDate(_ type: ValueType) -> Fitted {
    switch (self, type) {
    case (.date(let period), .firstDay): .success(.date(Period(period.first)))
    case (.date(let period), .lastDay): .success(.date(Period(period.last)))
    case (.date, .dateRange), (.dates, .dateRange): .success(self)
    default: .failure(.type)
    }
  }
}
