internal import PlanSyntax

// Messages about loops, conditions, names that are made, and templates.
extension Diagnostic {
  /// A loop, condition or name asks for something that only the finished plan has.
  static func notKnownYet(_ word: Word, _ declared: Label?) -> Diagnostic {
    Diagnostic(
      .notKnownYet,
      "`\(word.text.shortened)` is not known while it is decided which blocks there are",
      at: word.span, label: "needed to make blocks", secondary: declared.map { [$0] } ?? [],
      notes: ["loops, conditions and names are worked out before anything else is"],
      helps: ["use literals, `let`, `fn` and names of loops and templates"])
  }

  static func plainNameWanted(_ statement: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .plainNameWanted, "the name of a `\(statement)` is written out", at: span,
      label: "nothing is put in here", helps: ["only names of blocks take `\\(…)`"])
  }

  static func madeNameForm(_ name: Word) -> Diagnostic {
    Diagnostic(
      .madeNameForm, "this makes the name `\(name.text.shortened)`, which cannot be one",
      at: name.span, label: "not `snake_case`",
      helps: ["put in small letters, digits and `_` only, and keep the label for the rest"])
  }

  static func nameTooLong(at span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      .nameTooLong, "a name takes at most \(most) bytes", at: span, label: "makes a longer one",
      helps: ["put something shorter into it"])
  }

  static func expandsTooFar(at span: Span, most: Int) -> Diagnostic {
    Diagnostic(
      .expandsTooFar, "the plan's loops and conditions give more than \(most) statements",
      at: span, label: "one too many", helps: ["loop over less"])
  }

  static func repeatedLocal(_ name: Word, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .ambiguousName, "`\(name.text.shortened)` would have two meanings here", at: name.span,
      label: "taken already",
      secondary: [Label(earlier, "the one outside or before")],
      helps: ["give one of them another name: no name hides another"])
  }

  static func onlyAtTop(_ statement: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .onlyAtTop, "`\(statement)` stands at the top of a file", at: span,
      label: "not in a block, loop or condition", helps: ["move it out"])
  }

  // MARK: Templates

  static func unknownTemplate(_ name: Word, nearest: [String]) -> Diagnostic {
    Diagnostic(
      .unknownTemplate, "there is no template named `\(name.text.shortened)`", at: name.span,
      label: "not declared anywhere",
      helps: nearest.isEmpty
        ? ["what stands behind the colon of a block's header is the template it comes from"] : []
    ).asking(nearest, at: name.span).ofAbsence
  }

  static func templateOfOtherKind(
    _ name: Word, _ kind: Kind, _ made: String, _ declared: Span
  ) -> Diagnostic {
    Diagnostic(
      .templateUse,
      "`\(name.text.shortened)` makes `\(made.shortened)` blocks, and this is \(kind.withArticle)",
      at: name.span, label: "of another kind", secondary: [Label(declared, "the template")],
      helps: ["begin the block with `\(made.shortened)`, or use another template"])
  }

  static func templateArguments(
    _ name: Word, _ count: Int, _ declared: Word, _ parameters: [Word]
  ) -> Diagnostic {
    let form = parameters.map(\.text.shortened).joined(separator: ", ")
    return Diagnostic(
      .templateUse,
      "`\(name.text.shortened)` takes \(parameters.count) value\(parameters.count == 1 ? "" : "s"), and is given \(count)",
      at: name.span, label: "given \(count)", secondary: [Label(declared.span, "the template")],
      helps: ["write `\(name.text.shortened)(\(form))`"])
  }

  static func templateTwice(_ name: Word, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .templateForm, "there are two templates `\(name.text.shortened)`", at: name.span,
      label: "declared again", secondary: [Label(earlier, "first declared here")],
      helps: ["give one of them another name"])
  }

  static func repeatedParameter(_ parameter: Word, _ earlier: Span) -> Diagnostic {
    Diagnostic(
      .templateForm, "two parameters are named `\(parameter.text.shortened)`",
      at: parameter.span, label: "the second", secondary: [Label(earlier, "the first")],
      helps: ["rename one of them"])
  }

  static func templateNameTaken(_ name: Word, _ place: Span, _ what: String) -> Diagnostic {
    Diagnostic(
      .templateForm, "the name `\(name.text.shortened)` is taken", at: name.span,
      label: "a template of the same name", secondary: [Label(place, "\(what), declared here")],
      helps: ["give one of them another name"])
  }

  static func templateCycle(_ path: [Word]) -> Diagnostic {
    let drawn = (path + path.prefix(1)).map(\.text.shortened).joined(separator: " -> ")
    return Diagnostic(
      .templateCycle, "templates that make themselves: `\(drawn)`",
      at: path[0].span, label: "makes the next",
      secondary: path.dropFirst().map { Label($0.span, "through this one") },
      helps: ["let one of them say its blocks itself"])
  }
}
