import PlanModel
import PlanReport
import Testing

/// Pages that are read in three minutes have whole thoughts of the plan, or none.
@Suite struct BriefTextTests {
  private static let long = String(repeating: "and so it goes on ", count: 9)

  /// What of a reason stands on the page.
  @Test(arguments: [
    ("No merchant asked for it", "No merchant asked for it;"),
    ("No merchant asked for it; " + long, "No merchant asked for it;"),
    ("No merchant asked for it. And " + long, "No merchant asked for it;"),
    ("No merchant asked for it (" + long + ")", "No merchant asked for it;"),
    // A condition stands behind a comma, and an abbreviation is no end.
    ("No merchant, that is none of size, " + long, "left out by decision;"),
    ("Cf. the notes e.g. of May. " + long, "left out by decision;"),
    ("理由はここまでで一つの文になっています。" + String(repeating: "続きます", count: 40), "理由はここまでで一つの文になっています;"),
  ])
  func reasonsAreWhole(reason: String, expected: String) {
    for audience in [Audience.exec, .board] {
      let text = page(for: audience) { $0.words.whyNot = reason }
      #expect(text.contains("**Loyalty points**: \(expected)"), "\(text)")
      #expect(!text.contains("…"))
    }
  }

  /// A condition that the page has no room for is not told by half: the day stands for it.
  @Test func conditionsAreWhole() {
    let text = page(for: .exec) {
      $0.words.revisit = CivilDate(year: 2026, month: 9, day: 1)
      $0.words.revisitWhen = "many " + Self.long
    }
    #expect(text.contains("looked at again on 1 Sep 2026."))
    #expect(!text.contains("many"))
  }

  /// Names are whole as well, but for what is a pasted paragraph.
  @Test(arguments: [
    (String(repeating: "A name ", count: 14), "A name A name"),
    ("Pay in three instalments. And " + long, "Pay in three instalments**"),
    (String(repeating: "A name ", count: 40), "A name A…**"),
  ])
  func namesAreWhole(name: String, expected: String) {
    let text = page(for: .exec) { $0.label = name }
    #expect(text.contains(expected), "\(text)")
  }

  private func page(for audience: Audience, _ change: (inout Initiative) -> Void) -> String {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    builder.initiative("done", team: web, weeks: 4, dollarsPerWeek: 1_000)
    builder.initiative("Loyalty points", team: web, weeks: 90, dollarsPerWeek: 10) {
      $0.label = "Loyalty points"
      $0.priority = .wont
      change(&$0)
    }
    return markdown(report(builder.answer(), ReportRequest(audience: audience)))
  }
}
