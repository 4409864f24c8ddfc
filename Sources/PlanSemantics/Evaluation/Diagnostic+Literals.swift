import PlanModel
import PlanSyntax

extension Diagnostic {
  static func literal(
    _ problem: LiteralProblem, _ literal: Literal, _ source: String, at span: Span
  ) -> Diagnostic {
    switch problem {
    case .tooLarge:
      return Diagnostic(
        .numberTooLarge, "`\(source)` has more digits than a plan can count with", at: span,
        label: "too many digits",
        helps: ["up to 18 digits are kept exactly; large amounts are written `2.5M` or `4B`"])
    case .unknownCurrency(let name):
      return unknownCurrency(name, at: span)
    case .moneyWithUnit(let unit):
      let nearest = nearestUnits(to: unit).first { ["k", "M", "B"].contains($0) }
      let amount = literal.currency.map { isSign($0) ? $0 + literal.digits : literal.digits }
      return Diagnostic(
        .moneyWithUnit, "money has no unit `\(unit.shortened)`", at: span,
        label: "no unit of money",
        helps: [
          nearest.map { "did you mean `\(amount ?? "")\($0)`?" }
            ?? "an amount is `$40k`, a rate `$40k/week`, a price of people's time `$4k/pw`"
        ])
    case .unknownPeriod(let word, let nearest):
      return unknownPeriod(word, nearest, source, at: span)
    case .rateByEffort(let unit):
      return Diagnostic(
        .noSuchRate, "only money is counted per `\(unit)`", at: span, label: "no price",
        helps: ["a price of people's time is `$4k/pw`; other rates are by time, such as `8/day`"])
    case .noRate(let unit):
      return Diagnostic(
        .noSuchRate, "there is no rate of \(unit.pluralDescription)", at: span,
        label: "this would be \(unit.description) per time",
        helps: [
          "rates count numbers, per cent, effort or money: `8/day`, `5%/month`, `15h/week`, `$40k/week`"
        ])
    }
  }

  private static func unknownCurrency(_ name: String, at span: Span) -> Diagnostic {
    let codes = Currency.known.map(\.code)
    let nearest = Spelling.nearest(to: name, among: codes).map { "`\($0)`" }
    return Diagnostic(
      .unknownCurrency, "there is no currency `\(name)` in the language", at: span,
      label: nearest.isEmpty ? "not known" : "did you mean \(listed(nearest, or: true))?",
      helps: ["currencies are `$ € £ ¥ ₹` or codes such as `CHF`, `CAD`, `SEK`"])
  }

  private static func unknownPeriod(
    _ word: String, _ nearest: String?, _ source: String, at span: Span
  ) -> Diagnostic {
    var fixes: [Fix] = []
    var help = "what accrues does so by `day`, `week`, `month`, `quarter` or `year`"
    if let nearest, source.hasSuffix("/\(word)") {
      let written = source.dropLast(word.count) + nearest
      help = "did you mean `\(written)`?"
      var place = span
      place.range.start = place.range.end - Int32(word.utf8.count)
      fixes = [Fix("write `/\(nearest)`", safety: .unsafe, edits: [Edit(place, nearest)])]
    }
    return Diagnostic(
      .unknownPeriod, "nothing is counted per `\(word.shortened)`", at: span,
      label: "no stretch of time", helps: [help],
      fixes: fixes)
  }

  static func noSuchDate(_ text: String, _ problem: DateProblem, at span: Span) -> Diagnostic {
    Diagnostic(
      .noSuchDate, "there is no date `\(text)`", at: span, label: "no such day",
      helps: [problem.expectation])
  }

  static func otherCurrency(_ seen: Currency, than plan: Currency, at span: Span) -> Diagnostic {
    Diagnostic(
      .otherCurrency, "this is \(seen.code), and the plan counts in \(plan.code)", at: span,
      label: "another currency",
      notes: ["a plan has one currency, so that its figures add up"],
      helps: [
        "write the amount in \(plan.code), or say what it is worth: `exchange \(seen.code.lowercased()): \(plan.example)`"
      ])
  }
}

extension Currency {
  /// An amount of it, as plans write it.
  fileprivate var example: String { symbol.map { "\($0)1.08" } ?? "1.08 \(code)" }
}

private func isSign(_ currency: String) -> Bool {
  Currency.known.contains { $0.symbol == currency }
}
