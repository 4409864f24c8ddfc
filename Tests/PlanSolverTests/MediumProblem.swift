import PlanModel
import TestSupport

/// A problem of the size and shape of a real plan: a year of days with weekends, teams that grow, works with a choice of
/// staffing, chains, goals, deadlines.
func mediumProblem(seed: Int, initiatives: Int) -> Problem {
  var random = SeededRandom(seed)
  let days = 300
  var problem = Problem(firstDay: 0, horizonDay: 240, lastDay: Int32(days))
  let teams = max(2, initiatives / 6)
  for team in 0..<teams {
    let first = Int32.random(in: 2...6, using: &random) * 10
    let hire = Int.random(in: 30..<200, using: &random)
    problem.resources.append(
      Problem.Resource(
        name: "team\(team)", capacity: (0..<days).map { $0 < hire ? first : first + 10 }))
    let share = Int64.random(in: 45...70, using: &random) * 10_000
    problem.yields.append(
      Problem.YieldProfile(daily: (0..<days).map { $0 % 7 >= 5 ? 0 : share }))
  }
  problem.wipLimits.append(Problem.WipLimit(name: "team0", limit: 3))
  problem.lags.append(
    Problem.LagTable(earliestStart: (0..<days).map { Int32($0 + 1) }))
  problem.lags.append(
    Problem.LagTable(earliestStart: (0..<days).map { min(Int32(days), Int32($0 + 11)) }))
  for index in 0..<Int32(initiatives) { addInitiative(index, &problem, &random) }
  for _ in 0..<initiatives / 12 {
    let members = (0..<Int32(initiatives)).filter { _ in random.oneIn(6) }
    let rate = Int64.random(in: 20...200, using: &random) * 1_000
    let cost = (0..<days).map { rate * Int64($0 + 1) }
    problem.goals.append(
      Problem.Goal(members: members, cost: CostRow(cost), undoneCost: rate * Int64(days)))
  }
  return problem
}

private func addInitiative(
  _ index: Int32, _ problem: inout Problem, _ random: inout SeededRandom
) {
  let days = Int(problem.lastDay)
  let first = Int32(problem.works.count)
  for step in 0..<Int.random(in: 1...3, using: &random) {
    let team = Int32.random(in: 0..<Int32(problem.resources.count), using: &random)
    let effort = Int64.random(in: 4...40, using: &random) * 1_000_000
    let most = min(3, problem.resources[Int(team)].capacity[0] / 10)
    let options = (1...most).map { heads in
      Problem.Option(
        staffTenths: heads * 10, demands: [Problem.Demand(resource: team, tenths: heads * 10)],
        yield: team, needed: (effort + Int64(heads) - 1) / Int64(heads))
    }
    problem.works.append(
      Problem.Work(
        initiative: index, wip: team == 0 ? 0 : -1, options: options,
        earliestStart: random.oneIn(5) ? Int32.random(in: 0...60, using: &random) : 0,
        spread: Int64.random(in: 0...20, using: &random) * 480))
    if step > 0, !random.oneIn(3) {
      let last = Int32(problem.works.count - 1)
      problem.links.append(Problem.Link(from: .finish(work: last - 1), lag: 0, to: last))
    }
  }
  if index > 0, random.oneIn(3) {
    let other = Int32.random(in: 0..<index, using: &random)
    let from = problem.initiatives[Int(other)].works.upperBound - 1
    problem.links.append(
      Problem.Link(
        from: random.oneIn(4) ? .initiativeStart(other) : .finish(work: from),
        lag: random.oneIn(3) ? 1 : 0, to: first))
  }
  let rate = Int64.random(in: 2...60, using: &random) * 10_000
  let deadline = Int.random(in: 60..<240, using: &random)
  let price = random.oneIn(4) ? Int64.random(in: 10...90, using: &random) * 1_000_000 : 0
  let cost = (0..<days).map { rate * Int64($0 + 1) + ($0 > deadline ? price : 0) }
  problem.initiatives.append(
    Problem.Initiative(
      works: first..<Int32(problem.works.count), selection: random.oneIn(8) ? .required : .free,
      cost: CostRow(cost), undoneCost: cost.last ?? 0))
}
