import PlanInsight
import PlanModel
import PlanReport
import Testing

/// What each audience reads, and what it does not.
@Suite struct AudienceTests {
  @Test func eachAudienceHasADocumentOfItsOwn() {
    let answer = quarters().answer()
    let titles = Audience.allCases.map { audience in
      report(answer, ReportRequest(audience: audience)).sections.map(\.title.plainText)
    }
    #expect(Set(titles).count == Audience.allCases.count)
  }

  /// An enabler is technology unless somebody says what the business has of it.
  @Test(arguments: [Audience.exec, .board])
  func briefReportsNameNoTechnology(audience: Audience) {
    var builder = quarters()
    let text = markdown(report(builder.answer(), ReportRequest(audience: audience)))
    #expect(!text.contains("Kafka"))
    builder.plan.initiatives[0].words.outcome = "orders arrive in time"
    let told = markdown(report(builder.answer(), ReportRequest(audience: audience)))
    #expect(!told.contains("Kafka"))
    if audience == .exec { #expect(told.contains("*orders arrive in time*")) }
    #expect(
      markdown(report(builder.answer(), ReportRequest(audience: .engineering))).contains("Kafka"))
  }

  @Test func aStreamHasAtMostFourItems() {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 8)
    let goal = builder.goal("Grow", by: "2026-12-31")
    for number in 1...9 { builder.initiative("Thing \(number)", team: web, weeks: 2, goal: goal) }
    let text = markdown(report(builder.answer(), ReportRequest(audience: .exec)))
    #expect(text.contains("*Thing 4*"))
    #expect(!text.contains("*Thing 5*"))
    #expect(text.contains("five more"))
  }

  @Test func aBriefReportStaysOnePageWhateverThePlanHolds() {
    var builder = ReportPlan()
    let long = String(repeating: "long, words, ", count: 1_000)
    for number in 1...6 { _ = builder.team("Team \(number)", people: 3) }
    for number in 1...12 {
      let goal = builder.goal("Goal \(number) \(long)", by: "2026-12-31")
      for part in 1...6 {
        builder.initiative(
          "Thing \(number) \(part) \(long)", team: TeamID(part - 1), weeks: 6,
          dollarsPerWeek: 500, goal: goal
        ) {
          $0.words.whyNot = part == 6 ? long : nil
          $0.priority = part == 6 ? .wont : .should
          $0.words.askedBy = long
          $0.risks = []
        }
      }
    }
    builder.plan.asks = (1...20).map {
      Ask(name: "a\($0)", label: long, whom: long, decideBy: nil, price: nil, note: long)
    }
    let answer = builder.answer()
    for audience in [Audience.exec, .board] {
      let text = markdown(report(answer, ReportRequest(audience: audience)))
      let words = text.split(whereSeparator: \.isWhitespace)
        .count { $0.contains { $0.isLetter || $0.isNumber } }
      #expect(words <= Brief.wordsMax, "\(words) words for \(audience)")
      #expect(!text.contains(",…"))
    }
  }

  /// Goals for which there is no room are counted, in a list and in a sentence.
  @Test func moreGoalsThanAPageHasRoomForAreCounted() {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 8)
    for number in 1...32 {
      let goal = builder.goal("Goal \(number)", by: "2027-03-31")
      builder.initiative("Thing \(number)", team: web, weeks: 10, goal: goal)
    }
    let text = markdown(report(builder.answer(), ReportRequest(audience: .exec)))
    #expect(text.contains("\n- Three initiatives for three other goals\n"))
    #expect(text.contains("*Goal 29* and three other goals: directions"))
  }

  @Test(arguments: [
    ("2026-12-31", "on track"), ("2026-08-05", "off track"),
  ])
  func standingFollowsTheRules(by: String, expected: String) throws {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    let goal = builder.goal("Grow", by: by)
    builder.initiative("Search", team: web, weeks: 8, goal: goal)
    var answer = builder.answer()
    answer.simulation = Simulation(
      answer.model, answer.solution.schedule, SimulationOptions(threads: 1))
    #expect(markdown(report(answer)).contains("| \(expected) |"))
    #expect(
      try json(answer).contains("\"light\" : \"\(expected == "on track" ? "green" : "red")\""))
  }

  @Test func whoKnowsBetterSaysWhy() {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    let goal = builder.goal("Grow", by: "2026-07-31")
    builder.plan.goals[goal.index].health = Health(light: .amber, because: "two customers wait")
    builder.initiative("Search", team: web, weeks: 8, goal: goal)
    let text = markdown(report(builder.answer()))
    #expect(text.contains("at risk; by the figures off track: two customers wait"))
  }

  @Test func theLastMomentOfADecisionIsTheDayBeforeWhatWaitsForIt() {
    var builder = quarters()
    builder.plan.asks = [
      Ask(
        name: "region", label: "A region", whom: "CFO", decideBy: date("2026-12-01"), price: nil,
        note: nil)
    ]
    builder.plan.asks[0].unblocks = [InitiativeID(1)]
    let answer = builder.answer()
    let start = answer.model.startDate(of: InitiativeID(1), in: answer.solution.schedule)
    let last = start?.adding(days: -1)
    let text = markdown(report(answer, ReportRequest(audience: .exec)))
    #expect(text.contains("| **A region** | CFO | \(last?.text ?? "") |"))
    let stake = AskStake(
      answer.plan.asks[0], answer.solution.schedule,
      arcs: Arcs(answer.solution.schedule, timing: Timing(answer.model.problem)), answer.model)
    // A week later, a week of its own cost of delay at least.
    #expect(stake.costOfAWeek ?? 0 >= 3_000_00)
  }

  @Test func sectionsAreChosenAndOrderedByTheirWords() {
    let request = ReportRequest(
      audience: .board, title: "Ours", sections: ["asks", "not_doing", "goals"],
      paragraphs: [
        ReportParagraph(name: "a", heading: "First", text: "one\n\ntwo", before: nil),
        ReportParagraph(name: "b", heading: "Second", text: "three", before: "goals"),
      ])
    let document = report(quarters().answer(), request)
    #expect(document.title.plainText == "Ours")
    #expect(
      document.sections.map(\.id) == ["paragraph_a", "not_doing", "paragraph_b", "goals"])
    #expect(document.sections[0].blocks.count == 2)
  }

  @Test func onlyWhatIsChosenIsToldOf() {
    let text = markdown(report(quarters().answer(), ReportRequest(initiatives: [1])))
    #expect(text.contains("Checkout"))
    #expect(!text.contains("**Kafka**"))
  }

  @Test func idsOfSectionsAreUnique() {
    var builder = quarters()
    builder.plan.horizons.append(
      Horizon(
        name: "far", label: "Far", first: date("2027-03-01"), last: date("2027-03-31"), band: nil))
    for audience in [nil] + Audience.allCases.map(Optional.some) {
      let ids = report(builder.answer(), ReportRequest(audience: audience)).sections.map(\.id)
      #expect(Set(ids).count == ids.count)
      #expect(!ids.contains(""))
    }
  }

  /// An enabler by the name of a technology, a feature behind it, and one that is left out.
  private func quarters() -> ReportPlan {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    let goal = builder.goal("Grow", by: "2026-12-31")
    builder.initiative("Kafka", team: web, weeks: 6, goal: goal) { $0.kind = "enabler" }
    builder.initiative(
      "Checkout", team: web, weeks: 8, dollarsPerWeek: 3_000, goal: goal,
      after: [Dependency(kind: .finishToStart, on: .initiative(InitiativeID(0)), lag: .zero)])
    builder.initiative("Loyalty", team: web, weeks: 60, dollarsPerWeek: 100)
    return builder
  }
}
