import PlanModel
import PlanSemantics
import PlanWorkbench
import TestSupport
import Testing

/// What is confidential is in no byte of any form for those who may not see it, whatever kind of block it is.
@Suite struct ConfidentialityTests {
  /// Every kind of block that reports keep, but the plan as a whole, which renders for nobody then.
  static let kinds = Kind.allCases.filter { $0.keepsConfidences && $0 != .plan }
  /// Kinds of whose words no form says anything even to those who may see everything: their figures are all there is to them, or
  /// they are asked for by name.
  private static let silent: Set<Kind> = [
    .deadline, .lowered, .otherwise, .reading, .scenario, .report, .paragraph,
  ]

  @Test(arguments: kinds)
  func itIsInNoByte(kind: Kind) throws {
    let asked = try ask(KeptPlan(keeping: kind).text)
    for audience in Audience.allCases {
      for (form, text) in try forms(asked, ReportSelection(audience: audience.rawValue)) {
        #expect(
          !text.lowercased().contains(KeptPlan.mark),
          "\(kind) as \(form) for \(audience): \(surroundings(text))")
      }
    }
    // Whoever reads the plan itself sees it: what is looked for is there to be found.
    let whole = try forms(asked, ReportSelection())
    let isTold = whole.contains { $0.text.lowercased().contains(KeptPlan.mark) }
    #expect(isTold != Self.silent.contains(kind), "\(kind)")
  }

  /// Every form that a report has, each of its pictures among them.
  private func forms(
    _ asked: AskedPlan, _ selection: ReportSelection
  ) throws -> [(form: String, text: String)] {
    let report = try report(asked, selection)
    let texts = ReportForm.allCases.filter(\.isText).map { form in
      (form.rawValue, report.text(form, TextStyle(width: 80, isColored: false)))
    }
    return texts
      + report.pictureNames.map { ("\($0).svg", report.picture($0) ?? "") }
  }

  private func ask(_ plan: String) throws -> AskedPlan {
    let options = CheckOptions(today: nil, asOf: nil)
    let checked = check(Array(plan.utf8), path: "p.plan", options)
    try #require(
      !checked.hasErrors,
      "\(checked.findings(.human, TextStyle(width: 120, isColored: false)))")
    return PlanWorkbench.ask(try solve(checked, .quick))
  }

  private func surroundings(_ text: String) -> Substring {
    guard let place = text.lowercased().firstRange(of: KeptPlan.mark) else { return "" }
    let lowered = text.lowercased()
    let offset = lowered.distance(from: lowered.startIndex, to: place.lowerBound)
    return text.dropFirst(max(0, offset - 80)).prefix(160)
  }
}

/// A plan with a block of every kind, in which every word of one of them, and of all that stands in it, has a mark.
private struct KeptPlan {
  /// Stands in nothing else.
  static let mark = "zqx"

  private let kept: Kind

  init(keeping kind: Kind) { kept = kind }

  /// Where blocks that stand in others stand.
  private static let parents: [Kind: Kind] = [
    .skill: .team, .hire: .team, .away: .team, .upkeep: .team, .learn: .skill, .metric: .goal,
    .reading: .metric, .work: .initiative, .milestone: .work, .risk: .work, .lowered: .risk,
    .assume: .work, .otherwise: .assume, .gate: .initiative, .deadline: .initiative,
    .health: .initiative, .mode: .work, .fallback: .external, .option: .choice,
    .except: .guardrail, .paragraph: .report,
  ]

  private func isKept(_ kind: Kind) -> Bool {
    kind == kept || Self.parents[kind].map(isKept) ?? false
  }

  private func name(_ kind: Kind) -> String {
    isKept(kind) ? "\(Self.mark)\(kind.rawValue)" : "open_\(kind.rawValue)"
  }

  /// A text of the plan's own.
  private func words(_ kind: Kind, _ what: String) -> String {
    "\"\(isKept(kind) ? Self.mark : "open ")\(what) of \(kind)\""
  }

  private func block(
    _ kind: Kind, _ body: String, principal: String = "", isNamed: Bool = true
  ) -> String {
    let header = isNamed ? " \(name(kind)) \(words(kind, "title"))" : ""
    let confidential = kind == kept ? "confidential: true\n" : ""
    return """
      \(kind.rawValue)\(header)\(principal.isEmpty ? "" : ": \(principal)") {
      \(confidential)note: \(words(kind, "note"))
      \(body)
      }
      """
  }

