import PlanSyntax

// Messages about functions and their calls.
extension Diagnostic {
  static func functionInBlock(at span: Span) -> Diagnostic {
    Diagnostic(
      .functionForm, "a function stands outside of blocks", at: span,
      helps: ["move it to the top of the file"])
  }

  /// What is wrong with the head of a function, if anything.
  static func functionForm(_ name: Word, _ parameters: [Word]) -> Diagnostic? {
    var seen: [Word] = []
    for parameter in parameters {
      if let first = seen.first(where: { $0.text == parameter.text }) {
        return Diagnostic(
          .functionForm, "two parameters are named `\(parameter.text.shortened)`",
          at: parameter.span, secondary: [Label(first.span, "the first")],
          helps: ["give one of them another name"])
      }
      seen.append(parameter)
    }
    return nil
  }

  static func functionIsNoValue(_ name: Word, declared: Span) -> Diagnostic {
    Diagnostic(
      .functionForm, "a function is no value", at: name.span, label: "this names a function",
      secondary: [Label(declared, "declared here")],
      helps: ["call it: `\(name.text.shortened)(…)`"])
  }
}
