import PlanModel

/// Why an operator has no result.
enum OperationFailure: Error, Hashable {
  case units
  case divisionByZero
  case overflow
  case currencies(Currency, Currency)
  /// The first point of a range lies above the second.
  case order
  /// A fourth point, or a range as the end of a range.
  case tooManyPoints
  /// `@` with three points or with none.
  case confidenceOfNoRange
  /// `@` with something other than a share that leaves a range.
  case confidenceShare
  /// Working days that do not come out whole cannot move a date.
  case partOfADay
  /// A day before or after every year a plan may speak of.
  case beyondCalendar

  init(_ failure: ArithmeticFailure) {
    switch failure {
    case .units: self = .units
    case .divisionByZero: self = .divisionByZero
    case .overflow: self = .overflow
    case .currencies(let left, let right): self = .currencies(left, right)
    }
  }
}

typealias OperationResult = Result<Value, OperationFailure>

extension Value {
  func plus(_ other: Value, _ calendar: WorkCalendar) -> OperationResult {
    switch (self, other) {
    case (.date(let period), .quantity(let time)):
      period.moved(by: time, calendar).map { .date($0) }
    case (.quantity(let time), .date(let period)):
      period.moved(by: time, calendar).map { .date($0) }
    case (.reference(let reference), .quantity(let time)): reference.adding(time)
    default: arithmetic(other) { $0.plus($1) }
    }
  }

  func minus(_ other: Value, _ calendar: WorkCalendar) -> OperationResult {
    switch (self, other) {
    case (.date(let period), .quantity(let time)):
      return time.negated.map { period.moved(by: $0, calendar).map { .date($0) } }
        ?? .failure(.overflow)
    case (.reference(let reference), .quantity(let time)):
      return time.negated.map { reference.adding($0) } ?? .failure(.overflow)
    case (.date(let later), .date(let earlier)):
      let days = calendar.workingDays(after: earlier.first, upTo: later.first)
      return .success(.quantity(Quantity(Rational(Int64(days)), .workingDays)))
    default: return arithmetic(other) { $0.minus($1) }
    }
  }

  func times(_ other: Value) -> OperationResult {
    switch (self, other) {
    case (.spread(let spread), .quantity(let factor)) where factor.unit.isPlain:
      spread.mapped { $0.times(factor) }
    case (.quantity(let factor), .spread(let spread)) where factor.unit.isPlain:
      spread.mapped { $0.times(factor) }
    default: arithmetic(other) { $0.times($1) }
    }
  }

  func divided(by other: Value) -> OperationResult {
    if case .spread(let spread) = self, case .quantity(let divisor) = other, divisor.unit.isPlain {
      return spread.mapped { $0.divided(by: divisor) }
    }
    return arithmetic(other) { $0.divided(by: $1) }
  }

  var negated: Value? {
    switch self {
    case .quantity(let quantity): quantity.negated.map { .quantity($0) }
    case .spread(let spread):
      switch spread.mapped({ $0.negated.map { .success($0) } ?? .failure(.overflow) }) {
      case .success(let value): value
      case .failure: nil
      }
    default: nil
    }
  }

  /// An estimate in arithmetic is its mean; only scaling by a plain factor keeps its three points, which is what
  /// `effort: old * 80%` needs.
  private func arithmetic(
    _ other: Value, _ operation: (Quantity, Quantity) -> ArithmeticResult
  ) -> OperationResult {
    guard let left = single, let right = other.single else { return .failure(.units) }
    return operation(left, right).map { .quantity($0) }.mapError(OperationFailure.init)
  }

  /// The one quantity that stands for the value in arithmetic; `nil` for what has none.
  var single: Quantity? {
    switch self {
    case .quantity(let quantity): quantity
    case .spread(let spread): spread.mean
    default: nil
    }
  }
}

extension Spread {
  /// Each point put through `operation`; descending results are turned round.
  fileprivate func mapped(_ operation: (Quantity) -> ArithmeticResult) -> OperationResult {
    do throws(ArithmeticFailure) {
      let first = try operation(low).get()
      let middle = try likely.map { point throws(ArithmeticFailure) in try operation(point).get() }
      let last = try operation(high).get()
      let isAscending = first.magnitude <= last.magnitude
      return .success(
        .spread(
          Spread(
            low: isAscending ? first : last, likely: middle, high: isAscending ? last : first,
            share: share)))
    } catch {
      return .failure(OperationFailure(error))
    }
  }
}

extension Unit {
  fileprivate var isPlain: Bool { self == .number || self == .percent }
}

extension Reference {
  /// A lag more; lags of working days and of months do not add up.
  fileprivate func adding(_ time: Quantity) -> OperationResult {
    guard isAwaited, time.isTime else {
      return .failure(.units)
    }
    guard time.magnitude.isWhole else { return .failure(.partOfADay) }
    var moved = self
    guard let lag, !lag.isZero else {
      moved.lag = time
      return .success(.reference(moved))
    }
    return lag.plus(time).mapError(OperationFailure.init).map { sum in
      moved.lag = sum
      return .reference(moved)
    }
  }
}
