import PlanSyntax

// Messages about functions and their calls.
extension Diagnostic {
  static func functionInBlock(at span: Span) -> Diagnostic {
    Diagnostic(
      .functionForm, "a function stands outside of blocks", at: span, label: "in a block",
      helps: ["move it to the top of the file"])
  }

  /// What is wrong with the head of a function, if anything.
  static func functionForm(_ name: Word, _ parameters: [Word]) -> Diagnostic? {
    if let builtIn = BuiltIn.named(name.text) {
      return Diagnostic(
        .functionForm, "`\(builtIn.name)` is a function of the language", at: name.span,
        label: "has a meaning already",
        helps: [
          "give it another name; functions of the library, such as `rice`, may be replaced"
        ])
    }
    var seen: [Word] = []
    for parameter in parameters {
      if let first = seen.first(where: { $0.text == parameter.text }) {
        return Diagnostic(
          .functionForm, "two parameters are named `\(parameter.text.shortened)`",
          at: parameter.span, label: "the second", secondary: [Label(first.span, "the first")],
          helps: ["give one of them another name"])
      }
      seen.append(parameter)
    }
    return nil
  }

  static func functionIsNoValue(_ name: Word, declared: Span?) -> Diagnostic {
    Diagnostic(
      .functionForm, "a function is no value", at: name.span, label: "this names a function",
      secondary: declared.map { [Label($0, "declared here")] } ?? [],
      helps: ["call it: `\(name.text.shortened)(…)`"])
  }

  static func functionCycle(_ path: [Word]) -> Diagnostic {
    let shown = path.prefix(cycleShownMax).map { $0.text.shortened }
    let cut = path.count > cycleShownMax ? ["…"] : []
    let drawn = (shown + cut + [path.first?.text.shortened ?? ""]).joined(separator: " -> ")
    return Diagnostic(
      .functionCycle, "a function cannot call itself: `\(drawn)`", at: path.first?.span,
      label: "calls the next",
      secondary: path.dropFirst().prefix(cycleShownMax).map { Label($0.span, "on the way") },
      notes: ["every plan comes to an end because no function can run in a circle"],
      helps: ["`map`, `sum` and queries go through lists; a `for` declares several blocks"])
  }

  static func unknownFunction(_ name: Word, among names: [String]) -> Diagnostic {
    let nearest = ForeignFunctions.meant(by: name.text, among: names)
    return Diagnostic(
      .unknownFunction, "there is no function `\(name.text.shortened)`", at: name.span,
      label: "not declared anywhere",
      helps: nearest.isEmpty ? ["`fn \(name.text.shortened)(x) = …` declares one"] : []
    ).asking(nearest, at: name.span).ofAbsence
  }

  static func notCallable(_ callee: Expression) -> Diagnostic {
    Diagnostic(
      .unknownFunction, "only a name is called", at: callee.span, label: "not a name",
      helps: ["functions are no values: write the name of one, `rice(…)`"])
  }

  static func argumentCount(_ function: FunctionDeclaration, count: Int, at span: Span)
    -> Diagnostic
  {
    let wanted = function.parameters.count
    return Diagnostic(
      .functionArguments,
      "`\(function.name.text.shortened)` takes \(counted(wanted, "value")) and got \(count)",
      at: span, label: "\(counted(count, "value"))",
      secondary: function.isOfLibrary ? [] : [Label(function.name.span, "declared here")],
      helps: ["write `\(function.signature)`"])
  }

  static func argumentCount(_ builtIn: BuiltIn, count: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .functionArguments, "`\(builtIn.name)` does not take \(counted(count, "value"))", at: span,
      label: "\(counted(count, "value"))",
      helps: ["write `\(builtIn.signature)`"])
  }

  static func wrongArgument(
    _ builtIn: BuiltIn, _ value: Value, wanted: String, at span: Span, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .functionArguments, "`\(builtIn.name)` takes \(wanted)", at: span, label: label(value),
      helps: [help ?? "as in `\(builtIn.example)`"])
  }

  static func misplacedLambda(at span: Span) -> Diagnostic {
    Diagnostic(
      .misplacedLambda, "`=>` stands only in the call of a function that takes it", at: span,
      label: "of nothing",
      notes: ["functions are no values"],
      helps: ["those are `map`, `filter`, `all`, `any`, `sum`, `count`, `min_by` and the like"])
  }

  static func lambdaParameters(_ builtIn: BuiltIn, _ lambda: LambdaSyntax) -> Diagnostic {
    Diagnostic(
      .misplacedLambda, "`\(builtIn.name)` passes one value on", at: lambda.span,
      label: "this takes \(lambda.parameters.count)", helps: ["write `x => …`"])
  }
}

/// A circle of calls longer than this is cut; nobody reads more.
private let cycleShownMax = 8

private func counted(_ count: Int, _ noun: String) -> String {
  count == 0 ? "no \(noun)s" : "\(count) \(noun)\(count == 1 ? "" : "s")"
}
