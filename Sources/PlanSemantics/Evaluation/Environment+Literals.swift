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
      report(.otherCurrency(mine, than: plan, at: syntax.span))
      return .poison
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
    let text = source.text(span.range)
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= excerptMax ? line : line.prefix(excerptMax - 1) + "…"
  }
}

/// Characters of source that an error quotes.
private let excerptMax = 40
