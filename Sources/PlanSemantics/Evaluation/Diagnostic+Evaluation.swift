import PlanSyntax

extension Diagnostic {
  static func scriptingNotYet(at span: Span) -> Diagnostic {
    Diagnostic(
      .scriptingNotYet, "queries and functions are not part of this version yet", at: span,
      helps: [
        "names, arithmetic, `if … then … else …` and `min max sum count round abs` are; "
          + "write the value itself meanwhile"
      ])
  }

  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      .evaluationTooDeep,
      "this needs more than \(Environment.depthMax) expressions inside one another", at: span,
      helps: ["shorten the chain of names or parentheses that leads here"])
  }

  static func tooManySteps(_ stepsMax: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .evaluationTooLong, "the plan needs more than \(stepsMax) operations", at: span,
      helps: ["let names stand for values, so that they are not computed again and again"])
  }

  // MARK: Records

  static func noFields(_ value: Value, at span: Span, field: Word) -> Diagnostic {
    Diagnostic(
      .unknownField, "\(value.description) has no field `\(field.text.shortened)`", at: field.span,
      secondary: [Label(span, label(value))],
      helps: ["only records and declarations have something behind a dot"])
  }

  static func unknownField(_ field: Word, among names: [String]) -> Diagnostic {
    let nearest = Spelling.nearest(to: field.text, among: names)
    return Diagnostic(
      .unknownField, "the record has no field `\(field.text.shortened)`", at: field.span,
      helps: [
        nearest.map { "did you mean `\($0)`?" }
          ?? "its fields are \(names.prefix(12).map { "`\($0.shortened)`" }.joined(separator: ", "))"
      ])
  }

  static func repeatedField(_ field: Word) -> Diagnostic {
    Diagnostic(
      .unknownField, "the record has two fields `\(field.text.shortened)`", at: field.span,
      helps: ["each field stands once"])
  }

  // MARK: Functions

  static func wrongArguments(_ function: Function, count: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .functionArguments, "`\(function.rawValue)` takes one value and got \(count)", at: span,
      helps: ["write `\(function.rawValue)(x)`"])
  }

  static func wrongArgument(_ function: Function, _ value: Value, at span: Span) -> Diagnostic {
    let wanted =
      switch function {
      case .round: "a plain number"
      case .sum: "numbers, amounts and rates"
      default: "numbers, amounts, rates and dates"
      }
    return Diagnostic(
      .functionArguments, "`\(function.rawValue)` takes \(wanted)", at: span, label: label(value),
      helps: ["to make a number of an amount divide it by its unit: `x / 1pw`"])
  }
}
