import PlanSemantics
import PlanSyntax
import Testing

@Suite struct ValuesNamesTests {
  @Test func letsStandForTheirValue() {
    #expect(evaluated("let a = 2pw\nlet b = a * 3\nb + a") == "8pw")
    #expect(evaluated("let rates = { senior: $5k/pw }\nrates.senior * 2pw") == "$10k")
  }

  @Test func cyclesAreDrawn() {
    #expect(evaluated("let a = b + 1\nlet b = a\na") == "E0206 cycle a -> b -> a")
  }

  /// One mistake is one error, however much is made of it.
  @Test func whatTouchesAMistakeIsSilent() {
    let source =
      "let a = 6w + 3pw\nlet b = [a * 2, a..a, a -> a, not a]\nmax(b, 3) in (if a then 1 else 2)"
    #expect(evaluated(source) == "E0320 working time and effort do not add up")
  }

  @Test func aMissingExpressionIsSilent() {
    let result = evaluation("3 + ")
    #expect(result.diagnostics.map(\.code.text) == ["E0130"])
    #expect(result.value == .poison)
  }

  /// A chain of names longer than the limit is one error, and no crash.
  @Test func depthHasALimit() {
    let chain = (0..<700).map { "let a\($0) = a\($0 + 1) + 1" }.joined(separator: "\n")
    let result = evaluation(chain + "\nlet a700 = 1\na0")
    #expect(result.diagnostics.map(\.code.text) == ["E0930"])
    let short = (0..<250).map { "let a\($0) = a\($0 + 1) + 1" }.joined(separator: "\n")
    #expect(evaluated(short + "\nlet a250 = 1\na0") == "251")
  }

  @Test func stepsHaveALimit() {
    let result = evaluation("[1 + 1, 2 + 2, 3 + 3, 4 + 4]", stepsMax: 5)
    #expect(result.diagnostics.map(\.code.text) == ["E0931"])
    #expect(result.value == .poison)
    #expect(evaluation("[1 + 1, 2 + 2]", stepsMax: 7).diagnostics.isEmpty)
  }
}
