import PlanModel
import PlanReport
import Testing

/// What a report does when there is more of something than a reader takes in.
@Suite struct LargePlanTests {
  @Test func manyTeamsStandBelowOneAnother() {
    var builder = ReportPlan()
    for index in 1...11 {
      let team = builder.team("Team \(index)", people: 1)
      builder.initiative("Thing \(index)", team: team, weeks: 4, dollarsPerWeek: 1_000)
    }
    let text = markdown(report(builder.answer()))
    #expect(text.contains("| Team | Jul 2026 | Aug 2026 |"))
    #expect(text.contains("| Team 11 | 87 % | 0 % |"))
  }

  @Test(arguments: [(8, "**T 8**: "), (9, "**T 6** and three more: ")])
  func longListsOfNamesAreCutShort(count: Int, end: String) {
    var builder = ReportPlan()
    for index in 1...count {
      let team = builder.team("T \(index)", people: 1)
      builder.initiative("Thing \(index)", team: team, weeks: 4, dollarsPerWeek: 1_000)
      builder.plan.assumptions.append(
        Assumption(subject: "t \(index)", text: "no availability said", isValue: false))
    }
    #expect(markdown(report(builder.answer())).contains("\(end)no availability said."))
  }

  @Test(arguments: [(100, nil), (120, "around the 83 that lose most"), (200, "around the 50 that")])
  func ofManyTheRestIsPlannedAnewAroundSome(count: Int, note: String?) {
    var builder = ReportPlan()
    let teams = (1...20).map { builder.team("Team \($0)", people: 1) }
    for index in 1...count {
      builder.initiative(
        "Thing \(index)", team: teams[index % 20], weeks: 1, dollarsPerWeek: Int64(index * 100))
    }
    let text = markdown(report(builder.answer(isProved: false)))
    #expect(text.contains(note ?? "planned anew around it"))
    #expect(text.contains("that lose most if everybody") == (note != nil))
  }

  @Test func theDearestThatIsLeftOutStandsFirst() throws {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    builder.initiative("Search", team: web, weeks: 4, dollarsPerWeek: 9_000)
    for (label, dollars) in [("Badge", Int64(1_000)), ("Tablet", 5_000), ("Theme", 2_000)] {
      builder.initiative(label, team: web, weeks: 4, dollarsPerWeek: dollars) {
        $0.priority = .wont
      }
    }
    let text = markdown(report(builder.answer()))
    #expect(text.contains("are not in the schedule: *Tablet*, *Theme* and *Badge*."))
    let rows = text.split(separator: "\n").filter { $0.contains("left out by decision") }
    #expect(rows.map { $0.prefix(9) } == ["| **Table", "| **Theme", "| **Badge"])
  }
}
