internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// A mistake, and what is said about it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
  var name: String
  /// Others are the rest of a plan from July 2026 to June 2027, from line 3.
  var isWholeFile = false
  var source: String
  var expected: String

  var testDescription: String { name }
}

private let allCases =
  nameCases + declarationCases + wholePlanCases + scriptingCases + peopleCases + practiceCases

@Suite struct DiagnosticTests {
  @Test(arguments: allCases) func saysWhatIsWrongOnce(_ item: DiagnosticCase) {
    let found = item.isWholeFile ? analysed(item.source).1 : problems(item.source)
    #expect(found.joined(separator: "\n") == item.expected)
  }

  @Test func aPlanHoldsSoManyBlocks() {
    let source = """
      language: 1
      plan { start: 2026-07-01 }
      goal a { }
      goal b { }
      goal c { }
      """
    let parsed = parse(SourceText(source))
    let analysis = analyse(
      [parsed.tree], AnalysisOptions(limits: AnalysisLimits(declarationsMax: 2)))
    #expect(
      analysis.diagnostics.map(\.headline) == ["a plan holds at most 2 blocks"])
    #expect(analysis.diagnostics.map(\.code.text) == ["E0920"])
    #expect(analysis.plan == nil)
  }

  @Test func everyCodeHasACase() {
    let expected = allCases.map(\.expected).joined(separator: "\n")
    let missing =
      (DiagnosticCode.ofThePlan + DiagnosticCode.ofScripting + DiagnosticCode.ofThePractice).map(
        \.text
      ).filter {
        !expected.contains(" \($0) ")
      }
    // What a report would give away is found where reports are read, in `Cases/check/reports.cases`; the limit on blocks has a test
    // of its own.
    #expect(missing == ["E0560", "E0920"])
  }
}
