import PlanModel
import PlanSyntax

extension Environment {
  mutating func quantity(_ syntax: QuantitySyntax) -> Value {
    let literal = Literal(
      currency: syntax.currency, digits: syntax.digits, suffix: syntax.suffix, per: syntax.per)
    switch literal.decoded() {
    case .success(let quantity):
      guard let mine = quantity.unit.currency, let plan = currency, mine != plan else {
        return .quantity(quantity)
      }
      guard let worth = exchanges[mine] else {
        report(.otherCurrency(mine, than: plan, at: syntax.span))
        return .poison
      }
      guard let exchanged = quantity.exchanged(at: worth, into: plan) else {
        report(.literal(.tooLarge, literal, excerpt(syntax.span), at: syntax.span))
        return .poison
      }
      return .quantity(exchanged)
    case .failure(let problem):
      report(.literal(problem, literal, excerpt(syntax.span), at: syntax.span))
      return .poison
    }
  }

  mutating func date(_ syntax: DateSyntax) -> Value {
    switch Period.parse(syntax.text, fiscalMonth: fiscalMonth) {
    case .success(let period): return .date(period)
    case .failure(.malformed):
      // The lexer has said so already, with what to write instead.
      return .poison
    case .failure(let problem):
      report(.noSuchDate(syntax.text, problem, at: syntax.span))
      return .poison
    }
  }

  /// The source of a span on one line, cut where it gets long.
  func excerpt(_ span: Span) -> String {
    guard let source = sources.first(where: { $0.file == span.file }),
      span.range.start >= 0, Int(span.range.end) <= source.bytes.count
    else { return "" }
    // More than the longest characters that are shown need not be copied.
    var range = span.range
    range.end = min(range.end, range.start + excerptBytesMax)
    let lines = source.text(range).split(whereSeparator: \.isNewline)
    return lines.joined(separator: " ").shortened
  }
}

/// Bytes of source that are looked at for an excerpt.
private let excerptBytesMax: Int32 = 400
