import PlanInsight
import PlanModel

/// An answer as the builders of sections read it: labels, standings and figures, each said one way.
struct Reading {
  let answer: Answer
  /// For whom it is read; `nil` for those who plan, who see everything.
  let audience: Audience?
  let standings: [Standing]
  /// What came of the plan's own checks.
  var checks: [CheckOutcome] = []
  let hiding: Hiding
  /// What is asked for, and what hangs on it, in the plan's order; empty until a report asks.
  var asks: [(ask: Ask, stake: AskStake)] = []
  /// Whether the plan says which sections there are, so that none can count on what another says.
  var isChosen = false
  /// How much room a brief report has.
  var fit = Brief.widest

  /// - Parameters:
  ///   - answer: The schedule and what was asked of it.
  ///   - audience: For whom; what they may not see is not in any plan, label or figure that is read from here.
  ///   - filter: Initiatives of the plan that are told of; `nil` tells of all.
  init(_ answer: Answer, for audience: Audience? = nil, only filter: Set<Int>? = nil) {
    let whole = answer.plan
    self.answer = audience.map { answer.showing(whole.shown(to: $0)) } ?? answer
    self.audience = audience
    let shown = self.answer
    standings = whole.initiatives.indices.map { index in
      let isSeen = audience.map(whole.initiatives[index].readers.include) ?? true
      return isSeen && filter?.contains(index) ?? true
        ? Standing(of: InitiativeID(index), in: shown) : .hidden
    }
    hiding = Reading.hiding(whole, from: audience)
  }

  /// Whether something may be told to whom this is for.
  func shows(_ readers: Readers) -> Bool { audience.map(readers.include) ?? true }

  /// Goals that may be told of.
  var goals: [Int] { plan.goals.indices.filter { shows(plan.goals[$0].readers) } }

  /// Teams that may be told of.
  var teams: [TeamID] {
    plan.teams.indices.filter { shows(plan.teams[$0].readers) }.map { TeamID($0) }
  }

  // Lent and not copied, as `Answer.plan` is.
  var plan: Plan { _read { yield answer.plan } }
  var model: SchedulingModel { _read { yield answer.model } }
  var problem: Problem { _read { yield answer.model.problem } }
  var schedule: Schedule { _read { yield answer.solution.schedule } }

  /// The last day that any cost is counted to.
  var lastDate: CivilDate { model.date(ofDay: problem.lastDay - 1) }

  // MARK: Names

  /// With the slice that it is, where it is cut into several.
  func label(_ initiative: Int) -> String {
    let whole = wholeLabel(initiative)
    return plan.initiatives[initiative].slice.map { "\(whole): \(named($0.label, $0.name))" }
      ?? whole
  }

  /// With the mode it is done in, where that is not the usual one.
  func titled(_ initiative: Int) -> String {
    let modes = plan.initiatives[initiative].works.compactMap { modeLabel(WorkID($0)) }
    guard let mode = modes.first else { return label(initiative) }
    return "\(label(initiative)) (\(mode))"
  }

  /// The mode that a work is done in, the plan's decision or the schedule's; `nil` for the usual way.
  func modeLabel(_ work: WorkID) -> String? {
    (model.mode(of: work, in: schedule) ?? plan.works[work.index].usedMode)
      .map { named($0.label, $0.name) }
  }

  /// Without its slice.
  func wholeLabel(_ initiative: Int) -> String {
    named(plan.initiatives[initiative].label, plan.initiatives[initiative].name)
  }

  func label(_ initiative: Int32) -> String { label(Int(initiative)) }

  func label(_ team: TeamID) -> String {
    named(plan.teams[team.index].label, plan.teams[team.index].name)
  }

  func label(_ goal: GoalID) -> String {
    named(plan.goals[goal.index].label, plan.goals[goal.index].name)
  }

  func label(_ external: ExternalID) -> String {
    named(plan.externals[external.index].label, plan.externals[external.index].name)
  }

  func label(_ target: Dependency.Target) -> String {
    switch target {
    case .initiative(let id): return label(id.raw)
    case .external(let id): return label(id)
    case .milestone(let id):
      let milestone = plan.milestones[id.index]
      return "\(wholeLabel(milestone.initiative.index)): \(named(milestone.label, milestone.name))"
    case .work(let id):
      return label(id)
    }
  }

