import PlanModel
import PlanSyntax

extension Environment {
  /// The value as one of a type, or `.poison` and a diagnostic.
  mutating func fitted(
    _ value: Value, to type: ValueType, at span: Span, property: String?
  ) -> Value {
    switch value.fitted(to: type) {
    case .success(let fitted): return fitted
    case .failure(let misfit):
      let seen = Operand(value: value, span: span, source: excerpt(span))
      report(.misfit(misfit, seen, type, property: property))
      return .poison
    }
  }
}

extension Diagnostic {
  /// Why a value is not what a property takes: what was seen, what was expected, an example.
  static func misfit(
    _ misfit: Misfit, _ seen: Operand, _ type: ValueType, property: String?
  ) -> Diagnostic {
    let place = property.map { "`\($0)`" } ?? "this place"
    switch misfit {
    case .type: return wrongType(seen, type, place)
    case .negative:
      return Diagnostic(
        .negativeValue, "\(place) cannot be negative", at: seen.span, label: "less than nothing",
        helps: ["\(place) takes \(type.description)"])
    case .notAShare:
      return Diagnostic(
        .notAShare, "\(place) takes a share from 0 % to 100 %", at: seen.span,
        label: "this comes to \(seen.value.planText.shortened)",
        helps: ["a share or a chance is a part of the whole, such as `70%`"])
    case .notWhole:
      return Diagnostic(
        .notWhole, "\(place) takes whole \(seen.value.countedIn)", at: seen.span,
        label: "this comes to \(seen.value.countText)", helps: [seen.value.rounding(to: 1)])
    case .notTenths:
      return Diagnostic(
        .notWhole, "\(place) counts people in whole heads or tenths", at: seen.span,
        label: "this comes to \(seen.value.planText.shortened)",
        helps: [seen.value.rounding(to: 10)])
    case .tooLarge(let limit):
      return Diagnostic(
        .valueTooLarge, "\(place) goes up to \(limit)", at: seen.span,
        helps: ["check the zeros and the unit"])
    case .word:
      guard case .symbol(let word) = seen.value else { return wrongType(seen, type, place) }
      return unknownWord(Word(text: word, span: seen.span), among: type.words)
    case .kind, .lag:
      return Diagnostic(
        .unexpectedKind, "\(place) takes \(type.description)", at: seen.span,
        label: label(seen.value),
        helps: misfit == .lag ? ["leave the lag away; only `after` and `with` take one"] : [])
    }
  }

  private static func wrongType(_ seen: Operand, _ type: ValueType, _ place: String) -> Diagnostic {
    let mend = typeMend(seen, type)
    let fixes = mend?.replacement.map {
      [Fix("write `\($0)`", safety: .unsafe, edits: [Edit(seen.span, $0)])]
    }
    return Diagnostic(
      .wrongType, "\(place) takes \(type.description)", at: seen.span, label: label(seen.value),
      helps: mend.map { [$0.help] } ?? [], fixes: fixes ?? [])
  }

  static func unknownWord(_ word: Word, among words: [String]) -> Diagnostic {
    let nearest = Spelling.nearest(to: word.text, among: words)
    let fixes = nearest.map {
      [Fix("write `\($0)`", safety: .unsafe, edits: [Edit(word.span, $0)])]
    }
    return Diagnostic(
      .unknownWord, "`\(word.text.shortened)` is none of the words for this place", at: word.span,
      notes: nearest == nil ? [] : ["it takes \(ValueType.symbol(of: words).description)"],
      helps: [
        nearest.map { "did you mean `\($0)`?" }
          ?? "write \(ValueType.symbol(of: words).description)"
      ],
      fixes: fixes ?? [])
  }
}

extension Value {
  /// What has to be whole: "numbers", "days".
  fileprivate var countedIn: String {
    switch unit {
    case .workingDays: "days"
    case .months: "months"
    default: "numbers"
    }
  }

  /// How many of those: "7.5 days".
  fileprivate var countText: String {
    guard case .quantity(let quantity) = self, quantity.unit != .number,
      let count = quantity.magnitude.exactDecimal()
    else { return planText }
    return "\(count) \(countedIn)"
  }

  /// What it may be rounded to, in so many steps of one: "`7d` or `8d`".
  fileprivate func rounding(to steps: Int64) -> String {
    guard case .quantity(let quantity) = self else { return "round it up or down" }
    guard let scaled = quantity.magnitude.times(Rational(steps)),
      let below = Rational(scaled.floor, steps), let above = Rational(scaled.ceiling, steps)
    else { return "round it up or down" }
    let texts = [below, above].map { Quantity($0, quantity.unit).text }
    return "round it: `\(texts[0])` or `\(texts[1])`"
  }
}
