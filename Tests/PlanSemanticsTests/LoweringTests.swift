internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax
internal import Testing

/// The rest of a plan, and what it comes to.
struct LoweringCase: Sendable, CustomTestStringConvertible {
  var name: String
  var asOf: CivilDate?
  var source: String
  /// The lines of the dump that an empty plan does not have.
  var expected: String

  var testDescription: String { name }
}

@Suite struct LoweringTests {
  @Test(arguments: loweringCases) func comesTo(_ item: LoweringCase) throws {
    #expect(try news(in: plan(item.source, asOf: item.asOf)) == item.expected)
  }

  @Test func aSilentPlanListsWhatItAssumes() throws {
    #expect(
      dump(try plan("")) == """
        plan Test: 2026-07-01 to 2027-06-30, as of 2026-07-01
          cycle 3mo, tail 3mo, load 80%
          USD, a person-week 400000, money false
        horizon now: 2026-07-01 to 2026-09-30
        horizon next: 2026-10-01 to 2026-12-31
        horizon later: 2027-01-01 to 2027-06-30
        assumed plan: no cycle said: a quarter is taken
        assumed plan: no load said: 80 % of the available time is planned
        assumed plan: no calendar said: every weekday is worked
        assumed plan: no horizons said: Now is three months, Next six, Later the rest
        """)
  }

  @Test(arguments: [("mean", 4.0), ("p50", 3.0), ("p80", 5.0)])
  func thePointOfEstimatesIsThePlans(_ basis: String, _ least: Double) throws {
    let (analysis, _) = analysed(
      """
      language: 1
      plan { start: 2026-07-01, estimate: \(basis) }
      initiative a { effort: 1pw..4pw..12pw, cost_of_delay: $1k/week }
      """)
    let plan = try #require(analysis.plan)
    let weeks = plan.works[0].effort.personWeeks.approximate
    #expect(weeks > least && weeks < least + 2.5)
  }

  @Test func placesLeadBackToTheSource() throws {
    let (analysis, _) = analysed(flagshipPlan)
    let plan = try #require(analysis.plan)
    func line(_ span: PlanSyntax.Span?) -> Int? {
      span.map { SourceText(flagshipPlan).position(at: $0.range.start).line }
    }
    let lines = flagshipPlan.split(separator: "\n", omittingEmptySubsequences: false)
    for index in plan.initiatives.indices {
      let place = try #require(line(analysis.places[InitiativeID(index)]))
      #expect(lines[place - 1].contains("initiative \(plan.initiatives[index].name) "))
    }
    for index in plan.teams.indices {
      let place = try #require(line(analysis.places[TeamID(index)]))
      #expect(lines[place - 1].contains("team \(plan.teams[index].name) "))
    }
    #expect(analysis.places[WorkID(99)] == nil)
  }
}
