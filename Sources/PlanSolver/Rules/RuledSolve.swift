internal import PlanModel

/// Solves a problem under budgets or guardrails.
///
/// Without them first: that bounds the cost from below, and where its schedule keeps them at no price it is the answer.
/// Else a search that may let works wait goes on from it, while the bound is still being looked for, and then a bound
/// that prices them is looked for. Tiny problems are tried in every way, for a proof.
func solveUnderRules(
  _ ready: ReadyProblem, _ options: SolveOptions, from seeds: [Schedule]
) -> Solution {
  let problem = ready.problem
  let limit = options.workLimit ?? options.search.workLimit(size: problem.initiatives.count)
  let goOn = { @Sendable (schedule: Schedule) -> Solution? in
    guard !schedule.keepsRulesForNothing(in: problem) else { return nil }
    let heat = schedule.rulesBroken(in: problem).isEmpty ? coolHeat : warmHeat
    return searchUnderRules(
      ready, options.underRules, limit: limit / ruledShare(of: problem), from: [schedule] + seeds,
      heat: heat)
  }
  let sequel = Sequel(goOn)
  let free = solveFreely(
    ready.withoutRules, options.withoutRules(problem, limit: limit), from: seeds, sequel: sequel)
  guard var answer = sequel.solution ?? goOn(free.schedule) else { return free }
  if free.schedule.keepsRulesForNothing(in: problem) { return free }
  // Where the rules cost less than is unproved without them, pricing them gains nothing.
  let priceOfRules = answer.aimCost.addingClamped(-free.aimCost)
  let unproved = free.aimCost.addingClamped(-free.lowerBound)
  if options.needsBound, !answer.isOptimal, !answer.isFeasible || priceOfRules > unproved {
    answer = boundedUnderRules(
      ready, options.boundingRules, limit: workOfBound(limit, problem), answer)
  }
  answer.lowerBound = min(answer.aimCost, max(answer.lowerBound, free.lowerBound))
  answer.isProvedInfeasible =
    !answer.isFeasible && (answer.isProvedInfeasible || free.isProvedInfeasible)
  answer.work = answer.work.addingClamped(free.work)
  return answer
}

/// Goes on from schedules, letting works wait.
private func searchUnderRules(
  _ ready: ReadyProblem, _ options: SolveOptions, limit: Int64, from seeds: [Schedule], heat: Double
) -> Solution {
  let problem = ready.problem
  let streams = options.streamCount(works: problem.works.count)
  var search = Search(
    ready.compiled, seed: options.seed,
    Meter(
      workLimit: limit / Int64(streams), watch: options.watch, mayGoOn: options.mayGoOn))
  search.start(from: seeds, problem)
  let bound = search.capacityFreeBound()
  let extra = options.watch == nil ? 1 : extraTime
  if search.searchWithWaiting(until: exactShare) {
    let bound = search.bestScore.violation == 0 ? search.bestScore.cost : bound
    return search.solution(problem, bound: bound, isComplete: true)
  }
  if streams > 1 {
    let together = Streams(
      lead: search, count: streams, threads: options.threads, seed: options.seed)
    _ = together.improve(bound: bound, needsBound: false, heat: heat)
    return together.solution { search, work in
      search.dropWaits(until: search.share() + extra)
      return search.solution(problem, bound: bound, isComplete: false, work: work)
    }
  }
  search.anneal(until: 1, bound: bound, heat: heat)
  search.dropWaits(until: search.share() + extra)
  return search.solution(problem, bound: bound, isComplete: false)
}

/// Looks for a bound that takes the rules into account, and on the way for a better schedule.
private func boundedUnderRules(
  _ ready: ReadyProblem, _ options: SolveOptions, limit: Int64, _ answer: Solution
) -> Solution {
  var search = Search(
    ready.compiled, seed: options.seed,
    Meter(workLimit: limit, watch: options.watch, mayGoOn: options.mayGoOn))
  search.start(from: [answer.schedule], ready.problem)
  let bound = max(answer.lowerBound, search.relaxationBound(until: 1))
  return search.solution(
    ready.problem, bound: bound, isComplete: false, work: search.work.addingClamped(answer.work))
}

extension Schedule {
  fileprivate func keepsRulesForNothing(in problem: Problem) -> Bool {
    rulesBroken(in: problem).isEmpty && softCost(in: problem) == 0
  }
}

extension SolveOptions {
  fileprivate func withoutRules(_ problem: Problem, limit: Int64) -> SolveOptions {
    var free = during(0...freeShare)
    free.workLimit = limit
    free.streams = streamCount(works: problem.works.count)
    return free
  }

  /// With what time is left after that.
  fileprivate var underRules: SolveOptions { during(freeShare...freeShare + searchShare) }

  /// With what is left after both.
  fileprivate var boundingRules: SolveOptions { during(freeShare + searchShare...1) }

  /// In a part of the time that there is.
  private func during(_ part: ClosedRange<Double>) -> SolveOptions {
    var options = self
    options.watch = watch.map { watch in
      { @Sendable in
        max(0, (watch() - part.lowerBound) / (part.upperBound - part.lowerBound))
      }
    }
    return options
  }
}

/// The part of the time that goes into the problem without its rules, and that of the search under them; the rest is for
/// their bound.
///
/// Under counted work the first has all of it, and what follows parts as much again.
private let freeShare = 0.55
private let searchShare = 0.3
/// Which part, as a divisor.
///
/// In a plan of a dozen works half of it may try everything; in larger ones half found nothing that a quarter did not.
private func ruledShare(of problem: Problem) -> Int64 { problem.works.count <= 24 ? 2 : 4 }
/// What may go into a bound under rules: six times the search where it often ends in a proof, as much as the search where
/// it still finds a better schedule, of 12 to 30 works by up to a tenth.
private func workOfBound(_ limit: Int64, _ problem: Problem) -> Int64 {
  switch problem.works.count {
  case ...Phases.provableMax: limit.multipliedClamped(by: 6)
  case ...40: limit
  default: limit / ruledShare(of: problem)
  }
}
/// Of what is left, the part that may go into trying everything.
private let exactShare = 0.3
/// Beyond the time that a clock allows, what letting go of waits may take; counted work is allowed once more.
private let extraTime = 0.1
/// Where cooling starts when the schedule without rules breaks only soft ones, to which little has to be changed.
private let coolHeat = 0.3
/// Where it starts when that schedule is only a hint of a good one.
private let warmHeat = 0.7
