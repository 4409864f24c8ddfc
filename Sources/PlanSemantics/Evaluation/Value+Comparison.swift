import PlanModel
import PlanSyntax

extension Value {
  /// Whether both are the same; values of different kinds are an error, except that anything compares with `none`.
  func equals(_ other: Value) -> Result<Bool, OperationFailure> {
    switch (self, other) {
    case (.none, _), (_, .none), (.text, .text), (.boolean, .boolean), (.symbol, .symbol),
      (.reference, .reference), (.list, .list), (.record, .record), (.dates, .dates),
      (.change, .change):
      return .success(self == other)
    case (.date(let left), .date(let right)): return .success(left.days == right.days)
    // Where a list is wanted one value will do.
    case (.list(let values), _): return Value.list([other]).equalsList(values)
    case (_, .list(let values)): return Value.list([self]).equalsList(values)
    // Ranges without a middle have nothing but their ends to be the same by.
    case (.spread(let left), .spread(let right)) where left.mean == nil && right.mean == nil:
      return left.equals(right)
    case (.symbol(let word), .quantity), (.quantity, .symbol(let word)):
      guard Vocabulary.levels.contains(word) else { return .failure(.units) }
      return order(beside: other).map { $0 == .equal }
    default:
      return ordering(other).map { $0 == .equal }
    }
  }

  private func equalsList(_ values: [Value]) -> Result<Bool, OperationFailure> {
    .success(self == .list(values))
  }

  /// `<`, `<=`, `>`, `>=` of quantities and dates.
  ///
  /// Periods compare by the ends that make the words true: before a quarter is before its first day, by a quarter is by
  /// its last.
  func compared(to other: Value, by operation: BinaryOperator) -> OperationResult {
    // What is not there is neither more nor less.
    if self == .none || other == .none { return .success(.boolean(false)) }
    if case .date(let left) = self, case .date(let right) = other {
      switch operation {
      case .less: return .success(.boolean(left.last < right.first))
      case .lessOrEqual: return .success(.boolean(left.last <= right.last))
      case .greater: return .success(.boolean(left.first > right.last))
      default: return .success(.boolean(left.first >= right.first))
      }
    }
    return ordering(other).map { order in
      switch operation {
      case .less: .boolean(order == .smaller)
      case .lessOrEqual: .boolean(order != .larger)
      case .greater: .boolean(order == .larger)
      default: .boolean(order != .smaller)
      }
    }
  }

  /// `element in self`.
  func contains(_ element: Value) -> OperationResult {
    switch (self, element) {
    case (.none, _): return .success(.boolean(false))
    case (.list(let values), _):
      var found = false
      for value in values {
        switch element.equals(value) {
        case .success(let isSame): found = found || isSame
        case .failure(let failure): return .failure(failure)
        }
      }
      return .success(.boolean(found))
    case (.date(let period), .date(let date)):
      return .success(.boolean(period.first <= date.first && date.last <= period.last))
    case (.dates(let first, let last), .date(let date)):
      return .success(.boolean(first.first <= date.first && date.last <= last.last))
    case (.spread(let spread), .quantity(let quantity)):
      return spread.contains(quantity)
    default: return .failure(.units)
    }
  }

  private func ordering(_ other: Value) -> Result<Quantity.Ordering, OperationFailure> {
    if case .symbol = self { return order(beside: other) }
    if case .symbol = other { return order(beside: other) }
    guard let left = single, let right = other.single else { return .failure(.units) }
    return left.compare(right).mapError(OperationFailure.init)
  }
}

extension Spread {
  fileprivate func equals(_ other: Spread) -> Result<Bool, OperationFailure> {
    low.compare(other.low).flatMap { atLow in
      high.compare(other.high).map { atHigh in
        atLow == .equal && atHigh == .equal && share == other.share
      }
    }.mapError(OperationFailure.init)
  }

  /// Ranges of time are half-open, all others hold their ends.
  fileprivate func contains(_ quantity: Quantity) -> OperationResult {
    quantity.compare(low).flatMap { fromLow in
      quantity.compare(high).map { fromHigh in
        .boolean(
          fromLow != .smaller && (fromHigh == .smaller || (!low.isTime && fromHigh == .equal)))
      }
    }.mapError(OperationFailure.init)
  }
}