  var text: String {
    ([#"language: 1"#, #"plan "P" { start: 2026-07-01, until: 2027-06-30, rate: $4k/pw }"#]
      + staff + goals + work + surroundings + rules + reports).joined(separator: "\n")
  }

  private var staff: [String] {
    [
      block(
        .team,
        """
        people: 4
        \(block(.skill, "people: 2\n\(block(.learn, "people: 1, lasts: 3mo, on: 2026-10-01"))"))
        \(block(.hire, "people: 1, on: 2026-10-01, salary: $200k/year"))
        \(block(.away, "people: 1, from: 2026-08-03, to: 2026-08-14, why: \(words(.away, "reason"))"))
        \(block(.upkeep, "share: 10%"))
        """),
      #"team crew "Crew" { people: 3 }"#,
      block(
        .lend,
        "people: 1, giver: \(name(.team)), taker: crew, on: 2026-09-01, length: 8w, why: \(words(.lend, "reason"))"
      ),
      block(.referenceClass, "uplift: 118%"),
      block(.person, "team: \(name(.team))"),
    ]
  }

  private var goals: [String] {
    [
      block(
        .goal,
        """
        by: 2026-12-31, cost_of_delay: $2k/week, owner: \(name(.person))
        \(block(.metric, block(.reading, "on: 2026-07-01, value: 1", isNamed: false), principal: "1 -> 2"))
        """),
      #"goal grow "Grow" { by: 2026-12-31, cost_of_delay: $1k/week, owner: "Ada" }"#,
    ]
  }

  private var work: [String] {
    let inside = block(
      .work,
      """
      team: \(name(.team)), effort: 3pw..5pw..9pw, class: \(name(.referenceClass))
      \(block(.milestone, "due: 2026-09-01", principal: "30%"))
      \(block(.risk, "chance: 30%, adds: 1pw, costs: $40k\n\(block(.lowered, "chance: 10%, once: search", isNamed: false))"))
      \(block(.assume, "chance: 80%\n\(block(.otherwise, "adds: 1pw", isNamed: false))"))
      \(block(.mode, "effort: 5pw..8pw..12pw"))
      """)
    return [
      block(
        .initiative,
        """
        serves: \(name(.goal)), cost_of_delay: $5k/week, owner: \(name(.person))
        why: \(words(.initiative, "reason")), outcome: \(words(.initiative, "outcome"))
        \(inside)
        \(block(.gate, "on: 2026-07-15, needs: \(words(.gate, "need")), otherwise: stop"))
        \(block(.deadline, "costs: $50k", principal: "2026-10-15", isNamed: false))
        \(block(.health, "because: \(words(.health, "reason"))", principal: "amber", isNamed: false))
        """),
      """
      initiative search "Search" {
        serves: grow, team: crew, effort: 3pw..5pw..9pw, cost_of_delay: $4k/week
        after: [\(name(.initiative)), \(name(.external))], pays: \(name(.debt))
      }
      """,
      """
      initiative index "Index" {
        team: crew, effort: 4pw..6pw..9pw, cost_of_delay: $3k/week
        \(block(.slice, "part: 30%, worth: 30%"))
        slice rest "Rest" { part: 70%, worth: 70% }
      }
      """,
      """
      initiative given_up "Given up" {
        team: crew, effort: 4pw..6pw..9pw
        \(block(.cancelled, "on: 2026-07-01, because: \(words(.cancelled, "reason")), learned: \(words(.cancelled, "lesson"))", isNamed: false))
      }
      """,
      #"initiative left "Left" { team: crew, effort: 90pw..120pw..200pw, cost_of_delay: $1k/week }"#,
    ]
  }

  private var surroundings: [String] {
    [
      block(
        .external,
        """
        owner: "Somebody", commitment: aware, date: 2026-09-01
        \(block(.fallback, "adds: 1pw, team: crew"))
        """),
      block(.debt, "tax: 2pd/week"),
      block(.benefit, "once: search, earns: $100k/year"),
      block(
        .ask, "whom: \"CFO\", price: $3k/month, unblocks: search, why: \(words(.ask, "reason"))"),
      block(
        .decision,
        "made: 2026-06-01, chose: \(name(.initiative)), because: \(words(.decision, "reason")), accepts: \(words(.decision, "price")), revisit: 2026-09-01"
      ),
      block(
        .choice,
        "\(block(.option, "price: $1k/month"))\noption build \"Build it\" { effort: 3pw }"),
    ]
  }

  private var rules: [String] {
    [
      block(.budget, "money: $900k"),
      block(.headcount, "people: 40, money: $900k, each: quarter, where: people > 0"),
      block(
        .changeFreeze, "during: 2026-12-20..2026-12-31, why: \(words(.changeFreeze, "reason"))"),
      block(
        .guardrail,
        """
        share_of: effort, where: kind == feature, at_least: 30%, each: quarter, strength: soft
        \(block(.except, "during: 2026-Q4, at_least: 15%, because: \(words(.except, "reason"))"))
        """),
      block(
        .check,
        "all: initiatives, require: count(metrics) > 5, say: \(words(.check, "complaint"))"),
    ]
  }

  private var reports: [String] {
    [
      block(.report, "audience: board\n\(block(.paragraph, "says: \(words(.paragraph, "text"))"))"),
      block(.scenario, "change crew { people: 4 }"),
    ]
  }
}
