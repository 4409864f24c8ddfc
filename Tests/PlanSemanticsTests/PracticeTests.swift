internal import PlanModel
internal import Testing

/// Limits, and what several blocks of a plan come to together.
@Suite struct PracticeTests {
  /// A chain that a stack could not hold, and a mesh of which nobody could count the ways, end with an error each.
  @Test func externalsAreEntangledOnlySoFar() {
    let chain = (0..<5_000).map { "external e\($0) { date: 2026-09-01, after: e\($0 + 1) }" }
    let long = problems((chain + ["external e5000 { date: 2026-09-01 }"]).joined(separator: "\n"))
    #expect(long.contains { $0.contains("E0922") })

    let mesh = (0..<60).map { index in
      "external e\(index) { date: 2026-09-01, after: [e\(index + 1), e\(index + 1) + \(index + 1)d] }"
    }
    let wide = problems(
      (mesh + [
        "external e60 { date: 2026-09-01 }", "team t { people: 1 }",
        "initiative a { effort: 1pw..2pw..3pw, staff: 1, after: e0 }",
      ]).joined(separator: "\n"))
    #expect(wide.count { $0.contains("E0922") } == 1)
  }

  /// A fallback is paid by the one that takes it, by the one that has it, or once by several.
  @Test func aFallbackIsPaidOnce() throws {
    let frame = """
      team t { people: 3, availability: 70% }
      external kms { date: 2026-09-15, fallback own { adds: 5pw..5pw..5pw, team: t } }

      """
    func payers(_ initiatives: String) throws -> [String] {
      let plan = try plan(frame + initiatives)
      return plan.works.filter { $0.name == "own" }.map {
        plan.initiatives[$0.initiative.index].name
      }
    }
    let a = "initiative a { effort: 1pw..2pw..3pw, after: kms, use: own }\n"
    let b = "initiative b { effort: 1pw..2pw..3pw, after: kms, use: own }\n"
    let done =
      "initiative c { effort: 1pw..2pw..3pw, after: kms, use: own, status: done, finished: 2026-07-01 }\n"
    let unwanted = "initiative d { priority: wont, effort: 1pw..2pw..3pw, after: kms, use: own }\n"
    #expect(try payers(a) == ["a"])
    #expect(try payers(a + b) == ["own"])
    #expect(try payers(a + b + done) == ["c"])
    #expect(try payers(unwanted + a) == ["a"])
    #expect(try payers(unwanted) == ["d"])
    let shared = try plan(frame + a + b.replacing("{", with: "{ priority: must,"))
    #expect(shared.initiatives.map(\.name) == ["a", "b", "own"])
    #expect(shared.initiatives[2].priority == .must)
    #expect(shared.works.prefix(2).allSatisfy { $0.after.map(\.on) == [.work(WorkID(2))] })
  }
}
