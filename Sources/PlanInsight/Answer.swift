package import PlanModel

/// A plan, its schedule, and everything that was asked of it: what reports are made of.
package struct Answer: Sendable {
  package private(set) var model: SchedulingModel
  package let solution: Solution
  /// By initiative of the plan; `nil` for what cannot be put off, and for all where nobody asked.
  package let deferrals: [Deferral?]
  /// For how many of them the rest was planned anew; `nil` where for all that were asked about.
  package let plannedAnew: Int?
  /// By initiative of the plan; `nil` for what is scheduled, finished or cancelled.
  package let undone: [UndoneCost?]
  /// The best schedule that a question turned up, if it beats the plan's.
  package var cheaper: CheaperPlan?
  package let loads: [TeamLoad]
  /// One a guardrail of the plan.
  package let guardrails: [GuardrailShares]
  /// One a budget of the plan.
  package let budgets: [BudgetSpending]
  /// By work of the problem; `nil` for undone work.
  package let holds: [Hold?]
  package let chain: CriticalChain
  package let baselines: Baselines
  /// Why the plan's hard demands cannot hold together; `nil` where they do, and where nobody asked.
  package let conflict: Conflict?
  /// How sure the schedule is; `nil` where nobody simulated it.
  package var simulation: Simulation? = nil

  /// Where it was asked.
  package var shell = Shell.commandLine
  /// How the schedule was searched for.
  package var search = SearchRecord()
  /// What stays where it was agreed although another order would cost less; `nil` where nothing does.
  package var kept: KeptOrder? = nil
  /// What differs from the agreed schedule; `nil` where nothing was agreed.
  package let moves: Moves?

  /// What doing each initiative of the plan that is left undone would cost, and who would give way; `nil` for all others, and
  /// where nobody asked.
  package var inclusions: [Inclusion?] = []

  package var plan: Plan {
    // Lent and not copied: a plan has thirty lists, and a report asks for it at every name.
    _read { yield model.plan }
  }

  /// The same answer about a plan in which only words are others.
  package func showing(_ plan: Plan) -> Answer {
    var answer = self
    answer.model = model.showing(plan)
    return answer
  }

  /// Whether it is proved, by the solver or by a conflict, that no schedule keeps the hard demands.
  package var isProvedInfeasible: Bool {
    solution.isProvedInfeasible || conflict?.isProved ?? false
  }

  /// Asks everything.
  ///
  /// - Parameters:
  ///   - model: The plan and its problem.
  ///   - solution: What a cold solve of the problem answered.
  ///   - inquiry: Solves the problems of questions; `nil` leaves those that need it unasked.
  ///   - untangle: Solves the problem of one question about demands that cannot hold together, which is asked of every
  ///     plan of which no schedule was found; `nil` leaves it unasked.
  package init(
    model: SchedulingModel, solution: Solution, inquiry: Inquiry?,
    untangle: Inquiry.Resolve? = nil
  ) {
    self.model = model
    self.solution = solution
    let problem = model.problem
    let timing = Timing(problem)
    let schedule = solution.schedule

    var findings = [DeferralLadder.Finding?](repeating: nil, count: problem.initiatives.count)
    if let inquiry {
      let ladder = DeferralLadder(
        base: solution, arcs: Arcs(schedule, timing: timing),
        rungs: DeferralLadder.Rung.ladder(from: model.plan.cycle, in: model),
        streams: inquiry.streams,
        isOfFirstAlone: problem.initiatives.count > DeferralLadder.manyInitiatives)
      findings = ladder.findings(of: Array(findings.indices), inquiry.workers)
    }
    deferrals = findings.map { $0?.deferral }
    plannedAnew = findings.plannedAnew
    cheaper = findings.compactMap { $0?.cheaper }.max { $0.saves < $1.saves }
    let cycleDays = model.day(after: problem.firstDay, model.plan.cycle) - problem.firstDay
    undone = problem.initiatives.enumerated().map { index, initiative in
      guard !initiative.works.isEmpty, !schedule.isDone(index, in: problem) else { return nil }
      return UndoneCost(of: index, in: schedule, problem: problem, cycleDays: cycleDays)
    }

    loads = TeamLoad.loads(of: schedule, in: model)
    guardrails = GuardrailShares.shares(of: schedule, in: model)
    budgets = BudgetSpending.spendings(of: schedule, in: model)
    let holds = Holds(schedule, model: model, timing: timing)
    self.holds = schedule.placements.indices.map { holds.hold(ofWork: $0) }
    moves = Moves(solution.schedule, holds: self.holds, model)
    chain = CriticalChain(schedule, holds: holds, timing: timing)
    baselines = Baselines(
      timing, efforts: model.plan.remainingMinutes, choosingAs: schedule)
    conflict = untangle.flatMap { Conflict(problem, solution, solve: $0) }
  }
}