  func label(_ horizon: HorizonID) -> String {
    named(plan.horizons[horizon.index].label, plan.horizons[horizon.index].name)
  }

  /// Teams that work for an initiative, each once, in the plan's order.
  func teams(_ initiative: Int) -> [TeamID] {
    let used = Set(plan.initiatives[initiative].works.map { plan.works[$0].team })
    return used.sorted()
  }

  func teamLabels(_ initiative: Int) -> String {
    teams(initiative).map(label).joined(separator: ", ")
  }

  /// Effort that is still to be done, its risks included as they are expected.
  func effort(_ initiative: Int) -> Effort { plan.remainingEffort(of: InitiativeID(initiative)) }

  // MARK: Sets

  func initiatives(in horizon: HorizonID) -> [Int] {
    standings.indices.filter { standings[$0].horizon == horizon }
      .sorted { (standings[$0].start, $0) < (standings[$1].start, $1) }
  }

  var undone: [Int] { standings.indices.filter { standings[$0] == .undone } }

  /// The initiatives that a goal waits for in this schedule.
  func members(ofGoal goal: Int) -> [Int] {
    problem.goals[goal].awaited(in: schedule, of: problem).map { Int($0) }
  }

  // MARK: Figures

  /// An amount with the digits it deserves: three when it is proved, two when it is not.
  func money(_ minorUnits: Int64, isProved: Bool) -> String {
    Money(minorUnits: minorUnits).text(plan.currency, significantDigits: isProved ? 3 : 2)
  }

  /// An upper limit of two digits; rounded up, so that it stays one.
  func atMost(_ minorUnits: Int64) -> String {
    money(grain(of: minorUnits) { ($0 + $1 - 1) / $1 * $1 }, isProved: false)
  }

  /// A lower limit of two digits; rounded down, so that it stays one.
  func atLeast(_ minorUnits: Int64) -> String {
    money(grain(of: minorUnits) { $0 / $1 * $1 }, isProved: false)
  }

  /// Rounds an amount that is not negative to a multiple of its second digit's place.
  private func grain(
    of minorUnits: Int64, _ round: (_ amount: Int128, _ grain: Int128) -> Int128
  ) -> Int64 {
    let amount = Int128(max(0, minorUnits))
    var grain: Int128 = 1
    while amount / grain >= 100 { grain *= 10 }
    return Int64(clamping: round(amount, grain))
  }

  /// The total cost of delay and what is compared with it.
  func total(_ minorUnits: Int64) -> Prose {
    "\(figure: money(minorUnits, isProved: answer.solution.isOptimal))"
  }

  func net(_ net: Deferral.Net) -> Prose {
    switch net {
    case .costs(0, _): "nothing"
    case .costs(let amount, true): "\(figure: money(amount, isProved: true))"
    case .costs(let amount, false): "\(figure: "at most " + atMost(amount))"
    case .breaks(let demands): breaks(demands)
    }
  }

  func label(budget index: Int32) -> String {
    let budget = plan.budgets[Int(index)]
    return named(budget.label, budget.name)
  }

  func label(guardrail index: Int32) -> String {
    let guardrail = plan.guardrails[Int(index)]
    return named(guardrail.label, guardrail.name)
  }

  /// Which demand a postponement breaks; of several the first.
  func breaks(_ demands: [HardDemand]) -> Prose {
    guard let first = demands.first else { return "" }
    switch first {
    case .isDone(let initiative): return "breaks: \(emphasis: label(initiative)) must be done"
    case .isFinished(let initiative, let day):
      let date = model.date(ofDay: day).text
      return "breaks: \(emphasis: label(initiative)) is due on \(figure: date)"
    case .starts(let initiative, _):
      let pin = plan.initiatives[Int(initiative)].pin.map { label($0) }
      return "breaks: \(emphasis: label(initiative)) is pinned to \(pin ?? "its horizon")"
    case .staysWithin(let budget): return "breaks: budget \(emphasis: label(budget: budget))"
    case .keeps(let guardrail):
      return "breaks: guardrail \(emphasis: label(guardrail: guardrail))"
    }
  }
}

func named(_ label: String, _ name: String) -> String { label.isEmpty ? name : label }
