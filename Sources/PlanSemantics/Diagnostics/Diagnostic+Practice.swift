internal import PlanModel
package import PlanSyntax

// Messages about risks, measures, gates and cancellations.
extension DiagnosticCode {
  package static let statusNotCancelled = DiagnosticCode("E0530")
  package static let secondBlock = DiagnosticCode("E0531")
  package static let notLowered = DiagnosticCode("E0532")
  package static let riskOfNothing = DiagnosticCode("E0533")
  package static let overWithoutCosts = DiagnosticCode("E0534")
  package static let readingOfOtherUnit = DiagnosticCode("E0535")
  package static let lengthAndEffort = DiagnosticCode("E0536")
  package static let missedWithoutDate = DiagnosticCode("E0537")
  package static let bothOfOneGroup = DiagnosticCode("E0538")
  package static let waitsForOwnGroup = DiagnosticCode("E0539")
  package static let sliced = DiagnosticCode("E0541")
  package static let modeOfParts = DiagnosticCode("E0542")
  package static let modeOfOther = DiagnosticCode("E0543")
  package static let secondMode = DiagnosticCode("E0544")
  package static let waitsForTwoOfGroup = DiagnosticCode("E0545")
  /// A limit, with a test of its own.
  package static let tooEntangled = DiagnosticCode("E0922")

  /// Every code of this catalogue; a test has a case for each.
  package static let ofThePractice: [DiagnosticCode] = [
    statusNotCancelled, secondBlock, notLowered, riskOfNothing, overWithoutCosts,
    readingOfOtherUnit, lengthAndEffort, missedWithoutDate, bothOfOneGroup,
    waitsForOwnGroup, sliced, modeOfParts, modeOfOther, secondMode, waitsForTwoOfGroup,
  ]
}

extension Diagnostic {
  static func statusNotCancelled(
    _ status: String, at place: Span, _ block: Declaration
  ) -> Diagnostic {
    Diagnostic(
      .statusNotCancelled, "it is `\(status)`, and a block says why it was cancelled", at: place,
      label: "not cancelled",
      secondary: [Label(block.place, "cancelled here")],
      helps: ["write `status: cancelled`, or take the block out"])
  }

  static func secondBlock(_ extra: Declaration, first: Declaration) -> Diagnostic {
    Diagnostic(
      .secondBlock, "there is more than one `\(extra.kind.rawValue)` block here",
      at: extra.item.word.span, label: "a second one",
      secondary: [Label(first.item.word.span, "the first is here")],
      helps: ["keep one of them"])
  }

  static func notLowered(
    _ chance: Rational, at place: Span, _ before: Rational, _ beforePlace: Span
  ) -> Diagnostic {
    Diagnostic(
      .notLowered,
      "\(chance.percentText()) is no lower than the \(before.percentText()) of the risk itself",
      at: place, label: "not lower", secondary: [Label(beforePlace, "as it stands before")],
      helps: ["write the chance that is left once it is lowered"])
  }

  static func riskOfNothing(_ block: Declaration) -> Diagnostic {
    let name = block.name.map { "`\($0.text.shortened)`" } ?? "this risk"
    return Diagnostic(
      .riskOfNothing, "\(name) neither adds effort nor costs money", at: block.place,
      label: "costs nothing",
      helps: [
        "write `adds: \(PropertyWord.adds.example)`, or `costs: \(PropertyWord.costs.example)`"
      ])
  }

  static func assumptionWithoutOtherwise(_ block: Declaration) -> Diagnostic {
    let name = block.name.map { "`\($0.text.shortened)`" } ?? "this assumption"
    return Diagnostic(
      .riskOfNothing, "\(name) does not say what follows where it does not hold",
      at: block.place, label: "without consequence",
      helps: ["write `otherwise { adds: \(PropertyWord.adds.example) }`"])
  }

  static func overWithoutCosts(at place: Span) -> Diagnostic {
    Diagnostic(
      .overWithoutCosts,
      "`over` is the time in which money is lost with this chance, and no money is", at: place,
      label: "a time of nothing",
      helps: ["write `costs: \(PropertyWord.costs.example)`, or take it out"])
  }

  static func readingOfOtherUnit(
    _ value: Quantity, at place: Span, _ baseline: Quantity, _ metric: Span
  ) -> Diagnostic {
    Diagnostic(
      .readingOfOtherUnit,
      "a reading of \(value.unit.pluralDescription) cannot be set against \(baseline.unit.pluralDescription)",
      at: place, label: "in another unit", secondary: [Label(metric, "what it measures")],
      helps: ["write it as the measure has it, such as `\(baseline.text)`"])
  }

