import PlanModel
import TestSupport

/// Small problems of every kind that a plan can lead to, and some that none does yet (capacity
/// that falls).
func randomProblem(seed: Int) -> Problem {
  var random = SeededRandom(seed)
  let horizon = Int32.random(in: 20...60, using: &random)
  var problem = Problem(
    firstDay: Int32.random(in: 0...3, using: &random), horizonDay: horizon,
    lastDay: horizon + Int32.random(in: 0...20, using: &random))
  addTeams(&problem, &random)
  addInitiatives(&problem, &random)
  addFreezes(&problem, &random)
  addLinks(&problem, &random)
  addChoices(&problem, &random)
  addGoals(&problem, &random)
  return problem
}

private func addTeams(_ problem: inout Problem, _ random: inout SeededRandom) {
  let days = Int(problem.lastDay)
  for team in 0..<Int.random(in: 1...3, using: &random) {
    let first = Int32.random(in: 1...4, using: &random) * 10
    let change = Int32.random(in: -1...2, using: &random) * 10
    let changeDay = Int.random(in: 0..<days, using: &random)
    problem.resources.append(
      Problem.Resource(
        name: "team\(team)",
        capacity: (0..<days).map { max(0, $0 < changeDay ? first : first + change) }))
    let weekday = Int.random(in: 0..<7, using: &random)
    let share = Int64.random(in: 3...10, using: &random) * 100_000
    problem.yields.append(
      Problem.YieldProfile(
        daily: (0..<days).map { ($0 + weekday) % 7 >= 5 ? 0 : $0 < changeDay ? share : 900_000 }))
    if random.oneIn(2) {
      let limit = Int32.random(in: 1...2, using: &random)
      problem.wipLimits.append(Problem.WipLimit(name: "team\(team)", limit: limit))
    }
  }
}

private func addInitiatives(_ problem: inout Problem, _ random: inout SeededRandom) {
  for initiative in 0..<Int32.random(in: 2...7, using: &random) {
    let first = Int32(problem.works.count)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let team = Int.random(in: problem.resources.indices, using: &random)
      let days = Int64.random(in: 1...12, using: &random) * 1_000_000
      let options = (1...Int32.random(in: 1...2, using: &random)).map { heads in
        Problem.Option(
          staffTenths: heads * 10,
          demands: [Problem.Demand(resource: Int32(team), tenths: heads * 10)],
          yield: Int32(team), needed: max(1, days / Int64(heads)))
      }
      let wip = problem.wipLimits.firstIndex { $0.name == "team\(team)" }.map { Int32($0) } ?? -1
      let earliest = random.oneIn(4) ? Int32.random(in: 0...15, using: &random) : 0
      problem.works.append(
        Problem.Work(
          initiative: initiative, wip: wip, options: options, earliestStart: earliest))
    }
    let rate = Int64.random(in: 0...50, using: &random)
    let deadline = Int32.random(in: 0..<problem.lastDay, using: &random)
    let price = random.oneIn(3) ? Int64.random(in: 0...500, using: &random) : 0
    let cost = (0..<problem.lastDay).map { rate * Int64($0 + 1) + ($0 > deadline ? price : 0) }
    var subject = Problem.Initiative(
      works: first..<Int32(problem.works.count),
      selection: random.oneIn(12) ? .forbidden : random.oneIn(6) ? .required : .free,
      cost: CostRow(cost),
      undoneCost: (cost.last ?? 0) + Int64.random(in: 0...100, using: &random))
    if random.oneIn(10) { subject.latestFinish = Int32.random(in: 15...40, using: &random) }
    if random.oneIn(10) {
      let day = Int32.random(in: 0...10, using: &random)
      subject.startWindow = day...day + 15
    }
    problem.initiatives.append(subject)
  }
}

private func addFreezes(_ problem: inout Problem, _ random: inout SeededRandom) {
  guard random.oneIn(3) else { return }
  let first = Int32.random(in: 0..<problem.lastDay, using: &random)
  problem.freezes = [
    Problem.Freeze(
      days: first...first + Int32.random(in: 0...9, using: &random),
      forbids: random.pick(Problem.Freeze.Forbids.allCases))
  ]
  for work in problem.works.indices where random.oneIn(2) { problem.works[work].freezes = [0] }
}

