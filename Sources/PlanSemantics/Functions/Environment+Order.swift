import PlanModel
import PlanSyntax

// Which of two values comes first: for `sort by`, `group by`, `min`, `max` and `median`.
extension Environment {
  /// How two values stand to each other; `nil` and a diagnostic where they do not compare.
  mutating func ordering(_ left: Value, _ right: Value, at span: Span) -> Quantity.Ordering? {
    switch left.order(beside: right) {
    case .success(let order): return order
    case .failure(let failure):
      report(
        .operation(
          failure, "<", Operand(value: left, span: span, source: ""),
          Operand(value: right, span: span, source: ""), at: span))
      return nil
    }
  }

  /// The indices of values in ascending order, `none` last, equals as they stand; `nil` and a diagnostic where two of them
  /// do not compare.
  ///
  /// - Complexity: O(n log n).
  mutating func sorted(_ values: [Value], descending: Bool = false, at span: Span) -> [Int]? {
    // Each value is looked at as often as the list can be halved.
    let size = Value.list(values).size(atMost: Environment.elementsMax)
    let work = size / 4 * (Int.bitWidth - values.count.leadingZeroBitCount)
    guard mayStep(work, at: span) else { return nil }
    let present = values.indices.filter { values[$0] != .none }
    let absent = values.indices.filter { values[$0] == .none }
    do {
      let order = try present.sorted { first, second throws(Incomparable) in
        switch values[first].order(beside: values[second]) {
        case .success(.equal): return first < second
        case .success(let order): return order == (descending ? .larger : .smaller)
        case .failure(let failure):
          throw Incomparable(failure: failure, left: values[first], right: values[second])
        }
      }
      return order + absent
    } catch let error as Incomparable {
      report(
        .operation(
          error.failure, "<", Operand(value: error.left, span: span, source: ""),
          Operand(value: error.right, span: span, source: ""), at: span))
      return nil
    } catch {
      return nil
    }
  }
}

private struct Incomparable: Error {
  let failure: OperationFailure
  let left: Value
  let right: Value
}

extension Value {
  /// Whether there is a smaller and a larger of it.
  var isOrdered: Bool {
    switch self {
    case .date, .text: true
    default: single != nil
    }
  }

  /// Quantities by amount, dates by day, texts by their letters' numbers, words in the order of their vocabulary,
  /// declarations in the order of the plan, false before true.
  func order(beside other: Value) -> Result<Quantity.Ordering, OperationFailure> {
    switch (self, other) {
    case (.date(let left), .date(let right)):
      return .success(
        Quantity.Ordering((left.first, left.last), (right.first, right.last), by: <))
    case (.text(let left), .text(let right)):
      return .success(
        left == right
          ? .equal
          : left.utf8.lexicographicallyPrecedes(right.utf8) ? .smaller : .larger)
    case (.boolean(let left), .boolean(let right)):
      return .success(left == right ? .equal : right ? .smaller : .larger)
    case (.symbol(let left), .symbol(let right)):
      return .success(order(of: left, beside: right))
    case (.reference(let left), .reference(let right)):
      // The horizons that every plan has count down from −1, and stand in their order all the same.
      return .success(Quantity.Ordering(left.position, right.position, by: <))
    case (.list(let left), .list(let right)): return order(of: left, beside: right)
    case (.symbol(let word), .quantity(let quantity)) where Vocabulary.levels.contains(word):
      return level(word, beside: quantity)
    case (.quantity, .symbol(let word)) where Vocabulary.levels.contains(word):
      return other.order(beside: self).map { $0.turned }
    default:
      guard let left = single, let right = other.single else { return .failure(.units) }
      return left.compare(right).mapError(OperationFailure.init)
    }
  }

  private func level(
    _ word: String, beside quantity: Quantity
  ) -> Result<Quantity.Ordering, OperationFailure> {
    guard let share = Vocabulary.share(ofLevel: word), quantity.unit == .percent else {
      return .failure(.units)
    }
    return Quantity(share, .percent).compare(quantity).mapError(OperationFailure.init)
  }

  private func order(
    of left: [Value], beside right: [Value]
  ) -> Result<Quantity.Ordering, OperationFailure> {
    for (first, second) in zip(left, right) {
      switch first.order(beside: second) {
      case .success(.equal): continue
      case let decided: return decided
      }
    }
    return .success(Quantity.Ordering(left.count, right.count, by: <))
  }

  private func order(of left: String, beside right: String) -> Quantity.Ordering {
    let both = VocabularyIndex.sets.first { $0.contains(left) && $0.contains(right) }
    guard let both, let first = both.firstIndex(of: left), let second = both.firstIndex(of: right)
    else {
      return left == right
        ? .equal : left.utf8.lexicographicallyPrecedes(right.utf8) ? .smaller : .larger
    }
    return Quantity.Ordering(first, second, by: <)
  }
}

extension Quantity.Ordering {
  fileprivate init<Key>(_ left: Key, _ right: Key, by precedes: (Key, Key) -> Bool) {
    self = precedes(left, right) ? .smaller : precedes(right, left) ? .larger : .equal
  }
}

extension Quantity.Ordering {
  /// Seen from the other side.
  var turned: Self {
    switch self {
    case .smaller: .larger
    case .equal: .equal
    case .larger: .smaller
    }
  }
}

extension Reference {
  fileprivate var position: Int { id < 0 ? -1 - Int(id) : Int(id) }
}
