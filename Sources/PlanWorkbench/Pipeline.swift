internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSolver
internal import PlanSyntax

// The whole product in the order in which it happens. Every shell calls these functions and nothing below them.
//
//   bytes ─check─▶ CheckedPlan ─solve─▶ SolvedPlan ─ask─▶ AskedPlan ─report─▶ Report
//                       └─run, query─▶ Answers, └─promises─▶ Promises, └─frozen─▶ FrozenPlan
//
//   SolvedPlan ─waiting, why, options, levers, comparison, portfolio, funding, debts, signals─▶ Report: see `Inquiries/`

/// Reads a plan: bytes to tree to model, with everything that is wrong with it.
///
/// - Parameters:
///   - bytes: Any bytes.
///   - path: What messages call the file.
///   - options: Circumstances that are no part of the text.
/// - Returns: The findings and, when none of them is an error, the plan.
package func check(_ bytes: [UInt8], path: String, _ options: CheckOptions) -> CheckedPlan {
  let source = SourceText(file: FileID(raw: 0), path: path, bytes: bytes)
  let loaded = LoadedFiles(
    source, realPath: options.realPath, options.files, adding: options.addition)
  let trees = loaded.files.map(\.tree)
  let misread = loaded.files.flatMap(\.diagnostics) + loaded.diagnostics
  // Meaning is not looked for in what was not read to its end.
  guard loaded.areReadable else {
    return CheckedPlan(
      sources: trees.map(\.source), realPaths: loaded.realPaths, diagnostics: misread, plan: nil)
  }
  let overrides = options.overrideSources
  let lock = LockText(of: path, options.files)
  let (analysis, found) = analyseVersions(
    trees,
    AnalysisOptions(
      scenario: options.scenario, overrides: overrides.map { Override($0) },
      modules: loaded.modules, today: options.today?.date, asOf: options.asOf?.date,
      lock: lock?.file,
      isMisread: !misread.isEmpty))
  var findings = found
  for file in loaded.files {
    findings = findings.withoutConsequences(of: file.diagnostics, in: file.tree.source)
  }
  let told = loaded.files.flatMap { file in
    file.diagnostics.withoutLeftovers(of: findings, in: file.tree.source)
  }
  // What an import that failed would have brought is not missed as well.
  if !loaded.diagnostics.isEmpty { findings = findings.filter { !$0.isOfAbsence } }
  var checked = CheckedPlan(
    sources: trees.map(\.source), realPaths: loaded.realPaths, others: overrides,
    lock: lock, diagnostics: told + loaded.diagnostics + findings + (lock?.diagnostics ?? []),
    plan: analysis.plan.map { plan in
      var plan = plan
      plan.overrides = options.overrides
      return plan
    }, scheduleLints: analysis.scheduleLints, interpreter: analysis.interpreter)
  checked.places = analysis.places
  checked.scenarioNames = analysis.scenarios
  checked.trees = trees
  checked.moduleFiles = Set(loaded.modules.flatMap(\.files))
  checked.added = loaded.added.map { loaded.files[$0].tree.source }
  return checked
}

/// Sequences a plan so that its total cost of delay is least, and has the schedule checked by code that is not the solver's.
///
/// - Parameters:
///   - checked: A plan without errors.
///   - effort: How hard to search.
/// - Returns: The schedule; `isFeasible` says whether it keeps the plan's hard demands.
/// - Throws: `BrokenRule` when the schedule is not one, which is our fault and never the user's.
package func solve(
  _ checked: CheckedPlan, _ effort: SearchEffort
) throws(BrokenRule) -> SolvedPlan {
  guard let plan = checked.plan else {
    throw BrokenRule(description: "a plan with errors was to be solved")
  }
  let model = SchedulingModel(plan)
  let (solution, kept) = try solveAgreed(model, effort)
  return SolvedPlan(
    checked: checked, model: model, solution: solution, effort: effort, kept: kept)
}

/// The same of a plan whose problem is at hand: what was agreed is where the search begins.
func solve(_ model: SchedulingModel, _ effort: SearchEffort) throws(BrokenRule) -> Solution {
  try solveAgreed(model, effort).solution
}

/// The schedule, and what stays in it for the sake of the agreed order.
private func solveAgreed(
  _ model: SchedulingModel, _ effort: SearchEffort
) throws(BrokenRule) -> (solution: Solution, kept: KeptOrder?) {
  let options = effort.solveOptions(model.plan)
  let seeds = [model.agreedSchedule].compactMap(\.self)
  let search = { PlanSolver.solve(model.problem, options, from: seeds) }
  let found =
    effort.cache?.solution(
      of: model.problem, options, from: seeds, isWhole: { effort.isInterrupted?() != true },
      search: search) ?? search()
  // A clock leaves no time for another search.
  let nearby: ((Problem, [Schedule]) -> Solution)? =
    options.watch == nil ? { PlanSolver.solve($0, options.quick, from: $1) } : nil
  let kept = KeptOrder(found, model, build: { PlanSolver.arranged($0, like: $1) }, search: nearby)
  var solution = kept?.solution ?? found
  // What was proved of the problem holds whatever schedule is taken, and so does what it took.
  solution.lowerBound = found.lowerBound
  solution.work = found.work
  try audit(solution, of: model.problem)
  return (solution, kept)
}

