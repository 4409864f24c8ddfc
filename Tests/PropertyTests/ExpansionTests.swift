import PlanWorkbench
import TestSupport
import Testing

/// A plan means what it would mean written out by hand, in any order.
@Suite struct ExpansionTests {
  private let options = CheckOptions(today: nil, asOf: nil)

  private let frame = """
    language: 1
    plan "P" { start: 2026-07-01, rate: $4k/pw }
    """

  /// Loops and templates in the order of what stands below, which decides between equals.
  private let scripted = [
    #"team web "Web" { people: 4, for s in skills { skill \(s) { people: 1 } } }"#,
    #"let skills = ["swift", "rust"]"#,
    #"let markets = ["de", "fr", "es"]"#,
    "fn grown(x) = x * 2",
    #"""
    template initiative launch(market, crew, size) {
      team: crew, effort: size..grown(size)..3 * grown(size), cost_of_delay: $10k/week
      risk slow "Slow in \(market)" { chance: 30%, adds: 1pw }
      milestone half: 50%
    }
    """#,
    #"""
    for m in markets {
      initiative launch_\(m) "Launch in \(m)": launch(m, web, 2pw) {
        if m != "de" { after: [launch_de.half] }
        cost_of_delay: if m == "es" then old * 2 else old
        change slow { chance: old + 10% }
      }
    }
    """#,
  ]

  private let written = [
    #"team web "Web" { people: 4, skill swift { people: 1 }, skill rust { people: 1 } }"#,
    #"""
    initiative launch_de "Launch in de" {
      team: web, effort: 2pw..4pw..12pw, cost_of_delay: $10k/week
      risk slow "Slow in de" { chance: 40%, adds: 1pw }
      milestone half: 50%
    }
    initiative launch_fr "Launch in fr" {
      team: web, effort: 2pw..4pw..12pw, cost_of_delay: $10k/week, after: launch_de.half
      risk slow "Slow in fr" { chance: 40%, adds: 1pw }
      milestone half: 50%
    }
    initiative launch_es "Launch in es" {
      team: web, effort: 2pw..4pw..12pw, cost_of_delay: $20k/week, after: launch_de.half
      risk slow "Slow in es" { chance: 40%, adds: 1pw }
      milestone half: 50%
    }
    """#,
  ]

  @Test func anExpandedPlanIsThePlanWrittenOut() throws {
    #expect(try output(scripted) == output(written))
  }

  @Test(arguments: 0..<20)
  func theOrderOfDeclarationsDoesNotMatter(seed: Int) throws {
    var random = SeededRandom(seed)
    #expect(try output(scripted.shuffled(using: &random)) == output(written))
  }

  @Test(
    arguments: [
      ("web.people=6", "team web \"Web\" { people: 4", "team web \"Web\" { people: 6"),
      ("plan.load=70%", "rate: $4k/pw", "rate: $4k/pw, load: 70%"),
      ("launch_de.slow.adds=3pw", "adds: 1pw }", "adds: 3pw }"),
    ])
  func whatIsSetIsWhatIsEdited(setting: String, old: String, new: String) throws {
    var set = options
    set.overrides = [setting]
    let plan = text(written)
    let edited = plan.replacing(old, with: new, maxReplacements: 1)
    #expect(edited != plan)
    #expect(try output(plan, set) == output(edited, options))
  }

  @Test func aScenarioIsThePlanEdited() throws {
    var chosen = options
    chosen.scenario = "other"
    let scenario = """
      scenario other {
        change web { people: old + 2, add skill swift_ui { people: 1 } }
        change launch_fr.slow { chance: 10% }
        drop launch_es
        add initiative late "Late" { team: web, effort: 1pw..2pw..3pw, after: launch_fr }
      }
      """
    let edited = #"""
      team web "Web" {
        people: 6, skill swift { people: 1 }, skill rust { people: 1 }, skill swift_ui { people: 1 }
      }
      initiative launch_de "Launch in de" {
        team: web, effort: 2pw..4pw..12pw, cost_of_delay: $10k/week
        risk slow "Slow in de" { chance: 40%, adds: 1pw }
        milestone half: 50%
      }
      initiative launch_fr "Launch in fr" {
        team: web, effort: 2pw..4pw..12pw, cost_of_delay: $10k/week, after: launch_de.half
        risk slow "Slow in fr" { chance: 10%, adds: 1pw }
        milestone half: 50%
      }
      initiative late "Late" { team: web, effort: 1pw..2pw..3pw, after: launch_fr }
      """#
    #expect(try output(text(scripted + [scenario]), chosen) == output([edited]))
  }

  private func text(_ blocks: [String]) -> String {
    ([frame] + blocks).joined(separator: "\n")
  }

  private func output(_ blocks: [String]) throws -> String { try output(text(blocks), options) }

  private func output(_ plan: String, _ options: CheckOptions) throws -> String {
    let style = TextStyle(width: 80, isColored: false)
    let checked = check(Array(plan.utf8), path: "p.plan", options)
    try #require(!checked.hasErrors, "\(plan)\n\(checked.findings(.human, style))")
    let text = scheduleReport(try solve(checked, .quick)).text(.json, style)
    // Which version it is stands in the output, and is the one thing that differs.
    return text.split(separator: "\n").filter {
      !$0.contains("\"scenario\"") && !$0.contains("\"overrides\"") && !$0.contains("=")
        && $0 != "    ],"
    }.joined(separator: "\n")
  }
}
