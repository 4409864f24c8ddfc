import PlanModel
import PlanSyntax

// Messages about queries and what is in their scope.
extension Diagnostic {
  static func notAList(_ value: Value, at span: Span) -> Diagnostic {
    let numbers = value.wholeNumbersBetween
    return Diagnostic(
      .notAList, "this goes through a list, and \(value.description) is none", at: span,
      label: label(value),
      helps: [
        numbers.map { "the whole numbers from one to the other are `\($0)`" }
          ?? "as in `initiatives where …` or `effort of initiatives`"
      ],
      fixes: numbers.map { [Fix("write `\($0)`", safety: .unsafe, edits: [Edit(span, $0)])] } ?? [])
  }

  static func clauseForm(
    _ headline: String, at span: Span, label: String, secondary: [Label] = [], help: String
  ) -> Diagnostic {
    Diagnostic(
      .clauseForm, headline, at: span, label: label, secondary: secondary, helps: [help])
  }

  /// A bare name that could be several things.
  static func fieldOrName(_ word: Word, _ meanings: [NameMeaning]) -> Diagnostic {
    var fixes: [Fix] = []
    let isField = meanings.contains { $0.isField }
    let text = word.text.shortened
    if isField {
      fixes.append(
        Fix(
          "write `it.\(text)` for the field", safety: .unsafe,
          edits: [Edit(word.span, "it.\(word.text)")]))
    }
    if meanings.contains(where: \.isDeclared) {
      fixes.append(
        Fix(
          "write `plan.\(text)` for what is declared", safety: .unsafe,
          edits: [Edit(word.span, "plan.\(word.text)")]))
    }
    let listed = meanings.map(\.text).joined(separator: " and ")
    let areParameters = meanings.allSatisfy { !$0.isField && !$0.isDeclared && $0.place != nil }
    return Diagnostic(
      .fieldOrName,
      areParameters ? "`\(text)` names two parameters" : "`\(text)` could be \(listed)",
      at: word.span, label: "which of them?",
      secondary: meanings.compactMap { meaning in
        meaning.place.map { Label($0, "declared here") }
      },
      notes: ["no name hides another, so that what a line means does not depend on other files"],
      helps: isField
        ? ["`it.\(text)` is the field, `plan.\(text)` what is declared"]
        : ["rename one of them"],
      fixes: fixes)
  }

  static func capacityArguments(_ team: Value, _ period: Value, at span: Span) -> Diagnostic {
    Diagnostic(
      .functionArguments, "`capacity` takes a team and a period", at: span,
      label: "got \(team.description) and \(period.description)",
      helps: ["as in `capacity(platform, 2026-Q3)`"])
  }

  /// A value that only a schedule has, where there is none yet.
  static func scheduleOnly(
    _ word: Word, definition: Span?, named name: String
  ) -> Diagnostic {
    Diagnostic(
      .scheduleOnly, "`\(word.text.shortened)` is known only when the plan is scheduled",
      at: word.span, label: "only a schedule has this",
      secondary: definition.map { [Label($0, "\(name) is needed to make the schedule")] } ?? [],
      helps: ["ask for it in `print` or `check`, which come after the schedule"])
  }
}

extension Value {
  /// The call that gives what `1..3` was meant for where a list is wanted; `nil` for every other value.
  fileprivate var wholeNumbersBetween: String? {
    guard case .spread(let spread) = self, spread.unit == .number, spread.likely == nil,
      spread.low.magnitude.isWhole, spread.high.magnitude.isWhole
    else { return nil }
    return "numbers(\(spread.low.text), \(spread.high.text))"
  }
}

/// One of the things that a bare name could be.
struct NameMeaning {
  /// "the field of an initiative".
  var text: String
  var place: Span?
  var isField = false
  var isDeclared = false
}
