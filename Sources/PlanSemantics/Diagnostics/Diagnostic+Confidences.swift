internal import PlanModel
internal import PlanSyntax

// Messages about what is confidential.
extension Diagnostic {
  /// A text names what its readers may not see.
  ///
  /// - Parameters:
  ///   - hidden: What it names.
  ///   - text: What says so: "`why`", "the label".
  ///   - place: Where it stands.
  ///   - audience: Who would read it.
  /// - Returns: The error.
  static func leak(
    _ hidden: String, _ text: String, at place: Span, to audience: Audience
  ) -> Diagnostic {
    Diagnostic(
      .leak,
      "\(text) tells `\(audience.rawValue)` of `\(hidden.shortened)`, which is confidential",
      at: place, label: "names it",
      helps: [
        "say it without the name, or write `confidential` in this block as well"
      ])
  }

  static func hiddenName(_ hidden: String, at place: Span, to audience: Audience) -> Diagnostic {
    Diagnostic(
      .leak,
      "`\(hidden.shortened)` is confidential, and this report is for `\(audience.rawValue)`",
      at: place, label: "not for these readers",
      helps: ["leave it out, or name the audience in its `confidential`"])
  }
}
