import PlanInsight
import PlanModel
import PlanReport
import Testing

/// What is confidential is in no form of any report for those who may not see it.
@Suite struct ConfidentialTests {
  /// One of everything that a plan may keep back, each by a word of its own that stands nowhere else.
  private enum Kept: String, CaseIterable {
    case initiative, goal, work, team, hire, risk, metric, gate, external, fallback, debt, ask
    case decision, choice, milestone, person, budget, freeze, benefit
  }

  @Test(arguments: Kept.allCases.map(\.rawValue))
  func itIsInNoForm(kept: String) throws {
    let answer = try #require(Kept(rawValue: kept).map { plan(keeping: $0) }).simulated()
    for audience in Audience.allCases {
      let request = ReportRequest(audience: audience)
      let document = report(answer, request)
      let forms = [
        markdown(document), terminal(document), try json(answer, request),
        initiativesCSV(answer, request), HTML.write(document),
        HTML.write([HTML.Version(label: "", document: document)], for: .paper),
      ]
      for form in forms {
        #expect(!form.lowercased().contains("xyzzy"), "\(kept) for \(audience)")
      }
    }
    // Whoever reads the plan itself sees it.
    #expect(try json(answer).lowercased().contains("xyzzy"), "\(kept)")
  }

  /// A plan may put any section before anybody: neither a picture nor what is said of it names what is kept back, draws it
  /// under another name, or has a choice of it.
  @Test(arguments: Kept.allCases.map(\.rawValue))
  func itIsInNoPicture(kept: String) throws {
    let builder = try #require(Kept(rawValue: kept).map { plan(keeping: $0) })
    let answer = builder.simulated()
    let all = SectionKind.allCases.map(\.rawValue)
    for audience in Audience.allCases {
      let document = report(answer, ReportRequest(audience: audience, sections: all))
      let page = HTML.write(document)
      #expect(!page.lowercased().contains("xyzzy"), "\(kept) for \(audience)")
      let drawn = document.pictures.map(SVG.write).joined()
      #expect(!drawn.lowercased().contains("xyzzy"), "\(kept) for \(audience)")
      for stand in ["other work", "another goal", "something else", "a milestone"] {
        #expect(!drawn.contains(stand), "\(stand) instead of \(kept) for \(audience)")
      }
      // Who works on what is shown may be told as that much; there is nothing else of such a team.
      let others = document.pictures.filter { $0.kind != .timeline }.map(SVG.write).joined()
      #expect(!others.contains("another team"), "\(kept) for \(audience)")
      #expect(!page.contains(">another team</option>"), "\(kept) for \(audience)")
    }
    // Whoever may see everything sees it drawn.
    let whole = report(answer, ReportRequest(sections: all))
    let kinds = Set(whole.pictures.map(\.kind))
    #expect(kinds.isSuperset(of: [.timeline, .load, .map, .chances, .kinds]))
    let drawable: [Kept] = [.initiative, .goal, .team, .hire, .external]
    if drawable.map(\.rawValue).contains(kept) {
      #expect(whole.pictures.map(SVG.write).joined().lowercased().contains("xyzzy"), "\(kept)")
    }
  }

  /// The day on which somebody joins is not to be read off a line.
  @Test func aLineOfCapacityTellsNothingOfHires() {
    let answer = plan(keeping: .hire).answer()
    let engineering = report(answer, ReportRequest(audience: .engineering))
    #expect(!engineering.pictures.contains { $0.kind == .load })
    #expect(!markdown(engineering).contains("Planned for"))
    #expect(report(answer).pictures.contains { $0.kind == .load })
  }

  @Test func onePageHasNoListOfWhatItLeavesOut() {
    let answer = plan(keeping: .ask).answer()
    #expect(report(answer, ReportRequest(audience: .exec)).topics.isEmpty)
    #expect(!report(answer, ReportRequest(audience: .product)).topics.isEmpty)
  }

