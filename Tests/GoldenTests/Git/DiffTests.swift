import Foundation
import TestSupport
import Testing

/// `plan diff` between files, revisions, the work tree and scenarios of real repositories.
@Suite struct DiffTests {
  static let plan = """
    language: 1
    plan "Quarter" {
      start: 2026-07-01
      until: 2026-12-31
    }
    horizon now "Now" { span: 0mo..3mo }
    horizon next "Next" { span: 3mo..6mo }
    team web "Web" { people: 2, availability: 100% }
    goal europe "Sell in Europe" {
      by: 2026-10-31
      cost_of_delay: $20k/week
    }
    let unit = $2k/week
    initiative residency "Data residency" {
      team: web
      effort: 12pw
      serves: europe
      deadline: 2026-10-15 { costs: $50k }
    }
    initiative search "Search" {
      team: web
      effort: 4pw
      cost_of_delay: 6 * unit
    }
    initiative fast_ci "Fast CI" {
      team: web
      effort: 6pw
      cost_of_delay: unit
    }
    check in_time { all: [residency], require: finish <= 2026-10-10 }
    guardrail new_things "Some for what is new" {
      share_of: effort, where: label == "Search", at_least: 12%, each: year, strength: soft
    }
    scenario more_people "One more" {
      change web { people: 3 }
    }

    """

  private static func changed(_ replacements: [(String, String)]) -> String {
    replacements.reduce(plan) { text, change in
      #expect(text.contains(change.0), "\(change.0)")
      return text.replacingOccurrences(of: change.0, with: change.1)
    }
  }

  /// What each kind of change looks like to a reviewer.
  static let changes: [(name: String, edits: [(String, String)])] = [
    ("estimate", [("effort: 12pw", "effort: 16pw")]),
    ("binding", [("let unit = $2k/week", "let unit = $9k/week")]),
    (
      "rename",
      [("initiative fast_ci \"Fast CI\" {", "initiative ci \"Fast CI\" {\n  was: \"fast_ci\"")]
    ),
    (
      "new",
      [
        (
          "initiative search",
          "team data \"Data\" { people: 1 }\ninitiative billing \"Billing\" {\n  team: data\n  effort: 3pw\n  cost_of_delay: $5k/week\n}\ninitiative search"
        )
      ]
    ),
    (
      "gone",
      [
        (
          "initiative fast_ci \"Fast CI\" {\n  team: web\n  effort: 6pw\n  cost_of_delay: unit\n}\n",
          ""
        )
      ]
    ),
    (
      "together",
      [
        ("effort: 12pw", "effort: 16pw"), ("people: 2,", "people: 3,"),
        ("effort: 4pw", "effort: 7pw"),
      ]
    ),
    // A horizon is crossed, a deadline and a goal are lost, a check and a guardrail fail.
    ("late", [("effort: 12pw", "effort: 34pw")]),
    ("scenario", [("people: 3 }", "people: 4 }")]),
    (
      "layout",
      [
        ("  team: web\n  effort: 4pw\n", "  # people ask for it\n  effort: 4pw\n  team: web\n"),
        ("{ people: 2, availability: 100% }", "{ availability: 100%,\n  people: 2 }"),
      ]
    ),
  ]

  @Test(arguments: changes.map(\.name))
  func change(name: String) throws {
    let change = try #require(Self.changes.first { $0.name == name })
    let workshop = try Workshop()
    try workshop.commit(Self.plan)
    try workshop.write(Self.changed(change.edits), to: "q3.plan")
    let ended = try workshop.plan("diff", "main", "q3.plan")
    #expect(ended.status == 0, "\(ended.errors)")
    Golden.expect(ended.output + said(ended), at: "Tests/GoldenTests/Cases/git/\(name).diff.md")
    let data = try workshop.plan("diff", "main", "--format", "json")
    Golden.expect(data.output, at: "Tests/GoldenTests/Cases/git/\(name).diff.json")
    try addsUp(data.output)
  }

  @Test(
    "a headcount that is passed by what was edited is a consequence, and so is one that is kept again"
  )
  func headcount() throws {
    let plan = """
      language: 1
      plan "Quarter" { start: 2026-07-01, until: 2026-12-31 }
      team web "Web" { people: 3, hire autumn "Autumn" { people: 2, on: 2026-09-01 } }
      initiative pages "Pages" { team: web, effort: 3pw..6pw..9pw, cost_of_delay: $10k/week }
      headcount approved "Approved" { people: 5 }

      """
    let workshop = try Workshop()
    try workshop.commit(plan)
    let more = plan.replacing("people: 2, on", with: "people: 3, on")
    try workshop.write(more, to: "q3.plan")
    let passed = try workshop.plan("diff", "main", "q3.plan")
    #expect(
      passed.output.contains("Headcount **approved** is passed: 6 of 5 people"), "\(passed.output)")
    let data = try workshop.plan("diff", "main", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [String: Any]
    let kept = (object?["outcome"] as? [String: Any])?["headcounts"] as? [[String: Any]]
    #expect(kept?.first?["name"] as? String == "approved")
    #expect(kept?.first?["is_kept"] as? Bool == false)
    try workshop.commit(more)
    try workshop.write(more.replacing("people: 5 }", with: "people: 6 }"), to: "q3.plan")
    let allowed = try workshop.plan("diff", "main", "q3.plan")
    #expect(allowed.output.contains("Headcount **approved** is kept again"), "\(allowed.output)")
  }

