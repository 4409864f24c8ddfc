import Foundation
import TestSupport
import Testing

/// What a reviewer is told of five usual changes of a real plan, on a page that is read to its end.
@Suite struct PullRequestTests {
  static let changes: [(name: String, edits: [(String, String)])] = [
    // Somebody has looked closer.
    (
      "estimate",
      [
        (
          "work storage \"Regional storage\" { team: platform, effort: 5pw..8pw..14pw }",
          "work storage \"Regional storage\" { team: platform, effort: 8pw..13pw..22pw }"
        )
      ]
    ),
    // Somebody leaves, and the hire that was to come earlier does not.
    (
      "people",
      [
        (
          "team payments \"Payments\" {\n  people: 5,", "team payments \"Payments\" {\n  people: 4,"
        ),
        ("people: 2, on: 2026-11-02, ramp: 10w", "people: 1, on: 2026-11-02, ramp: 10w"),
      ]
    ),
    // One more thing came in.
    (
      "initiative",
      [
        (
          "initiative sepa \"Direct debit",
          """
          initiative gift_cards "Gift cards" {
            serves: home, owner: "payments lead", cost_of_delay: $18k/week
            team: payments, staff: 1..3, effort: 5pw..8pw..14pw
            metric sold "gift cards sold a month": 0 -> 900
          }

          initiative sepa "Direct debit
          """
        )
      ]
    ),
    // A date moved, and what it costs to miss it.
    (
      "deadline",
      [
        (
          "deadline: 2026-11-20 { costs: $450k }  # last year's outage, priced by Finance",
          "deadline: 2026-10-16 { costs: $600k }  # the sale begins earlier this year"
        )
      ]
    ),
    // A planning meeting: estimates, people, a dependency that falls away, and something is not done.
    (
      "meeting",
      [
        (
          "team: payments, staff: 2..4, effort: 15pw..22pw..38pw",
          "team: payments, staff: 2..4, effort: 12pw..17pw..30pw"
        ),
        ("team data \"Data\" {\n  people: 1, ", "team data \"Data\" {\n  people: 2, "),
        ("  after: fast_ci  # at 45 minutes a region, nobody would wait for three\n", ""),
        (
          "initiative one_step_checkout \"Checkout in one step\" {\n",
          "initiative one_step_checkout \"Checkout in one step\" {\n  priority: wont, why_not: \"Nobody measured what it brings\"\n"
        ),
      ]
    ),
  ]

  @Test(arguments: changes.map(\.name))
  func comment(name: String) throws {
    let change = try #require(Self.changes.first { $0.name == name })
    let workshop = try Workshop()
    let plan = try Repository.read("Plans/q3.plan")
    try workshop.commit(plan)
    let changed = change.edits.reduce(plan) { text, edit in
      #expect(text.contains(edit.0), "\(edit.0)")
      return text.replacingOccurrences(of: edit.0, with: edit.1)
    }
    try workshop.write(changed, to: "q3.plan")
    let ended = try workshop.plan("diff", "main", "q3.plan", "--format", "markdown")
    #expect(ended.status == 0, "\(ended.errors)")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/pull-request-\(name).md")
    #expect(ended.output.count { $0 == "\n" } < 60)
  }
}
