import PlanModel
import PlanSyntax

extension Diagnostic {
  /// Why `left operation right` has no value: one diagnostic with both sides underlined.
  static func operation(
    _ failure: OperationFailure, _ operation: String, _ left: Operand, _ right: Operand,
    at span: Span
  ) -> Diagnostic {
    switch failure {
    case .units:
      return units(operation, left, right, at: span)
    case .divisionByZero:
      return Diagnostic(
        .divisionByZero, "this divides by zero", at: right.span, label: "this is zero",
        secondary: labels(left), helps: ["check the divisor, or guard it with `if … then … else …`"]
      )
    case .overflow:
      return Diagnostic(
        .arithmeticOverflow, "the result of `\(operation)` is too large to count with exactly",
        at: span, label: "more than 18 digits",
        helps: ["figures are exact up to 18 digits; use larger units or rounder numbers"])
    case .currencies(let first, let second):
      return Diagnostic(
        .otherCurrency, "\(first.code) and \(second.code) do not mix", at: right.span,
        label: "this is in \(second.code)", secondary: labels(left),
        notes: ["a plan has one currency, so that its figures add up"],
        helps: ["write both amounts in the plan's currency"])
    case .order: return order(left, right, at: span)
    case .tooManyPoints:
      return Diagnostic(
        .rangePoints, "a range has two points, an estimate three", at: span,
        label: "a point too many",
        helps: ["write `low..high` or `best..likely..worst`, each point one amount"])
    case .confidenceOfNoRange:
      return Diagnostic(
        .rangeConfidence, "`@` says how sure a range of two points is", at: left.span,
        label: label(left.value), helps: ["write `3pw..6pw @ 80%`, or three points without `@`"])
    case .confidenceShare:
      return Diagnostic(
        .rangeConfidence, "how sure a range is has to be from 10 % to 100 %", at: right.span,
        label: label(right.value), helps: ["`3pw..6pw @ 80%` holds eight outcomes of ten"])
    case .partOfADay:
      return Diagnostic(
        .dateArithmetic, "a date cannot be moved by a part of a day", at: right.span,
        label: label(right.value), secondary: labels(left), helps: ["move it by whole days"])
    case .beyondCalendar:
      let years = CivilDate.years
      return Diagnostic(
        .dateArithmetic,
        "this leads out of the years \(years.lowerBound) to \(years.upperBound)", at: span,
        label: "out of the calendar",
        helps: ["a plan speaks of those years only"])
    }
  }

  private static func units(
    _ operation: String, _ left: Operand, _ right: Operand, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .unitsDoNotCombine, headline(operation, left.value, right.value), at: right.span,
      label: label(right.value), secondary: labels(left), helps: mends(operation, left, right))
  }

  private static func headline(_ operation: String, _ left: Value, _ right: Value) -> String {
    let (first, second) = (left.description, right.description)
    switch operation {
    case "+", "sum": return "\(first) and \(second) do not add up"
    case "-": return "\(second) cannot be taken from \(first)"
    case "*": return "\(first) times \(second) is nothing that a plan counts"
    case "/": return "\(first) divided by \(second) is nothing that a plan counts"
    case "..": return "a range does not go from \(first) to \(second)"
    case "->": return "a change does not go from \(first) to \(second)"
    case "in": return "\(first) cannot be looked for in \(second)"
    default: return "\(first) and \(second) do not compare"
    }
  }

  private static func order(_ left: Operand, _ right: Operand, at span: Span) -> Diagnostic {
    var fixes: [Fix] = []
    if !left.source.isEmpty, !left.source.hasSuffix("…"), !right.source.hasSuffix("…"),
      !left.source.contains("..")
    {
      let turned = "\(right.source)..\(left.source)"
      fixes = [Fix("write `\(turned)`", safety: .unsafe, edits: [Edit(span, turned)])]
    }
    // Of three points the first two have been joined, and no text of their own is left.
    let former = left.source.isEmpty ? "the one before it" : "`\(left.source.shortened)`"
    return Diagnostic(
      .rangeOrder, "a range goes up, and `\(right.source.shortened)` is less than \(former)",
      at: right.span,
      label: "less than what stands before it", secondary: labels(left),
      helps: fixes.isEmpty ? ["order the points: `best..likely..worst`"] : [], fixes: fixes)
  }

  static func cannotNegate(_ value: Value, _ source: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unitsDoNotCombine, "there is no negative of \(value.description)", at: span,
      label: label(value),
      helps: [
        amountMend(Operand(value: value, span: span, source: source))
          ?? "`-` stands before numbers, amounts and rates"
      ])
  }

  /// `print storage + 1w`.
  static func lagIsNoValue(_ reference: Reference, at span: Span) -> Diagnostic {
    let sum = reference.text.dropFirst(reference.name.count)
    return Diagnostic(
      .unexpectedKind, "a time after something stands only in `after` and `with`", at: span,
      label: label(.reference(reference)),
      helps: ["for the date write `\(reference.name.shortened).finish\(sum)`"])
  }

  static func notACondition(_ value: Value, at span: Span) -> Diagnostic {
    Diagnostic(
      .notACondition, "a condition is true or false", at: span, label: label(value),
      helps: ["compare it with something: `… > 0`, `… == none`"])
  }

  private static func labels(_ operand: Operand) -> [Label] {
    [Label(operand.span, label(operand.value))]
  }

  /// What stands under an operand: "this is 6 weeks of working time".
  static func label(_ value: Value) -> String {
    guard case .quantity(let quantity) = value, let measured = quantity.inWords else {
      return "this is \(value.description)"
    }
    return "this is \(measured)"
  }
}
