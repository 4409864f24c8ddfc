internal import PlanSyntax

// Messages about what is earned and saved.
extension Diagnostic {
  static func valuedTwice(at place: Span, earns: Span) -> Diagnostic {
    Diagnostic(
      .valuedTwice, "a benefit `earns` or `saves`, not both", at: place, label: "one of the two",
      secondary: [Label(earns, "`earns` is here")],
      helps: ["make it two benefits: what is earned is not what is saved"])
  }

  static func adoptionWithoutRamp(at place: Span) -> Diagnostic {
    Diagnostic(
      .adoptionWithoutRamp, "`adoption` rises over a `ramp`, and there is none", at: place,
      label: "over what time?",
      helps: ["write `ramp: 6mo`, or one share: `adoption: 80%`"])
  }
}
