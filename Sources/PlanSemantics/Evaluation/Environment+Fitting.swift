import PlanModel
import PlanSyntax

extension Environment {
  /// The value as one of a type, or `.poison` and a diagnostic.
  mutating func fitted<Names: NameResolver>(
    _ value: Value, to type: ValueType, at expression: Expression, property: String?,
    _ names: Names
  ) -> Value {
    switch value.fitted(to: type) {
    case .success(let fitted): return fitted
    case .failure(let misfit):
      let span = expression.span
      let seen = Operand(value: value, span: span, source: excerpt(span))
      var diagnostic = Diagnostic.misfit(misfit, seen, type, property: property)
      diagnostic.secondary += origin(of: expression, value, names)
      report(diagnostic)
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
      // `2-3` is a range as people write it, and a subtraction as the language reads it.
      let points = seen.source.split(separator: "-", omittingEmptySubsequences: false)
      let isRange = points.count == 2 && points.allSatisfy { $0.first?.isNumber ?? false }
      let range = points.joined(separator: "..")
      return Diagnostic(
        .negativeValue, "\(place) cannot be negative", at: seen.span,
        label: isRange ? "a subtraction" : "less than nothing",
        helps: [isRange ? "a range has `..`" : "\(place) takes \(type.description)"],
        fixes: isRange
          ? [Fix("write `\(range)`", safety: .unsafe, edits: [Edit(seen.span, range)])] : [])
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
        .valueTooLarge, "\(place) goes up to \(limit)", at: seen.span, label: "too large",
        helps: ["check the zeros and the unit"])
    case .word:
      guard case .symbol(let word) = seen.value else { return wrongType(seen, type, place) }
      let written = Word(text: word, span: seen.span)
      if let meaning = Placeholders.meaning(of: word, as: type) {
        return placeholder(written, meaning)
      }
      return unknownWord(written, among: type.words, for: place)
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

  static func unknownWord(
    _ word: Word, among words: [String], for place: String = "this place"
  ) -> Diagnostic {
    let nearest = ForeignValues.meant(by: word.text, among: words)
    let all = ValueType.symbol(of: words).description
    var diagnostic = Diagnostic(
      .unknownWord, "`\(word.text.shortened)` is none of the words for \(place)", at: word.span,
      label: "not one of its words")
    guard nearest.isEmpty else {
      diagnostic.notes = ["\(place) takes \(all)"]
      return diagnostic.asking(nearest, at: word.span)
    }
    diagnostic.helps = ["write \(all)"]
    return diagnostic
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
