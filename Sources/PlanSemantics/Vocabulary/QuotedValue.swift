internal import PlanSyntax

/// A value that somebody put in quotes: `"4"`, `"6 weeks"`, `"2026-07-01"`.
enum QuotedValue {
  /// What stands in the quotes as the language writes it; `nil` where it is no value that the type could take.
  ///
  /// - Complexity: O(length), for short texts only.
  static func unquoted(_ text: String, as type: ValueType) -> String? {
    guard !text.isEmpty, text.utf8.count <= lengthMax else { return nil }
    var candidates = [text]
    let mistakes = parseExpression(SourceText(text)).diagnostics
    if mistakes.count == 1 {
      // `"6 weeks"` is two mistakes; both are mended at once.
      candidates = mistakes[0].fixes.filter { $0.safety != .display }.compactMap(\.edits.first)
        .filter { $0.span.range.count == Int32(text.utf8.count) }.map(\.replacement)
    }
    let fitting = candidates.filter { candidate in
      parseExpression(SourceText(candidate)).expression.map {
        $0.isLiteral && $0.mayFit(type)
      } ?? false
    }
    // Of a length of time and people's time, the one that is wanted.
    return fitting.first { unit(of: $0, fits: type) } ?? fitting.first
  }

  private static func unit(of text: String, fits type: ValueType) -> Bool {
    var expression = parseExpression(SourceText(text)).expression
    while case .binary(let binary)? = expression { expression = binary.left }
    guard case .quantity(let literal)? = expression,
      case .success(let quantity) = Literal(
        currency: literal.currency, digits: literal.digits, suffix: literal.suffix,
        per: literal.per
      ).decoded(), case .success = Value.quantity(quantity).fitted(to: type)
    else { return false }
    return true
  }

  /// Values are short; a note is not.
  private static let lengthMax = 40
}

extension Expression {
  /// Whether it is an amount, a day, or a range of such.
  fileprivate var isLiteral: Bool {
    switch self {
    case .quantity, .date, .boolean: true
    case .binary(let binary):
      [.range, .change, .confidence].contains(binary.operation) && binary.left.isLiteral
        && binary.right.isLiteral
    default: false
    }
  }
}