private func addLinks(_ problem: inout Problem, _ random: inout SeededRandom) {
  let last = problem.lastDay
  for lag in [1, 0, 4, -2] as [Int32] {
    problem.lags.append(
      Problem.LagTable(earliestStart: (0..<last).map { min(last, max(0, $0 + lag)) }))
  }
  for work in problem.works.indices where work > 0 && random.oneIn(3) {
    // From an earlier work or initiative only, so that there is no circle.
    let from = Int32.random(in: 0..<Int32(work), using: &random)
    let initiative = problem.works[Int(from)].initiative
    let isOther = initiative != problem.works[work].initiative
    let anchor: Problem.Anchor
    switch Int.random(in: 0..<4, using: &random) {
    case 0: anchor = .start(work: from)
    case 1 where isOther: anchor = .initiativeStart(initiative)
    case 2 where isOther: anchor = .milestone(addMilestone(initiative, &problem, &random))
    default: anchor = .finish(work: from)
    }
    let lag = Int32.random(in: 0..<4, using: &random)
    problem.links.append(Problem.Link(from: anchor, lag: lag, to: Int32(work)))
  }
}

private func addMilestone(
  _ initiative: Int32, _ problem: inout Problem, _ random: inout SeededRandom
) -> Int32 {
  let works = Array(problem.initiatives[Int(initiative)].works)
  let totals = works.map { work in
    problem.works[Int(work)].options.map { $0.needed * Int64($0.staffTenths) }.min() ?? 0
  }
  let all = totals.reduce(0, +)
  problem.milestones.append(
    Problem.Milestone(
      initiative: initiative, works: works,
      needed: max(1, all * Int64.random(in: 1...10, using: &random) / 10), totals: totals))
  return Int32(problem.milestones.count - 1)
}

private func addGoals(_ problem: inout Problem, _ random: inout SeededRandom) {
  for _ in 0..<Int.random(in: 0...2, using: &random) {
    let members = problem.initiatives.indices.filter { _ in random.oneIn(2) }
    let rate = Int64.random(in: 1...50, using: &random)
    let cost = (0..<problem.lastDay).map { rate * Int64($0 + 1) }
    problem.goals.append(
      Problem.Goal(
        members: members.map { Int32($0) }, cost: CostRow(cost), undoneCost: cost.last ?? 0))
  }
}

/// A solver for tests: the best of the seeds and of a few rankings drawn at random.
///
/// Weak on purpose, so that what has to hold does not hold by the solver's strength.
func solveByRankings(_ problem: Problem, _ seeds: [Schedule], draws: Int = 12) -> Solution {
  var random = SeededRandom(7)
  var order = problem.initiatives.indices.map { Int32($0) }
  var candidates = seeds
  for _ in 0..<draws {
    candidates.append(rankedSchedule(order, problem))
    order.shuffle(using: &random)
  }
  let feasible = candidates.filter { ScheduleChecker(problem).violations(of: $0).isEmpty }
  let best = feasible.min {
    $0.totalDelayCost(in: problem) < $1.totalDelayCost(in: problem)
  }
  let schedule = best ?? candidates[0]
  let broken: [BrokenDemand] =
    best == nil ? problem.initiatives.indices.prefix(1).map { .undone(initiative: Int32($0)) } : []
  return Solution(
    schedule: schedule, delayCost: schedule.totalDelayCost(in: problem), lowerBound: 0,
    broken: broken, work: 0)
}

/// Groups of which one is done, a part of another initiative, and a second mode behind what stands before.
private func addChoices(_ problem: inout Problem, _ random: inout SeededRandom) {
  let count = Int32(problem.initiatives.count)
  guard count > 2, random.oneIn(2) else { return }
  let first = Int32.random(in: 0..<count - 1, using: &random)
  problem.exclusives.append(Problem.Exclusive(name: "search", members: [first, count - 1]))
  problem.initiatives[Int(count) - 1].partOf =
    random.oneIn(2) ? Int32.random(in: 0..<count - 1, using: &random) : nil
  let work = Int.random(in: problem.works.indices, using: &random)
  let before = problem.works.indices.filter {
    problem.works[$0].initiative < problem.works[work].initiative
  }
  guard problem.works[work].fixedStart == nil, let from = before.randomElement(using: &random)
  else { return }
  var quick = problem.works[work].options[0]
  quick.mode = 1
  quick.needed = max(1, quick.needed / 3)
  problem.works[work].options.append(quick)
  problem.lags.append(
    Problem.LagTable(earliestStart: (0..<problem.lastDay).map { min(problem.lastDay, $0 + 1) }))
  problem.links.append(
    Problem.Link(
      from: .finish(work: Int32(from)), lag: Int32(problem.lags.count - 1), to: Int32(work),
      mode: 1))
}
