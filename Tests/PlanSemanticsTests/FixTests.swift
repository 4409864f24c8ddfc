internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// The mends that are offered mend.
@Suite struct FixTests {
  @Test(arguments: [
    "plan \"p\" { start: 2026-07-01 }\ngoal g { }\n",
    "language: 1\nplan \"p\" { until: 2027-06-30 }\n",
    "language: 1\nplan \"p\" {\n  until: 2027-06-30\n}\n",
    "language: 1\ngoal g { }\n",
    "language: 1\nplan { start: 2026-07-01 }\nteam t { people: 3, availabilty: 70% }\n",
    "language: 1\nplan { start: 2026-07-01 }\ninititative a { }\n",
    "language: 1\nplan { start: 2026-07-01 }\ngoal g { }\ninitiative a { serves: gg }\n",
  ])
  func applyingTheFixLeavesAPlan(_ source: String) throws {
    let before = analysis(of: source)
    #expect(before.plan == nil)
    let wrong = before.diagnostics.filter { $0.severity == .error }
    #expect(wrong.count == 1)
    let fix = try #require(wrong.first?.fixes.first)
    let mended = analysis(of: applying(fix.edits, to: source))
    let left = parse(SourceText(applying(fix.edits, to: source))).diagnostics + mended.diagnostics
    #expect(left.filter { $0.severity == .error }.map(\.headline) == [])
    #expect(mended.plan != nil)
  }

  private func analysis(of source: String) -> Analysis {
    analyse([parse(SourceText(source)).tree], today: CivilDate(year: 2026, month: 6, day: 1))
  }

  private func applying(_ edits: [Diagnostic.Edit], to source: String) -> String {
    var bytes = Array(source.utf8)
    for edit in edits.sorted(by: { $0.span.range.start > $1.span.range.start }) {
      let range = Int(edit.span.range.start)..<Int(edit.span.range.end)
      bytes.replaceSubrange(range, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