  static func lengthAndEffort(
    _ other: PropertyWord, at place: Span, _ length: Span
  ) -> Diagnostic {
    Diagnostic(
      .lengthAndEffort, "a work of fixed `length` has no `\(other.rawValue)` of its own", at: place,
      label: "said besides the length",
      secondary: [Label(length, "its effort follows from this and its `staff`")],
      helps: ["leave one of them out"])
  }

  static func missedWithoutDate(
    _ name: String, _ date: CivilDate, at place: Span, awaitedBy work: Span, hasFallback: Bool
  ) -> Diagnostic {
    Diagnostic(
      .missedWithoutDate, "`\(name.shortened)` was missed on \(date), and no new day is said",
      at: place, label: "no new day", secondary: [Label(work, "waits for it")],
      helps: [
        "write the new `date`" + (hasFallback ? ", or `use` its fallback" : "")
          + "; if it came, write `met`"
      ])
  }

  static func bothOfOneGroup(
    _ name: String, at place: Span, first: String, _ firstPlace: Span, group: String
  ) -> Diagnostic {
    Diagnostic(
      .bothOfOneGroup,
      "of `\(group.shortened)` one is done at most, and both `\(first.shortened)` and `\(name.shortened)` are settled",
      at: place, label: "a `must`, or begun, as well",
      secondary: [Label(firstPlace, "a `must`, or begun")],
      helps: ["make one of them less than a `must`, or take it out of the group"])
  }

  static func waitsForOwnGroup(
    _ name: String, at place: Span, _ other: String, _ groupPlace: Span, group: String
  ) -> Diagnostic {
    Diagnostic(
      .waitsForOwnGroup,
      "`\(name.shortened)` waits for `\(other.shortened)`, and of `\(group.shortened)` one is done at most",
      at: place, label: "waits for what it stands instead of",
      secondary: [Label(groupPlace, "both are in this group")],
      helps: ["what needs the other does not stand instead of it: take one of them out"])
  }

  /// It waits for two `others`, for the first of them at `firstPlace`.
  static func waitsForTwoOfGroup(
    _ name: String, at place: Span, _ others: [String], _ firstPlace: Span, group: String
  ) -> Diagnostic {
    let both = others.map { "`\($0.shortened)`" }.joined(separator: " and ")
    return Diagnostic(
      .waitsForTwoOfGroup,
      "`\(name.shortened)` waits for \(both), and of `\(group.shortened)` one is done at most",
      at: place, label: "the other of them",
      secondary: [Label(firstPlace, "one of the group")],
      helps: [
        "wait for the one it builds on, or write a `mode` for each with an `after` of its own"
      ])
  }

  static func sliced(_ word: PropertyWord, at place: Span, first: Declaration) -> Diagnostic {
    Diagnostic(
      .sliced,
      word == .length
        ? "slices split an `effort`, and a fixed `length` has none of its own"
        : "an initiative in slices leaves `\(word.rawValue)` to them",
      at: place, label: "said for the whole", secondary: [Label(first.place, "its first slice")],
      helps: [
        word == .length ? "write an `effort`, or leave the slices out" : "move it into the slice"
      ])
  }

  static func modeOfParts(_ mode: Declaration, _ part: Declaration) -> Diagnostic {
    let kind = part.kind.rawValue
    return Diagnostic(
      .modeOfParts, "a mode is another way to do one work, and this initiative has \(kind)s",
      at: mode.item.word.span, label: "another way to do which of them?",
      secondary: [Label(part.place, "its first \(kind)")],
      helps: [
        part.kind == .work
          ? "write the mode into the work that it is for"
          : "make the other way an initiative of its own, both `exclusive`"
      ])
  }

  static func modeOfOther(_ name: String, at place: Span, owner: String) -> Diagnostic {
    Diagnostic(
      .modeOfOther,
      "`\(name.shortened)` is a mode of `\(owner.shortened)`, which says itself what it uses",
      at: place, label: "the mode of another", helps: ["write `use: \(name.shortened)` there"])
  }

  static func secondMode(_ name: String, at place: Span, of owner: String) -> Diagnostic {
    Diagnostic(
      .secondMode, "`\(owner.shortened)` is done in one mode, and `\(name.shortened)` is a second",
      at: place, label: "a second mode", helps: ["keep one of them"])
  }

  static func externalCircle(_ names: [String], at place: Span) -> Diagnostic {
    let shown = names.prefix(12).map { $0.shortened }.joined(separator: " -> ")
    return Diagnostic(
      .precedenceCycle, "this waits for itself: `\(shown)`", at: place, label: "waits for the next",
      helps: ["take one of the links out"])
  }

  static func tooEntangled(_ external: Declaration) -> Diagnostic {
    Diagnostic(
      .tooEntangled,
      "this external hangs on others in a chain of more than \(Lowering.externalChainMax), or in more than \(Lowering.waysMax) ways",
      at: external.place, label: "too entangled", helps: ["name only what it waits for directly"])
  }
}
