import Foundation
import TestSupport
import Testing

/// `plan history`, `plan explain --since` and `plan log` in real repositories.
@Suite struct HistoryTests {
  private static func plan(
    search: Int = 4, ci: String = "fast_ci", asOf: String = "2026-07-01", finished: String = ""
  ) -> String {
    """
    language: 1
    plan "Quarter" {
      start: 2026-07-01
      until: 2027-03-31
      as_of: \(asOf)
      cycle: quarter
    }
    horizon now "Now" { span: 0mo..3mo, band: 80%..90% }
    horizon next "Next" { span: 3mo..9mo }
    team web "Web" { people: 1, availability: 100% }
    initiative search "Search" {
      team: web
      effort: \(search)pw
      cost_of_delay: $20k/week
    }
    initiative \(ci) "Fast CI" {
      team: web
      effort: 3pw\(ci == "fast_ci" ? "" : "\n  was: \"fast_ci\"")
      cost_of_delay: $2k/week
    }
    \(finished)
    """
  }

  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.commit(Self.plan(), saying: "The plan", date: "2026-07-01")
    try workshop.commit(Self.plan(search: 5), saying: "Search is more", date: "2026-07-08")
    try workshop.commit("Notes\n", to: "notes.txt", saying: "No plan", date: "2026-07-10")
    try workshop.commit(
      Self.plan(search: 6, ci: "ci"), saying: "Search is more | still", date: "2026-07-15")
    try workshop.commit("plan {", to: "q3.plan", saying: "Broken", date: "2026-07-20")
    try workshop.commit(
      Self.plan(search: 7, ci: "ci"), saying: "Mended", date: "2026-07-22")
    return workshop
  }

  @Test("dates, estimates and costs of every initiative, slips in a row, the slip chart")
  func history() throws {
    let workshop = try workshop()
    let ended = try workshop.plan("history", "q3.plan")
    #expect(ended.status == 0, "\(ended.errors)")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/history.md")
    let one = try workshop.plan("history", "q3.plan", "ci", "--chart", "slips.svg")
    Golden.expect(one.output, at: "Tests/GoldenTests/Cases/git/history-of-one.md")
    Golden.expect(try workshop.read("slips.svg"), at: "Tests/GoldenTests/Cases/git/slips.svg")
    let unknown = try workshop.plan("history", "q3.plan", "serch")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("`serch` is no initiative of q3.plan"), "\(unknown.errors)")
    #expect(unknown.errors.contains("did you mean `search`?"))
    let data = try workshop.plan("history", "q3.plan", "--format", "json")
    let again = try workshop.plan("history", "q3.plan", "--format", "json", "--threads", "1")
    #expect(data.output == again.output)
  }

  @Test("scope grows by estimates, by works and by initiatives, and the parts are the whole")
  func scope() throws {
    let workshop = try Workshop()
    let first = Self.plan()
    #expect(first.contains("effort: 4pw"))
    func with(_ text: String, _ more: String = "") -> String {
      first.replacingOccurrences(of: "  team: web\n  effort: 4pw\n", with: text) + more
    }
    let works = "  team: web\n  work index { effort: 3pw }\n  work ranking { effort: 4pw }\n"
    let more = "initiative billing \"Billing\" { team: web, effort: 2pw }\n"
    try workshop.commit(first, saying: "The plan", date: "2026-07-01")
    try workshop.commit(
      first.replacingOccurrences(of: "effort: 4pw", with: "effort: 5pw"), saying: "More of it",
      date: "2026-07-02")
    try workshop.commit(with(works), saying: "In two works", date: "2026-07-03")
    try workshop.commit(with(works, more), saying: "Billing", date: "2026-07-04")
    try workshop.commit(
      with(
        works.replacingOccurrences(of: "3pw", with: "6pw") + "  work synonyms { effort: 1pw }\n",
        more), saying: "And synonyms", date: "2026-07-05")
    let ended = try workshop.plan("history", "q3.plan")
    #expect(ended.status == 0, "\(ended.errors)")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/scope.md")
    let data = try workshop.plan("history", "q3.plan", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(data.output.utf8)) as? [String: Any]
    let slips = try #require(object?["slips"] as? [[String: Any]])
    let scopes = [object?["scope"]] + slips.map { $0["scope"] }
    #expect(scopes.count > 2)
    for scope in scopes {
      let scope = try #require(scope as? [String: Any])
      func minutes(_ name: String) throws -> Int {
        try #require((scope[name] as? [String: Any])?["minutes"] as? Int)
      }
      let parts = ["by_estimates_minutes", "by_works_minutes", "by_initiatives_minutes"]
        .compactMap { scope[$0] as? Int }
      #expect(parts.count == 3)
      #expect(try minutes("last") - minutes("first") == parts.reduce(0, +))
    }
  }

  @Test("what is kept outside the repository may be there, vanish or be cut off: the same bytes")
  func kept() throws {
    let workshop = try workshop()
    let cache = workshop.folder.appending(path: ".git/cache")
    func history() throws -> String {
      try workshop.run(
        Program.path, ["history", "q3.plan", "--format", "json"],
        environment: ["PLAN_NO_CACHE": "", "XDG_CACHE_HOME": cache.path()]
      ).output
    }
    let cold = try workshop.plan("history", "q3.plan", "--format", "json").output
    #expect(try history() == cold)
    let folder = cache.appending(path: "plan")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    #expect(names.count >= 5)
    #expect(try history() == cold)
    for (index, name) in names.enumerated() {
      let file = folder.appending(path: name)
      if index % 3 == 0 { try FileManager.default.removeItem(at: file) }
      if index % 3 == 1 { try Data([1, 2, 3]).write(to: file) }
    }
    #expect(try history() == cold)
    try FileManager.default.removeItem(at: cache)
    #expect(try history() == cold)
  }

  @Test("of what a horizon promised when the cycle began, what was finished by its end")
  func score() throws {
    let workshop = try workshop()
    try workshop.commit(
      Self.plan(
        search: 7, ci: "ci", asOf: "2026-11-02",
        finished:
          "progress { on: 2026-09-10, change search { status: done, finished: 2026-09-10 } }"),
      saying: "Search is done", date: "2026-11-02")
    let ended = try workshop.plan("history", "q3.plan", "--score", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(ended.output.utf8)) as? [String: Any]
    let scores = try #require(object?["scores"] as? [[String: Any]])
    // By 1 July the plan of that day said both are done by the end of September; one of them was.
    #expect(scores.count == 1)
    #expect(scores[0]["promised"] as? [String] == ["search", "ci"])
    #expect(scores[0]["delivered"] as? [String] == ["search"])
    #expect(scores[0]["share_per_mille"] as? Int == 500)
    #expect(scores[0]["is_in_band"] as? Bool == false)
  }

  @Test("what moved an initiative, by edit and by commit; both add up")
  func since() throws {
    let workshop = try workshop()
    try workshop.write(Self.plan(search: 8, ci: "ci"), to: "q3.plan")
    let ended = try workshop.plan("explain", "search", "q3.plan", "--since", "HEAD~5")
    #expect(ended.status == 0, "\(ended.errors)")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/since.md")
    let ci = try workshop.plan("explain", "ci", "q3.plan", "--since", "HEAD~5")
    Golden.expect(ci.output, at: "Tests/GoldenTests/Cases/git/since-of-another.md")
  }

  @Test("what was decided, what is to be, and what has come due as of a day")
  func log() throws {
    let workshop = try Workshop(branch: nil)
    try workshop.write(
      Self.plan(
        finished: """
          initiative assistant "Assistant" {
            team: web
            effort: 2pw
            priority: wont
            why_not: "nobody asked twice"
            revisit: 2026-09-01
            revisit_when: "a customer asks for it in writing"
          }
          initiative portal "Portal" {
            team: web
            effort: 2pw
            status: cancelled
            cancelled { on: 2026-06-20, because: "the vendor has one", learned: "ask vendors first" }
          }
          decision d1 "Search first" {
            made: 2026-06-25, owner: "VP Engineering", chose: search, rejected: [fast_ci]
            because: "customers leave over it", accepts: "CI stays slow", revisit: 2026-08-15
          }
          ask region "A second region" { whom: "CFO", decide_by: 2026-08-01, price: $30k/month }
          choice flags "Feature flags" {
            over: 3y
            decide_by: 2026-12-01
            option build "In house" { effort: 18pw }
            option buy "A vendor's" { price: $1.5k/month, effort: 2pw }
          }
          """), to: "q3.plan")
    let ended = try workshop.plan("log", "q3.plan", "--as-of", "2026-09-15")
    #expect(ended.status == 0, "\(ended.errors)")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/log.md")
    let early = try workshop.plan("log", "q3.plan", "--format", "json")
    Golden.expect(early.output, at: "Tests/GoldenTests/Cases/git/log.json")
  }
}
