internal import PlanModel
internal import PlanSyntax

// Messages about a plan as a whole: what it lacks, and what cannot hold together.
extension Diagnostic {
  static func secondPlan(at place: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .secondPlan, "there is more than one `plan` block", at: place, label: "a second one",
      secondary: [Label(first, "the first is here")],
      helps: ["move its properties into the first"])
  }

  static func startMissing(
    block: Declaration?, in tree: SyntaxTree?, today: CivilDate?
  ) -> Diagnostic {
    let line = today.map { "start: \($0)" } ?? "start: 2026-07-01"
    var diagnostic = Diagnostic(
      .startMissing, "the plan does not say when it starts", at: block?.place,
      label: "`\(line)` goes into this block", helps: ["write `\(line)`"])
    // Another file may have the block.
    diagnostic.isOfAbsence = block == nil
    guard let tree else { return diagnostic }
    let file = tree.source.file
    if let block {
      guard today != nil, let body = block.item.body else { return diagnostic }
      let open = body.range.start + 1
      let edit = Edit(
        Span(file: file, range: TextRange(start: open, end: open)), "\n  \(line)")
      diagnostic.fixes = [Fix("start today", safety: .unsafe, edits: [edit])]
      return diagnostic
    }
    let end = Int32(clamping: tree.source.bytes.count)
    let last = Span(file: file, range: TextRange(start: end, end: end))
    diagnostic.span = tree.file.statements.first?.span.firstWord
    diagnostic.label = "no `plan` block in this file"
    diagnostic.helps = ["write `plan \"…\" { \(line) }`"]
    if today != nil {
      diagnostic.fixes = [
        Fix(
          "start today", safety: .unsafe,
          edits: [Edit(last, "\nplan \"Roadmap\" {\n  \(line)\n}\n")])
      ]
    }
    return diagnostic
  }

  static func propertyMissing(_ word: PropertyWord, _ block: Declaration) -> Diagnostic {
    let who = block.name.map { "`\($0.text.shortened)`" } ?? "this `\(block.kind.rawValue)`"
    let isPrincipal = Schema.block(block.kind).principal == word
    let shown =
      isPrincipal
      ? "\(block.kind.rawValue)\(block.name.map { " " + $0.text.shortened } ?? ""): \(word.example)"
      : "\(word.rawValue): \(word.example)"
    return Diagnostic(
      .propertyMissing, "\(who) does not say its `\(word.rawValue)`", at: block.place,
      label: "\(block.kind.withArticle) has to",
      helps: ["write `\(shown)`"])
  }

  static func effortTwice(
    _ word: PropertyWord, at place: Span, work: Declaration
  ) -> Diagnostic {
    Diagnostic(
      .effortTwice, "an initiative with works leaves `\(word.rawValue)` to them", at: place,
      label: "said for the whole",
      secondary: [Label(work.place, "its first work")],
      helps: ["move it into a work, or make it a work of its own"])
  }

  /// A value that no plan can have.
  ///
  /// - Parameters:
  ///   - rule: What holds of every plan.
  ///   - place: The value.
  ///   - label: What is wrong with it.
  ///   - help: What to write instead.
  /// - Returns: The error.
  static func outOfBounds(
    _ rule: String, at place: Span, label: String, help: String
  ) -> Diagnostic {
    Diagnostic(.outOfBounds, rule, at: place, label: label, helps: [help])
  }

  static func outsidePlan(
    _ property: String, _ day: CivilDate, at place: Span?, plan: Plan
  ) -> Diagnostic {
    Diagnostic(
      .outsidePlan, "`\(property)` \(day) lies outside the plan", at: place,
      label: day > plan.end ? "after its last day" : "before its first day",
      notes: ["the plan goes from \(plan.start) (`start`) to \(plan.end) (`until`)"],
      helps: ["mend the date, or change `start` or `until` of the plan"])
  }

  static func planTooLong(at place: Span) -> Diagnostic {
    Diagnostic(
      .tooLong, "a plan spans at most \(Limits.planDaysMax / 366) years", at: place,
      label: "longer than that",
      helps: ["plan a shorter time"])
  }

  static func tooLong(_ word: PropertyWord, at place: Span) -> Diagnostic {
    Diagnostic(
      .tooLong,
      "`\(word.rawValue)` takes at most \(Limits.elapsedMonthsMax / 12) years", at: place,
      label: "longer than that",
      helps: ["write a shorter time"])
  }

  static func endBeforeStart(
    _ end: PropertyWord, _ last: CivilDate, at place: Span, _ start: PropertyWord,
    _ first: CivilDate, _ startPlace: Span
  ) -> Diagnostic {
    Diagnostic(
      .endBeforeStart, "`\(end.rawValue)` \(last) is before `\(start.rawValue)` \(first)",
      at: place, label: "too early", secondary: [Label(startPlace, "`\(start.rawValue)` is here")],
      helps: ["mend one of the dates"])
  }

  static func horizonsOverlap(
    _ later: String, at place: Span, _ earlier: String, _ earlierPlace: Span
  ) -> Diagnostic {
    Diagnostic(
      .horizonsOverlap,
      "`\(later.shortened)` begins before `\(earlier.shortened)` has ended", at: place,
      label: "too early",
      secondary: [Label(earlierPlace, "ends after that")],
      helps: ["spans are half-open: `0mo..3mo` and `3mo..6mo` meet"])
  }

  static func notYetHappened(
    _ word: PropertyWord, _ day: CivilDate, at place: Span, today: CivilDate
  ) -> Diagnostic {
    Diagnostic(
      .notYetHappened, "`\(word.rawValue)` \(day) has not happened yet", at: place,
      label: "in the future",
      notes: ["today is \(today) (`as_of`)"],
      helps: ["mend the date, or move `as_of` on"])
  }

  static func fallbackNotAwaited(
    _ fallback: String, at place: Span, initiative: String, external: String
  ) -> Diagnostic {
    Diagnostic(
      .fallbackNotAwaited,
      "`\(initiative.shortened)` does not wait for `\(external.shortened)`", at: place,
      label: "nothing to replace",
      helps: ["write `after: \(external.shortened)`, or leave `use` out"])
  }

  static func withoutCostOfDelay(_ word: PropertyWord, at place: Span) -> Diagnostic {
    Diagnostic(
      .withoutCostOfDelay, "`\(word.rawValue)` bounds a `cost_of_delay`, and there is none",
      at: place, label: "bounds nothing",
      helps: ["write `cost_of_delay: \(PropertyWord.costOfDelay.example)`"])
  }

  static func secondFallback(_ block: Declaration) -> Diagnostic {
    Diagnostic(
      .notYet, "a second `fallback` of one external is not part of this version yet",
      at: block.place, label: "a second one", helps: ["keep the one you would take"])
  }

  // MARK: Lints

  static func pointEstimate(
    at place: Span, _ source: String, low: Effort, high: Effort
  ) -> Diagnostic {
    let example = "\(written(low))..\(source.shortened)..\(written(high))"
    func written(_ effort: Effort) -> String { effort.text.filter { $0 != " " } }
    return Diagnostic(
      .pointEstimate, "a single figure is no estimate", at: place,
      label: "0.8 to 1.8 times it is taken",
      helps: ["write best..likely..worst, such as `\(example)`"])
  }

  static func progressIgnored(
    _ day: CivilDate, at place: Span, today: CivilDate
  ) -> Diagnostic {
    Diagnostic(
      .progressIgnored, "progress of \(day) is not counted: today is \(today)", at: place,
      label: "in the future",
      helps: ["set `as_of: \(day)` in the plan, or give `--as-of`"])
  }

  static func debtPaidTwice(_ debt: String, at place: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .debtPaidTwice, "`\(debt.shortened)` is paid twice, and its tax counted twice", at: place,
      label: "paid again",
      secondary: [Label(first, "paid here already")],
      helps: ["let one of them pay it and the other come `after`"])
  }
}

extension Span {
  /// Its first byte: enough to point at a file.
  fileprivate var firstWord: Span {
    Span(file: file, range: TextRange(start: range.start, end: min(range.end, range.start + 1)))
  }
}
