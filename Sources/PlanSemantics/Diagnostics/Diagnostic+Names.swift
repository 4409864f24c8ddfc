internal import PlanSyntax

// Messages about names.
extension Diagnostic {
  /// Two things have one name; the one that stands later in the files is told.
  static func duplicateName(
    _ name: Word, _ meaning: NameTable.Meaning, _ earlier: NameTable.Meaning,
    in table: DeclarationTable
  ) -> Diagnostic {
    let mine = table.place(of: meaning)
    let other = table.place(of: earlier)
    guard mine.place != other.place else {
      return Diagnostic(
        .duplicateName, "two blocks made here are both named `\(name.text.shortened)`",
        at: name.span, label: "made more than once with this name",
        helps: ["put into the name what differs from round to round, as in `launch_\\(market)`"])
    }
    let isLater =
      (other.place.file.raw, other.place.range.start)
      <= (mine.place.file.raw, mine.place.range.start)
    let (first, second) = isLater ? (other, mine) : (mine, other)
    return Diagnostic(
      .duplicateName, "the name `\(name.text.shortened)` is taken", at: second.place,
      label: "declared again",
      secondary: [Label(first.place, "\(first.what), first declared here")],
      notes: ["all names at the top of the files share one space; so do those in one block"],
      helps: ["give one of them another name"])
  }

  static func nameForm(_ name: Word) -> Diagnostic {
    let mended = snakeCase(name.text)
    return Diagnostic(
      .nameForm, "`\(name.text.shortened)` is not in `snake_case`, as names are",
      at: name.span,
      label: mended.map { "as `\($0)`" } ?? "small letters, digits and `_`",
      helps: ["rename it wherever it is used"],
      fixes: mended.map {
        [Fix("write `\($0)`", safety: .unsafe, edits: [Edit(name.span, $0)])]
      } ?? [])
  }

  /// `old` in a property that lies over no other.
  static func nothingReplaced(_ word: Word) -> Diagnostic {
    Diagnostic(
      .nothingReplaced, "`old` is the value that is replaced, and nothing is replaced here",
      at: word.span, label: "nothing lies below this",
      helps: [
        "`old` stands in a `change`, or in a block made from a template that says the property too"
      ])
  }

  static func unknownName(
    _ name: String, at place: Span, expecting kinds: [Kind], nearest: [String],
    inside owner: String?, choices: [String] = []
  ) -> Diagnostic {
    let what = kinds.isEmpty ? "nothing" : "no " + listed(kinds.map(\.rawValue), or: true)
    let whose = owner.map { "`\($0.shortened)` has \(what)" } ?? "there is \(what)"
    let diagnostic = Diagnostic(
      .unknownName, "\(whose) named `\(name.shortened)`", at: place,
      label: owner == nil ? "not declared anywhere" : "not declared in there"
    ).ofAbsence
    guard nearest.isEmpty else { return diagnostic.asking(nearest, at: place) }
    var result = diagnostic
    result.helps = unknownNameHelps(name, choices)
    return result
  }

  /// A bare word where text is wanted, which is nobody's name: most likely the text without its quotes.
  static func unquoted(_ word: Word) -> Diagnostic {
    Diagnostic(
      .unknownName, "there is nothing named `\(word.text.shortened)`", at: word.span,
      label: "text stands in quotes",
      fixes: [
        Fix(
          "write it as text", safety: .unsafe, edits: [Edit(word.span, "\"\(word.text)\"")])
      ]
    ).ofAbsence
  }

  static func wrongKind(
    _ name: String, at place: Span, expecting kinds: [Kind], actual: String, declared: Span
  ) -> Diagnostic {
    Diagnostic(
      .wrongKind,
      "`\(name.shortened)` is \(actual), not \(listed(kinds.map(\.withArticle), or: true))",
      at: place, label: "of another kind", secondary: [Label(declared, "declared here")],
      helps: ["name \(listed(kinds.map(\.withArticle), or: true))"])
  }

  static func ambiguousName(_ name: Word, places: [(Span, String)]) -> Diagnostic {
    Diagnostic(
      .ambiguousName, "`\(name.text.shortened)` has two meanings here", at: name.span,
      label: "which of them?",
      secondary: places.map { Label($0.0, $0.1) },
      helps: ["rename one of them, or write the path: `owner.\(name.text.shortened)`"])
  }

  static func cyclicBinding(_ path: [Word]) -> Diagnostic {
    let drawn = (path + path.prefix(1)).map { $0.text.shortened }.joined(separator: " -> ")
    return Diagnostic(
      .cyclicBinding, "a value cannot come from itself: `\(drawn)`", at: path.first?.span,
      label: "needs `\(path.dropFirst().first?.text ?? path.first?.text ?? "")`",
      secondary: path.dropFirst().enumerated().map { index, word in
        Label(
          word.span, "needs `\(index + 2 < path.count ? path[index + 2].text : path[0].text)`")
      },
      helps: ["give one of them a value of its own"])
  }
}

/// What may stand there, where that is a short list; or that a unit has strayed from its number.
private func unknownNameHelps(_ name: String, _ choices: [String]) -> [String] {
  if !choices.isEmpty {
    return [
      "there \(choices.count == 1 ? "is" : "are") "
        + listed(choices.map { "`\($0.shortened)`" }, or: false)
    ]
  }
  if Unit.isSpelled(name) {
    return ["a unit is written onto its number, without a blank: `2pw`, `$4k/week`"]
  }
  return []
}

/// `EUResidency` as `eu_residency`; `nil` where no letter is left.
private func snakeCase(_ name: String) -> String? {
  var result = ""
  var wasLower = false
  for scalar in name.unicodeScalars {
    let isUpper = scalar.properties.isUppercase
    if isUpper, wasLower { result += "_" }
    if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      result += scalar.properties.lowercaseMapping
    } else if !result.hasSuffix("_") {
      result += "_"
    }
    wasLower = !isUpper && scalar.properties.isAlphabetic
  }
  guard let first = result.unicodeScalars.first, first.properties.isAlphabetic else { return nil }
  return result
}
