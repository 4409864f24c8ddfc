internal import PlanModel

/// Solves a problem under budgets or guardrails.
///
/// Without them first: that bounds the cost from below, and where its schedule keeps them at no price it is the answer. Else a
/// search that may let works wait goes on from it. Tiny problems are tried in every way, for a proof.
func solveUnderRules(
  _ problem: Problem, _ options: SolveOptions, from seeds: [Schedule]
) -> Solution {
  let limit = options.workLimit ?? options.search.workLimit(size: problem.initiatives.count)
  let free = solveFreely(problem, options, limit: limit, from: seeds)
  let isKept =
    free.schedule.rulesBroken(in: problem).isEmpty && free.schedule.softCost(in: problem) == 0
  if isKept { return free }

  let streams = options.streamCount
  let watch = options.watch.map { watch in
    { @Sendable in max(0, (watch() - freeShare) / (1 - freeShare)) }
  }
  var search = Search(
    CompiledProblem(problem), seed: options.seed,
    Meter(workLimit: limit / 2 / Int64(streams), watch: watch, mayGoOn: options.mayGoOn))
  search.start(from: [free.schedule] + seeds, problem)
  let bound = search.capacityFreeBound()
  let extra = options.watch == nil ? 1 : extraTime
  let heat = free.schedule.rulesBroken(in: problem).isEmpty ? coolHeat : warmHeat
  var answer: Solution
  if search.searchWithWaiting(until: exactShare) {
    let bound = search.bestScore.violation == 0 ? search.bestScore.cost : bound
    answer = search.solution(problem, bound: bound, isComplete: true)
  } else if streams > 1 {
    let together = Streams(
      lead: search, count: streams, threads: options.threads, seed: options.seed)
    _ = together.improve(bound: bound, needsBound: false, heat: heat)
    answer = together.solution { search, work in
      search.dropWaits(until: search.share() + extra)
      return search.solution(problem, bound: bound, isComplete: false, work: work)
    }
  } else {
    search.anneal(until: 1, bound: bound, heat: heat)
    search.dropWaits(until: search.share() + extra)
    answer = search.solution(problem, bound: bound, isComplete: false)
  }
  answer.lowerBound = min(answer.aimCost, max(answer.lowerBound, free.lowerBound))
  answer.isProvedInfeasible =
    !answer.isFeasible && (answer.isProvedInfeasible || free.isProvedInfeasible)
  answer.work = answer.work.addingClamped(free.work)
  return answer
}

private func solveFreely(
  _ problem: Problem, _ options: SolveOptions, limit: Int64, from seeds: [Schedule]
) -> Solution {
  var free = options
  free.workLimit = limit
  free.streams = options.streamCount
  free.mayGoOn = options.mayGoOn
  free.watch = options.watch.map { watch in { @Sendable in watch() / freeShare } }
  return solve(problem.withoutRules(), free, from: seeds)
}

/// The part of the time that goes into the problem without its rules: its bound is the only one there is.
///
/// Under counted work it has all of it, and what follows half as much again.
private let freeShare = 0.65
/// Of what is left, the part that may go into trying everything.
private let exactShare = 0.3
/// Beyond the time that a clock allows, what letting go of waits may take; counted work is allowed once more.
private let extraTime = 0.1
/// Where cooling starts when the schedule without rules breaks only soft ones, to which little has to be changed.
private let coolHeat = 0.3
/// Where it starts when that schedule is only a hint of a good one.
private let warmHeat = 0.7
