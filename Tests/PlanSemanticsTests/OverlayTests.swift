internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// What is laid over a plan from outside the files.
@Suite struct OverlayTests {
  private let plan = """
    language: 1
    plan "P" { start: 2026-07-01 }
    team platform { people: 6 }
    initiative a "A" { team: platform, effort: 2pw..3pw..4pw, key: "ENG-1", was: "old_a" }
    scenario more "More of everything" { change platform { people: old * 2 } }
    scenario most { extends: more, change platform { people: old + 1 } }
    """

  @Test(arguments: [(nil, 60), ("more", 120), ("most", 130)] as [(String?, Int32)])
  func theChosenScenarioIsLaidOver(name: String?, tenths: Int32) throws {
    let plan = try #require(analysed(scenario: name).plan)
    #expect(plan.teams[0].peopleTenths == tenths)
    #expect(plan.scenario?.name == name)
  }

  @Test func aScenarioIsNamedForReports() throws {
    let plan = try #require(analysed(scenario: "more").plan)
    #expect(plan.scenario == PlanScenario(name: "more", label: "More of everything"))
  }

  @Test func whatIsSetLiesOverTheScenario() throws {
    let plan = try #require(
      analysed(scenario: "more", ["platform.people=3", "platform.people=old + 1"]).plan)
    #expect(plan.teams[0].peopleTenths == 40)
  }

  /// A block without a name is set like a property.
  @Test func aDeadlineCanBeSet() throws {
    let plan = try #require(analysed(scenario: nil, ["a.deadline=2026-11-30"]).plan)
    #expect(plan.initiatives[0].urgency.deadlines.map(\.date.description) == ["2026-11-30"])
  }

  @Test func formerNamesAreKept() throws {
    let plan = try #require(analysed(scenario: nil).plan)
    #expect(plan.identities == [Identity(path: "a", was: "old_a", key: "ENG-1")])
  }

  @Test(
    arguments: [
      ("platform.people=many", "16..20 E0202 there is nothing named `many`"),
      ("platform.people=6w", "16..18 E0310 `people` takes a number of people"),
      ("platform.pepole=6", "9..15 E0410 `pepole` is no property of `team`"),
      ("plaform.people=6", "0..7 E0202 there is nothing named `plaform`"),
      ("platform.people", "0..15 E0240 this sets no property"),
      ("people=6", "0..8 E0240 this sets no property"),
      ("platform.people=6\nx", "0..19 E0240 this sets no property"),
      ("platform.people=", "16..16 E0130 expected a value"),
      ("=", "0..1 E0240 this sets no property"),
    ])
  func whatCannotBeSetIsSaidThere(text: String, expected: String) {
    let diagnostics = analysed(scenario: nil, [text]).diagnostics
      .filter { $0.severity == .error }
    let found = diagnostics.map { diagnostic in
      let range = diagnostic.span?.range
      #expect(diagnostic.span?.file == FileID(raw: 7))
      return
        "\(range?.start ?? -1)..\(range?.end ?? -1) \(diagnostic.code.text) \(diagnostic.headline)"
    }
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test func aScenarioThatIsNotThereIsSuggested() {
    let diagnostics = analysed(scenario: "mroe").diagnostics
    #expect(diagnostics.map(\.code.text).contains("E0235"))
    #expect(diagnostics.flatMap(\.helps).contains("did you mean `more`?"))
  }

  @Test func blocksAndStatementsOfLoopsAreLimited() {
    let text = SourceText(
      """
      language: 1
      plan "P" { start: 2026-07-01 }
      for a in [1, 2, 3] { for b in [1, 2, 3] { goal g_\\(a)_\\(b) {} } }
      """)
    let few = AnalysisLimits(expandedMax: 5)
    let codes = analyse([parse(text).tree], AnalysisOptions(limits: few)).diagnostics
      .map(\.code.text)
    #expect(codes == ["E0950"])
  }

  private func analysed(scenario: String?, _ overrides: [String] = []) -> Analysis {
    let sources = overrides.map {
      SourceText(file: FileID(raw: 7), path: "--set", bytes: Array($0.utf8))
    }
    return analyse(
      [parse(SourceText(plan)).tree],
      AnalysisOptions(scenario: scenario, overrides: sources.map { Override($0) }))
  }
}