/// The same from a schedule that was good before the plan changed a little, with little work: no answer of any command.
func solve(
  _ model: SchedulingModel, _ effort: SearchEffort, from schedule: Schedule
) throws(BrokenRule) -> Solution {
  var options = effort.solveOptions(model.plan).quick
  options.workLimit = provisionalWork
  let solution = PlanSolver.solve(model.problem, options, from: [schedule])
  try audit(solution, of: model.problem)
  return solution
}

/// Counted work that a provisional schedule may take: less than a tenth of a second, which is what a conversation waits for.
private let provisionalWork: Int64 = 1_500_000

extension SolveOptions {
  /// The same with less work, and without a proof or a clock.
  fileprivate var quick: SolveOptions {
    var options = self
    options.search = .quick
    options.needsBound = false
    options.watch = nil
    return options
  }
}

/// Asks a schedule every question that its reports answer, those of the plan's checks among them.
package func ask(_ solved: SolvedPlan) -> AskedPlan {
  let answer = asked(solved)
  return AskedPlan(
    solved: solved, answer: answer, checks: promises(solved, knowing: answer).outcomes)
}

/// The Now/Next/Later report of a schedule, for those who plan.
package func report(_ solved: SolvedPlan) -> Report { report(ask(solved), ReportRequest()) }

/// The schedule itself as a table; questions that need another solve are not asked.
package func scheduleReport(_ solved: SolvedPlan) -> Report {
  let answer = scheduled(solved)
  return Report(
    document: PlanReport.scheduleTable(answer), csv: { scheduleCSV(answer) },
    json: { try json(answer) })
}

/// The answer to every question that a report asks; many of them are a solve of their own.
func asked(_ solved: SolvedPlan) -> Answer {
  let inquiry = solved.inquiry
  var answer = solved.answer(inquiry)
  answer.simulation = simulation(of: solved)
  answer.askInclusions(inquiry)
  return answer
}

/// The answer to the questions that need no other solve.
func scheduled(_ solved: SolvedPlan) -> Answer { solved.answer(nil) }

/// The answer to the questions that need no other solve, with how sure it is.
func simulated(_ solved: SolvedPlan, trials: Int = SimulationOptions.trialsUsual) -> Answer {
  var answer = scheduled(solved)
  answer.simulation = simulation(of: solved, trials: trials)
  return answer
}

/// `nil` where no schedule keeps the plan's demands: of what cannot be nothing is sure.
private func simulation(
  of solved: SolvedPlan, trials: Int = SimulationOptions.trialsUsual
) -> Simulation? {
  guard solved.isFeasible else { return nil }
  var options = SimulationOptions(trials: trials, threads: solved.threads)
  options.seed = solved.effort.seed
  return Simulation(solved.model, solved.solution.schedule, options)
}

extension SolvedPlan {
  fileprivate func answer(_ inquiry: Inquiry?) -> Answer {
    // A question about hard demands that cannot hold together.
    let conflict = effort.asking(.conflict)
    var answer = Answer(
      model: model, solution: solution, inquiry: inquiry,
      untangle: { problem, seeds in PlanSolver.solve(problem, conflict, from: seeds) })
    answer.search = effort.record
    answer.shell = shell
    answer.kept = kept
    return answer
  }
}

/// Passes a solution through the independent checker.
func audit(_ solution: Solution, of problem: Problem) throws(BrokenRule) {
  let checker = ScheduleChecker(problem)
  let violations = checker.violations(of: solution.schedule)
  // An infeasible plan's best schedule breaks demands of the plan, and says so; rules of scheduling it may never break.
  let unexcused = violations.filter { !$0.isDemand || solution.isFeasible }
  if let first = unexcused.first {
    throw BrokenRule(description: "the solver's schedule breaks a rule: \(first)")
  }
  if solution.schedule.totalDelayCost(in: problem) != solution.delayCost {
    throw BrokenRule(description: "the solver miscounted the delay cost of its schedule")
  }
  if checker.churn(of: solution.schedule) != solution.churn {
    throw BrokenRule(description: "the solver miscounted what moving agreed starts costs")
  }
  if checker.softCost(of: solution.schedule) != solution.softCost {
    throw BrokenRule(description: "the solver miscounted what soft demands cost in its schedule")
  }
  if solution.isFeasible, solution.lowerBound > solution.aimCost {
    throw BrokenRule(description: "the solver's bound exceeds the cost of its schedule")
  }
}

/// A result of ours that breaks our own rules: exit code 70, with a request to report it.
package struct BrokenRule: Error, CustomStringConvertible {
  package let description: String
}
