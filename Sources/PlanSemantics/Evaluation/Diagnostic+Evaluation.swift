import PlanSyntax

extension Diagnostic {
  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      .evaluationTooDeep,
      "this needs more than \(Environment.depthMax) expressions inside one another", at: span,
      label: "too deep",
      helps: ["shorten the chain of names or parentheses that leads here"])
  }

  static func tooManySteps(_ stepsMax: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .evaluationTooLong, "the plan needs more than \(stepsMax) operations", at: span,
      label: "the one too many",
      helps: ["let names stand for values, so that they are not computed again and again"])
  }

  /// A list or record that holds too much.
  static func tooLarge(_ limit: Int, _ source: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .valueTooBig, "`\(source)` makes a list of more than \(limit) values", at: span,
      label: "too many values",
      helps: ["take only what is needed: `where …`, `take 100`"])
  }

  /// Lists inside lists.
  static func tooNested(_ limit: Int, _ source: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .valueTooNested, "`\(source)` nests lists more than \(limit) deep", at: span,
      label: "nested too deep",
      helps: ["put the lists end to end: `flatten([a, b])`"])
  }

  static func textTooLong(_ limit: Int, _ source: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .textTooBig, "`\(source)` makes a text of more than \(limit) bytes", at: span,
      label: "too long",
      helps: ["texts are labels and notes; what repeats is better a list"])
  }

  // MARK: Records

  static func noFields(_ value: Value, at span: Span, field: Word) -> Diagnostic {
    Diagnostic(
      .unknownField, "\(value.description) has no field `\(field.text.shortened)`", at: field.span,
      label: "no such field",
      secondary: [Label(span, label(value))],
      helps: ["only records and declarations have something behind a dot"])
  }

  /// A dot behind a list: `initiatives.effort`.
  static func fieldOfList(_ member: MemberSyntax, _ base: String) -> Diagnostic {
    Diagnostic(
      .unknownField, "a list has no fields, its elements have", at: member.name.span,
      label: "of the elements",
      secondary: [Label(member.base.span, "this is a list")],
      helps: ["write `\(member.name.text.shortened) of \(base)`"])
  }

  static func fieldOfList(_ field: Word, _ owner: Word) -> Diagnostic {
    Diagnostic(
      .unknownField, "a list has no fields, its elements have", at: field.span,
      label: "of the elements",
      secondary: [Label(owner.span, "this is a list")],
      helps: ["write `\(field.text.shortened) of …`"])
  }

  static func unknownField(_ field: Word, among names: [String]) -> Diagnostic {
    let fields = names.prefix(12).map { "`\($0.shortened)`" }
    return Diagnostic(
      .unknownField, "the record has no field `\(field.text.shortened)`", at: field.span,
      label: "not one of its fields",
      helps: [names.isEmpty ? "it is empty" : "its fields are \(listed(fields, or: false))"]
    ).asking(Spelling.nearest(to: field.text, among: names), at: field.span)
  }

  static func repeatedField(_ field: Word) -> Diagnostic {
    Diagnostic(
      .unknownField, "the record has two fields `\(field.text.shortened)`", at: field.span,
      label: "said again",
      helps: ["each field stands once"])
  }
}
