import PlanSyntax

// How large values may grow. Each text or list that is made is measured once, and measuring counts as work, so that neither
// doubling nor sharing gets past the limits.
extension Environment {
  /// Values in a list, those in its lists and records included: ten times the blocks of the largest plan.
  package static let elementsMax = 1_000_000

  /// Bytes of a text: a book.
  ///
  /// Texts are labels and notes.
  package static let textBytesMax = 1_000_000

  /// Lists and records inside one another: as deep as a plan may write them.
  ///
  /// Comparing and showing a value go down into it.
  static let valueDepthMax = 200

  /// The list, or poison when it holds too much.
  mutating func list(_ values: [Value], at span: Span) -> Value {
    if values.contains(.poison) { return .poison }
    return sized(.list(values), at: span)
  }

  /// The value, or poison when it holds too much.
  mutating func sized(_ value: Value, at span: Span) -> Value {
    let limit = Environment.elementsMax
    let measure = value.measured(atMost: limit + 1)
    guard measure.size <= limit else {
      report(.tooLarge(limit, excerpt(span), at: span))
      return .poison
    }
    guard measure.depth <= Environment.valueDepthMax else {
      report(.tooNested(Environment.valueDepthMax, excerpt(span), at: span))
      return .poison
    }
    let steps = measure.size / sizePerStep
    return steps == 0 || mayStep(steps, at: span) ? value : .poison
  }

  /// Whether two values may be compared: those of one length are gone through to the end, and that counts.
  mutating func mayCompare(_ left: Value, _ right: Value, at span: Span) -> Bool {
    switch (left, right) {
    case (.list(let first), .list(let second)):
      guard first.count == second.count else { return true }
    case (.record, .record), (.text, .text), (.table, .table): break
    default: return true
    }
    let size = left.size(atMost: Environment.elementsMax)
    return size < sizePerStep || mayStep(size / sizePerStep, at: span)
  }

  mutating func text(_ text: String, at span: Span) -> Value {
    let size = text.utf8.count
    guard size <= Environment.textBytesMax else {
      report(.textTooLong(Environment.textBytesMax, excerpt(span), at: span))
      return .poison
    }
    return size < sizePerStep || mayStep(size / sizePerStep, at: span) ? .text(text) : .poison
  }
}

/// Measuring or copying so many small things takes about as long as one operation.
private let sizePerStep = 8

extension Value {
  /// How many values it is made of, itself included; counting stops at `limit`.
  ///
  /// - Complexity: O(limit).
  func size(atMost limit: Int) -> Int { measured(atMost: limit).size }

  /// Size, and how deep lists and records stand inside one another.
  ///
  /// A stack of its own, because what is measured may be too deep to go down into.
  fileprivate func measured(atMost limit: Int) -> (size: Int, depth: Int) {
    var size = 0
    var deepest = 0
    var pending: [(value: Value, depth: Int)] = [(self, 0)]
    while let (next, depth) = pending.popLast() {
      size += 1
      deepest = max(deepest, depth)
      let inner: [Value]
      switch next {
      case .list(let values): inner = values
      case .record(let fields): inner = fields.map(\.value)
      case .table(let table): inner = table.rows.count < limit ? table.rows.flatMap(\.self) : []
      case .text(let text):
        size += text.utf8.count / bytesPerValue
        inner = []
      default: inner = []
      }
      if size >= limit || inner.count >= limit - size { return (limit, deepest) }
      pending += inner.map { ($0, depth + 1) }
    }
    return (min(size, limit), deepest)
  }
}

/// A text of so many bytes takes as much room as one value.
private let bytesPerValue = 8