  @Test func thoseWhoAreNamedSeeIt() {
    var builder = plan(keeping: .initiative)
    builder.plan.initiatives[0].readers = .only([.product])
    builder.plan.confidential[0].readers = .only([.product])
    let answer = builder.answer()
    #expect(markdown(report(answer, ReportRequest(audience: .product))).contains("Xyzzy"))
    #expect(!markdown(report(answer, ReportRequest(audience: .engineering))).contains("Xyzzy"))
  }

  /// A total beside its parts would give the missing part away.
  @Test func sumsAreOfWhatIsShown() throws {
    var builder = plan(keeping: .initiative)
    let whole = builder.answer()
    let cost = whole.solution.schedule.cost(of: 0, in: whole.model.problem)
    #expect(cost > 0)
    let request = ReportRequest(audience: .board)
    let text = try json(whole, request)
    let rest = whole.solution.delayCost - cost
    #expect(text.contains("\"minor_units\" : \(rest)"))
    #expect(!text.contains("\"minor_units\" : \(whole.solution.delayCost)"))
    #expect(!text.contains("lower_bound"))
    #expect(!text.contains("\"own\""))
    // Without anything to hide it is the whole.
    builder.plan.confidential = []
    builder.plan.initiatives[0].readers = .everybody
    #expect(
      try json(builder.answer(), request).contains(
        "\"minor_units\" : \(whole.solution.delayCost)"))
  }

  @Test func numbersOfPeopleDoNotTellOfHires() throws {
    let answer = plan(keeping: .hire).answer()
    let text = markdown(report(answer, ReportRequest(audience: .exec)))
    #expect(!text.contains("people today"))
    #expect(try !json(answer, ReportRequest(audience: .exec)).contains("\"paid\""))
  }

  @Test func whatIsForEverybodySaysNothing() {
    let text = markdown(report(twoQuarters().answer(), ReportRequest(audience: .exec)))
    #expect(!text.contains("not meant for these readers"))
    let kept = markdown(
      report(plan(keeping: .initiative).answer(), ReportRequest(audience: .exec)))
    #expect(kept.contains("not meant for these readers"))
    #expect(markdown(report(plan(keeping: .initiative).answer())).contains("**Confidential.**"))
  }

  private func plan(keeping kept: Kept) -> ReportPlan {
    var builder = ReportPlan()
    func label(_ kind: Kept) -> String { kind == kept ? "Xyzzy" : "Open \(kind.rawValue)" }
    func name(_ kind: Kept) -> String { kind == kept ? "xyzzy" : "open_\(kind.rawValue)" }
    func readers(_ kind: Kept) -> Readers { kind == kept ? .only([]) : .everybody }
    let web = builder.team(label(.team), people: 1)
    let goal = builder.goal(label(.goal), by: "2026-12-31")
    builder.plan.goals[0].readers = readers(.goal)
    builder.plan.teams[0].readers = readers(.team)
    var hire = Hire(
      name: name(.hire), label: label(.hire), peopleTenths: 10, on: date("2026-08-03"), ramp: .zero,
      mentoring: .zero, skill: nil, salary: nil)
    hire.readers = readers(.hire)
    builder.plan.teams[0].hires = [hire]
    var external = External(
      name: name(.external), label: label(.external), owner: "Somebody", commitment: .aware,
      date: date("2026-07-10"), slipDays: .none,
      fallback: Fallback(
        name: name(.fallback), label: label(.fallback),
        adds: Estimate(exactly: Effort(personWeeks: 1)), team: nil, from: nil), note: nil)
    external.readers = readers(.external)
    external.fallback?.readers = readers(.fallback)
    builder.plan.externals = [external]
    builder.initiative(
      label(.initiative), team: web, weeks: 4, dollarsPerWeek: 2_000, goal: goal
    ) { initiative in
      initiative.readers = readers(.initiative)
      initiative.words.owner = label(.person)
      var metric = Metric(name: name(.metric), label: label(.metric), baseline: "1", target: "2")
      metric.readers = readers(.metric)
      initiative.metrics = [metric]
      var gate = Gate(
        name: name(.gate), label: label(.gate), on: date("2026-07-20"), needs: label(.gate),
        otherwise: .stop, met: nil, owner: nil)
      gate.readers = readers(.gate)
      initiative.gates = [gate]
      var risk = Risk(
        name: name(.risk), label: label(.risk), chance: .percent(20),
        adds: Estimate(exactly: Effort(personWeeks: 1)), work: WorkID(0))
      risk.readers = readers(.risk)
      initiative.risks = [risk]
      initiative.urgency.deadlines = [
        Deadline(date: date("2026-09-09"), costs: Money(minorUnits: 500_000), isHard: false)
      ]
    }
    builder.initiative(
      "Search", team: web, weeks: 4, dollarsPerWeek: 1_000, goal: goal,
      after: [Dependency(kind: .finishToStart, on: .external(ExternalID(0)), lag: .zero)]
    ) { $0.kind = "enabler" }
    if kept == .work {
      builder.plan.works[1].name = "xyzzy"
      builder.plan.works[1].label = "Xyzzy"
      builder.plan.works[1].readers = .only([])
    }
    var milestone = Milestone(
      name: name(.milestone), label: label(.milestone), initiative: InitiativeID(1),
      share: .percent(50), works: 1..<2, due: date("2026-08-20"), met: nil)
    milestone.readers = readers(.milestone)
    builder.plan.milestones = [milestone]
    var debt = Debt(
      name: name(.debt), label: label(.debt), taxMinutesPerYear: 1_000, quadrant: nil, owner: nil,
      note: nil)
    debt.readers = readers(.debt)
    builder.plan.debts = [debt]
    var ask = Ask(
      name: name(.ask), label: label(.ask), whom: "CFO", decideBy: nil, price: nil, note: nil)
    ask.readers = readers(.ask)
    builder.plan.asks = [ask]
    var decision = Decision(
      name: name(.decision), label: label(.decision), made: date("2026-07-01"), owner: nil,
      chose: nil, rejected: [], because: nil, accepts: [], revisit: date("2026-09-01"), note: nil)
    decision.readers = readers(.decision)
    builder.plan.decisions = [decision]
    var choice = Choice(
      name: name(.choice), label: label(.choice), over: .months(12), isCore: nil, owner: nil,
      decideBy: nil, options: [], note: nil)
    choice.readers = readers(.choice)
    builder.plan.choices = [choice]
    var person = Person(name: name(.person), label: label(.person), team: nil, note: nil)
    person.readers = readers(.person)
    builder.plan.people = [person]
    var freeze = ChangeFreeze(
      name: name(.freeze), label: label(.freeze), days: date("2026-12-20")...date("2026-12-31"),
      teams: [], forbids: .finishing, why: nil)
    freeze.readers = readers(.freeze)
    builder.plan.freezes = [freeze]
    var budget = Budget(
      name: name(.budget), label: label(.budget), money: Money(minorUnits: 900_000_00), each: nil,
      condition: nil, members: [InitiativeID(0), InitiativeID(1)])
    budget.readers = readers(.budget)
    builder.plan.budgets = [budget]
    var benefit = Benefit(
      name: name(.benefit), label: label(.benefit),
      rate: MoneyRate(minorUnitsPerYear: 5_000_000), basis: .revenue,
      uptake: Accrual.Uptake(first: .one, full: .one, ramp: .zero, lasts: nil),
      initiative: InitiativeID(1), note: nil)
    benefit.readers = readers(.benefit)
    builder.plan.benefits = [benefit]
    builder.plan.confidential = [
      ConfidentialName(kind: kept.rawValue, path: "xyzzy", label: "Xyzzy", readers: .only([]))
    ]
    return builder
  }
}
