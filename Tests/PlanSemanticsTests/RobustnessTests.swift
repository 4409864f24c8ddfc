internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import TestSupport
internal import Testing

/// Bad input is normal input: whatever a file holds, there is an answer.
@Suite struct RobustnessTests {
  /// The flagship plan with a token left out, doubled or swapped never crashes, and is either a plan or has an error.
  @Test(arguments: 0..<12) func brokenPlansHaveAnswers(_ seed: Int) {
    var random = SeededRandom(seed)
    let words = flagshipPlan.split(separator: " ", omittingEmptySubsequences: false)
    for _ in 0..<25 {
      var broken = words.map(String.init)
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let index = Int.random(in: broken.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: broken.remove(at: index)
        case 1: broken.insert(random.pick(broken), at: index)
        default: broken.swapAt(index, Int.random(in: broken.indices, using: &random))
        }
      }
      let source = broken.joined(separator: " ")
      let text = SourceText(source)
      let parsed = parse(text)
      let analysis = analyse([parsed.tree], AnalysisOptions())
      let all = parsed.diagnostics + analysis.diagnostics
      let isWrong = all.contains { $0.severity == .error }
      #expect(isWrong || analysis.plan != nil, Comment(rawValue: source))
      if let plan = analysis.plan { _ = SchedulingModel(plan) }
      for diagnostic in analysis.diagnostics {
        guard let span = diagnostic.span else { continue }
        #expect(span.range.start <= span.range.end && Int(span.range.end) <= text.bytes.count)
      }
    }
  }

  @Test func theSameFileGivesTheSameAnswer() {
    let source = flagshipPlan.split(separator: ": platform").joined(separator: ": plaform")
    let first = analysed(source).1
    #expect(first.count > 3)
    for _ in 0..<3 { #expect(analysed(source).1 == first) }
  }

  /// What a mistake of syntax hides is not missing: names in it, blocks behind it.
  @Test(arguments: [
    "team t { people: 3\ninitiative a { effort: 1pw..2pw..3pw }",
    "team t { people: 3 }\ninitiative a { effort: 1pw..2pw..3pw\ninitiative b { effort: 1pw..2pw..3pw }",
    "team t { people: 3 }\ninitiative a { effort: 1pw.. }\ninitiative b { after: a, effort: a.effort }",
    "team t { people: }\ninitiative a { team: t, effort: 1pw..2pw..3pw }",
  ])
  func aMistakeOfSyntaxIsOneError(_ body: String) {
    let found = problems(body)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.contains(" E01") })
  }

  @Test func aLongCircleIsDrawnShort() {
    let count = 3_000
    let lines = (0..<count).map {
      "initiative i\($0) { effort: 1pw..2pw..3pw, after: i\(($0 + 1) % count) }"
    }
    let found = problems((["team t { people: 3 }"] + lines).joined(separator: "\n"))
    #expect(found.count == 1)
    #expect(found.first?.contains("i0 -> i1 -> i2") ?? false)
    #expect((found.first?.utf8.count ?? 0) < 2_000)
  }

  @Test func aLongChainOfLetsIsALimitAndNoCrash() {
    let lines = (0..<2_000).map { "let v\($0) = v\($0 + 1)" }
    let body = lines.joined(separator: "\n") + "\nlet v2000 = 3pw\n"
    // Deeper than evaluation goes: an error for each stretch that was tried, and no crash.
    let found = problems("team t { people: 3 }\ninitiative a { effort: v0 }\n" + body)
    #expect(!found.isEmpty && found.count <= 4)
    #expect(found.allSatisfy { $0.contains(" E09") })
  }
}