  @Test("edits that matter only together are told together, and what one needs goes with it")
  func interaction() throws {
    let plan = """
      language: 1
      plan "Quarter" { start: 2026-07-01, until: 2026-12-31 }
      team web "Web" { people: 1, availability: 100% }
      team data "Data" { people: 1, availability: 100% }
      initiative pages "Pages" { team: web, effort: 6pw }
      initiative tables "Tables" { team: data, effort: 6pw }
      initiative launch "Launch" {
        team: web, effort: 2pw, after: [pages, tables], cost_of_delay: $10k/week
      }

      """
    let workshop = try Workshop()
    try workshop.commit(plan)
    try workshop.write(
      plan.replacingOccurrences(of: "effort: 6pw", with: "effort: 3pw"), to: "q3.plan")
    let ended = try workshop.plan("diff", "main", "q3.plan")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/interaction.diff.md")
    #expect(ended.output.contains("`pages.effort` and `tables.effort` together"))
    let data = try workshop.plan("diff", "main", "--format", "json")
    try addsUp(data.output)
    let object = try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [String: Any]
    let shares =
      (object?["outcome"] as? [String: Any])?["attribution"] as? [String: Any]
    #expect(shares?["alone"] as? [Int] == [0, 0])
    #expect(shares?["together"] as? Int ?? 0 < 0)
    #expect(shares?["joint"] as? [Int] == [0, 1])
  }

  private func said(_ ended: Program.Ended) -> String {
    ended.errors.split(separator: "\n").map { "! \($0)\n" }.joined()
  }

  /// Money by edit, together and by search is the whole rise; so are the days of each initiative.
  private func addsUp(_ json: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let outcome = (object as? [String: Any])?["outcome"] as? [String: Any]
    guard let outcome, let shares = outcome["attribution"] as? [String: Any] else { return }
    func sum(_ shares: [String: Any]) -> Int {
      ((shares["alone"] as? [Int]) ?? []).reduce(0, +) + (shares["together"] as? Int ?? 0)
        + (shares["search"] as? Int ?? 0)
    }
    let cost = try #require(outcome["delay_cost"] as? [String: [String: Any]])
    let rise =
      (cost["after"]?["minor_units"] as? Int ?? 0) - (cost["before"]?["minor_units"] as? Int ?? 0)
    #expect(sum(shares) == rise)
    let format = DateFormatter()
    format.dateFormat = "yyyy-MM-dd"
    format.timeZone = TimeZone(identifier: "UTC")
    for shift in outcome["initiatives"] as? [[String: Any]] ?? [] {
      guard let days = shift["days"] as? [String: Any] else { continue }
      let before = ((shift["before"] as? [String: Any])?["finish"] as? String).flatMap(format.date)
      let after = ((shift["after"] as? [String: Any])?["finish"] as? String).flatMap(format.date)
      guard let before, let after else { continue }
      #expect(sum(days) == Int(after.timeIntervalSince(before) / 86_400))
    }
  }

  @Test("what each word means: revisions, ranges, files, scenarios, names that are two things")
  func words() throws {
    let workshop = try Workshop()
    try workshop.commit(Self.plan, date: "2026-07-01")
    try workshop.git("tag", "v1")
    try workshop.commit(
      Self.changed([("effort: 4pw", "effort: 5pw")]), saying: "Search is more", date: "2026-07-08")
    try workshop.git("tag", "v2")
    try workshop.git("branch", "more_people")
    try workshop.write(Self.changed([("effort: 4pw", "effort: 6pw")]), to: "q3.plan")
    try workshop.write(Self.plan, to: "other.plan")
    func lead(_ arguments: String...) throws -> String {
      let ended = try workshop.plan(["diff"] + arguments)
      let first = ended.output.split(separator: "\n").first { $0.contains("changed from") } ?? ""
      let change = ended.output.split(separator: "\n").first { $0.hasPrefix("- **") } ?? ""
      return "\(arguments.joined(separator: " ")) [\(ended.status)] \(first) \(change) "
        + ended.errors.split(separator: "\n").joined(separator: " | ")
    }
    let said = try [
      lead("q3.plan"), lead("v1", "q3.plan"), lead("v1..v2", "q3.plan"),
      lead("v1", "v2", "q3.plan"),
      lead("v1...", "q3.plan"), lead("HEAD~1", "q3.plan"), lead("v1:q3.plan", "q3.plan"),
      lead("v1:q3.plan", "v2:q3.plan"), lead("other.plan", "q3.plan"),
      lead("q3.plan", "more_people"), lead("q3.plan", "scenario:more_people"),
      lead("q3.plan", "heads/more_people"), lead("nothing", "q3.plan"), lead("v1"),
      lead("v1", "v2", "v1", "q3.plan"), lead("v1:gone.plan", "q3.plan"), lead("-"),
    ]
    Golden.expect(
      said.joined(separator: "\n") + "\n", at: "Tests/GoldenTests/Cases/git/words.txt")
  }

  @Test("an agreement that is made on a branch is a change with consequences of its own")
  func agreement() throws {
    let workshop = try Workshop()
    try workshop.commit(Self.plan)
    #expect(
      try workshop.plan("freeze", "q3.plan", "--by", "Ann", "--on", "2026-07-03").status == 0)
    try workshop.git("add", "-A")
    let agreed = try workshop.plan("diff", "main", "q3.plan")
    #expect(agreed.output.contains("by \"Ann\" on 2026-07-03"))
    #expect(agreed.output.contains("no date, no deadline and no amount is another"))
    try workshop.git("commit", "-q", "-m", "Agreed")
    try workshop.write(Self.changed([("effort: 12pw", "effort: 16pw")]), to: "q3.plan")
    let moved = try workshop.plan("diff", "main", "q3.plan")
    #expect(!moved.output.contains("by \"Ann\""))
    #expect(moved.output.contains("effort `12pw` → `16pw`"))
  }
}
