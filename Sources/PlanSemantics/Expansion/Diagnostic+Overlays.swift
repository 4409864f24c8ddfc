internal import PlanSyntax

// Messages about what is laid over a plan: scenarios, changes, `--set`.
extension Diagnostic {
  static func misplacedOverlay(_ statement: String, at span: Span) -> Diagnostic {
    let places =
      statement == "change"
      ? "a `scenario`, in `progress` or in a block from a template"
      : "a `scenario`, in a `change` or in a block from a template"
    return Diagnostic(
      .misplacedChange, "`\(statement)` stands in \(places)", at: span, label: "misplaced",
      helps: [
        statement == "add"
          ? "write the block without `add`"
          : "change the plan itself, or write `scenario other { \(statement) … }`"
      ])
  }

  static func unknownScenario(_ name: String, nearest: [String], _ known: [String]) -> Diagnostic {
    let some = known.prefix(6).map { "`\($0.shortened)`" }
    return Diagnostic(
      withoutPlace: .unknownScenario, "the plan has no scenario `\(name.shortened)`",
      helps: [
        !nearest.isEmpty
          ? "did you mean \(listed(nearest.map { "`\($0.shortened)`" }, or: true))?"
          : known.isEmpty
            ? "it has none: write `scenario \(name.shortened) { … }`"
            : "it has \(listed(some, or: false))\(known.count > 6 ? " and others" : "")"
      ])
  }

  static func scenarioCycle(_ path: [Word]) -> Diagnostic {
    let drawn = (path + path.prefix(1)).map(\.text.shortened).joined(separator: " -> ")
    return Diagnostic(
      .scenarioCycle, "scenarios that go on from each other: `\(drawn)`", at: path[0].span,
      label: "goes on from the next",
      secondary: path.dropFirst().map { Label($0.span, "through this one") },
      helps: ["take `extends` out of one of them"])
  }

  static func droppedButNeeded(_ drop: DroppedBlock, _ uses: [Span]) -> Diagnostic {
    let count = uses.count == 1 ? "something else needs it" : "\(uses.count) others need it"
    return Diagnostic(
      .droppedButNeeded, "`\(drop.path.shortened)` is dropped, and \(count)", at: drop.place,
      label: "dropped here",
      secondary: uses.prefix(6).map { Label($0, "needed here") },
      notes: uses.count > 6 ? ["and in \(uses.count - 6) more places"] : [],
      helps: ["change or drop what needs it as well"])
  }

  static func declaredBelow(_ name: Word, _ kind: Kind, _ place: Span) -> Diagnostic {
    Diagnostic(
      .declaredBelow, "there is \(kind.withArticle) `\(name.text.shortened)` already",
      at: name.span, label: "declared again", secondary: [Label(place, "first declared here")],
      helps: ["write `change \(name.text.shortened) { … }`"])
  }

  static func addMissing(_ item: Item) -> Diagnostic {
    let place = item.word.span
    let start = Span(
      file: place.file, range: TextRange(start: place.range.start, end: place.range.start))
    return Diagnostic(
      .addMissing, "what is new here is said with `add`", at: place, label: "new",
      helps: ["what is there already is changed with `change`"],
      fixes: [Fix("write `add`", safety: .unsafe, edits: [Edit(start, "add ")])])
  }

  static func overrideForm(at span: Span) -> Diagnostic {
    Diagnostic(
      .overrideForm, "this sets no property", at: span,
      label: "expected a path, `=` and a value",
      helps: ["write `platform.people=8`; of the plan itself, `plan.load=70%`"])
  }

  static func sameIdentity(
    _ word: PropertyWord, _ text: String, at place: Span, _ earlier: Span
  ) -> Diagnostic {
    Diagnostic(
      .sameIdentity, "two blocks have the `\(word.rawValue)` \"\(text.shortened)\"", at: place,
      label: "the second",
      secondary: [Label(earlier, "the first")],
      helps: ["keep it where it belongs"])
  }

  static func importedUnderTwoNames(_ name: Word, _ first: Word) -> Diagnostic {
    Diagnostic(
      .duplicateName, "one file is imported under two names", at: name.span,
      label: "here as `\(name.text.shortened)`",
      secondary: [Label(first.span, "here as `\(first.text.shortened)`")],
      helps: ["use one of the names in both places"])
  }
}
