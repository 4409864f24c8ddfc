import PlanModel
import TestSupport

/// A problem so small that every schedule of it can be tried, with every feature that problems have.
///
/// Costs are small integers, so that ties and zeros come up as well.
///
/// - Parameters:
///   - seed: Which; the same seed gives the same problem.
///   - rules: Whether there are budgets or guardrails, under which it may be better to wait.
/// - Returns: A problem of four works at most.
func tinyProblem(seed: Int, rules: Bool = false) -> Problem {
  var random = SeededRandom(seed)
  let horizon = Int32.random(in: 4...8, using: &random)
  var problem = Problem(
    firstDay: random.oneIn(4) ? 1 : 0, horizonDay: horizon,
    lastDay: horizon + Int32.random(in: 0...3, using: &random))
  addResources(&problem, &random)
  addInitiatives(&problem, &random)
  addFreezes(&problem, &random)
  addLinks(&problem, &random)
  addModes(&problem, &random)
  addGroups(&problem, &random)
  addGoals(&problem, &random)
  addAgreements(&problem, &random)
  if rules { addRules(&problem, &random) }
  return problem
}

private func addResources(_ problem: inout Problem, _ random: inout SeededRandom) {
  let days = Int(problem.lastDay)
  for resource in 0..<Int.random(in: 1...2, using: &random) {
    var capacity = [Int32](repeating: Int32.random(in: 1...3, using: &random) * 10, count: days)
    if random.oneIn(2) {
      let change = Int32.random(in: 0...3, using: &random) * 10
      for day in Int.random(in: 0..<days, using: &random)..<days { capacity[day] = change }
    }
    problem.resources.append(Problem.Resource(name: "r\(resource)", capacity: capacity))
    if random.oneIn(2) {
      let limit = Int32.random(in: 1...2, using: &random)
      problem.wipLimits.append(Problem.WipLimit(name: "w\(resource)", limit: limit))
    }
  }
  // Every day alike, days off, and a step.
  problem.yields = [
    Problem.YieldProfile(daily: Array(repeating: 1_000_000, count: days)),
    Problem.YieldProfile(
      daily: (0..<days).map { $0 % 4 == 3 || $0 % 5 == 0 ? 0 : 1_000_000 }),
    Problem.YieldProfile(daily: (0..<days).map { $0 < days / 2 ? 500_000 : 1_200_000 }),
  ]
}

private func addInitiatives(_ problem: inout Problem, _ random: inout SeededRandom) {
  for initiative in 0..<Int32.random(in: 2...4, using: &random) {
    let left = 4 - problem.works.count
    guard left > 0 else { break }
    let first = Int32(problem.works.count)
    for _ in 0..<(left > 1 && random.oneIn(3) ? 2 : 1) {
      problem.works.append(tinyWork(of: initiative, in: problem, &random))
    }
    problem.initiatives.append(
      tinyInitiative(works: first..<Int32(problem.works.count), in: problem, &random))
  }
  if random.oneIn(6) {
    // What is finished has no works and costs nothing.
    let end = Int32(problem.works.count)
    problem.initiatives.append(
      Problem.Initiative(
        works: end..<end, selection: .free,
        cost: CostRow(repeatElement(0, count: Int(problem.lastDay))), undoneCost: 0))
  }
}

private func tinyWork(
  of initiative: Int32, in problem: Problem, _ random: inout SeededRandom
) -> Problem.Work {
  let effort = Int64.random(in: 1...5, using: &random) * 1_000_000
  let yield = Int32.random(in: 0..<3, using: &random)
  let resource = Int32.random(in: 0..<Int32(problem.resources.count), using: &random)
  let other = Int32.random(in: 0..<Int32(problem.resources.count), using: &random)
  let options = (1...(random.oneIn(2) ? 2 : 1)).map { heads -> Problem.Option in
    let staff = Int32(heads) * 10
    var demands = [Problem.Demand(resource: resource, tenths: staff)]
    if other != resource, heads == 1 { demands.append(Problem.Demand(resource: other, tenths: 10)) }
    return Problem.Option(
      staffTenths: staff, demands: demands, yield: yield,
      needed: (effort + Int64(heads) - 1) / Int64(heads))
  }
  var work = Problem.Work(
    initiative: initiative, wip: -1, options: options,
    earliestStart: random.oneIn(4) ? Int32.random(in: 0...3, using: &random) : 0,
    spread: Int64.random(in: 0...2, using: &random) * 480)
  if !problem.wipLimits.isEmpty, random.oneIn(2) {
    work.wip = Int32.random(in: 0..<Int32(problem.wipLimits.count), using: &random)
  }
  return work
}

private func tinyInitiative(
  works: Range<Int32>, in problem: Problem, _ random: inout SeededRandom
) -> Problem.Initiative {
  let rate = Int64.random(in: 0...5, using: &random)
  let deadline = Int32.random(in: 0..<problem.lastDay, using: &random)
  let price = random.oneIn(3) ? Int64.random(in: 0...20, using: &random) : 0
  let cost = (0..<problem.lastDay).map { rate * Int64($0 + 1) + ($0 > deadline ? price : 0) }
  var initiative = Problem.Initiative(
    works: works,
    selection: random.oneIn(12) ? .forbidden : random.oneIn(5) ? .required : .free,
    cost: CostRow(cost),
    undoneCost: (cost.last ?? 0) + Int64.random(in: 0...6, using: &random),
    weight: random.pick([1, 1000]))
  if random.oneIn(6) {
    initiative.latestFinish = Int32.random(in: 1..<problem.lastDay, using: &random)
  }
  if random.oneIn(6) {
    let day = Int32.random(in: 0...3, using: &random)
    initiative.startWindow = day...day + Int32.random(in: 0...3, using: &random)
  }
  return initiative
}

private func addFreezes(_ problem: inout Problem, _ random: inout SeededRandom) {
  guard random.oneIn(2) else { return }
  for _ in 0..<(random.oneIn(3) ? 2 : 1) {
    let first = Int32.random(in: 0..<problem.lastDay, using: &random)
    let freeze = Problem.Freeze(
      days: first...first + Int32.random(in: 0...3, using: &random),
      forbids: random.pick(Problem.Freeze.Forbids.allCases))
    for work in problem.works.indices where random.oneIn(2) {
      problem.works[work].freezes.append(Int32(problem.freezes.count))
    }
    problem.freezes.append(freeze)
  }
}

private func addLinks(_ problem: inout Problem, _ random: inout SeededRandom) {
  let last = problem.lastDay
  for lag in [1, 0, 3, -1] as [Int32] {
    problem.lags.append(
      Problem.LagTable(earliestStart: (0..<last).map { min(last, max(0, $0 + lag)) }))
  }
  runOne(&problem, &random)
  for work in problem.works.indices where work > 0 && random.oneIn(2) {
    // From an earlier work or initiative only, so that there is no circle.
    let from = Int32.random(in: 0..<Int32(work), using: &random)
    let initiative = problem.works[Int(from)].initiative
    let isOther = initiative != problem.works[work].initiative
    let anchor: Problem.Anchor
    switch Int.random(in: 0..<5, using: &random) {
    case 0: anchor = .start(work: from)
    case 1 where isOther: anchor = .initiativeStart(initiative)
    case 2 where isOther: anchor = .milestone(addMilestone(initiative, &problem, &random))
    default: anchor = .finish(work: from)
    }
    // Leads, which let a work start before what it waits for, are rare.
    let lag = random.oneIn(8) ? 3 : Int32.random(in: 0..<3, using: &random)
    problem.links.append(Problem.Link(from: anchor, lag: lag, to: Int32(work)))
  }
}

/// Work that runs already belongs to a required initiative and starts on a day on which it advances.
private func runOne(_ problem: inout Problem, _ random: inout SeededRandom) {
  guard random.oneIn(5) else { return }
  let work = Int.random(in: problem.works.indices, using: &random)
  let option = problem.works[work].options[0]
  let profile = problem.yields[Int(option.yield)]
  guard let day = (problem.firstDay..<problem.horizonDay).first(where: { profile.isWorking($0) })
  else { return }
  problem.works[work].options = [option]
  problem.works[work].fixedStart = day
  problem.works[work].freezes = []
  let initiative = Int(problem.works[work].initiative)
  problem.initiatives[initiative].selection = .required
  problem.initiatives[initiative].startWindow = nil
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

/// A second way to do some work, and links that hold for one of the two only.
private func addModes(_ problem: inout Problem, _ random: inout SeededRandom) {
  guard random.oneIn(3) else { return }
  let work = Int.random(in: problem.works.indices, using: &random)
  guard problem.works[work].fixedStart == nil else { return }
  var quick = problem.works[work].options[0]
  quick.mode = 1
  quick.needed = max(1, quick.needed * Int64.random(in: 1...3, using: &random) / 3)
  if random.oneIn(3) { quick.earliestStart = Int32.random(in: 0...4, using: &random) }
  problem.works[work].options.append(quick)
  for link in problem.links.indices
  where problem.links[link].to == Int32(work) && random.oneIn(2) {
    problem.links[link].mode = 0
  }
  // From any other work that does not wait for this one, so also from what stands behind it.
  let initiative = problem.works[work].initiative
  let others = problem.works.indices.filter {
    problem.works[$0].initiative != initiative && !waits($0, for: initiative, in: problem)
  }
  guard let from = others.randomElement(using: &random) else { return }
  let anchor: Problem.Anchor =
    random.oneIn(4)
    ? .initiativeStart(problem.works[from].initiative)
    : random.oneIn(4) ? .start(work: Int32(from)) : .finish(work: Int32(from))
  let lag = Int32.random(in: 0..<3, using: &random)
  problem.links.append(Problem.Link(from: anchor, lag: lag, to: Int32(work), mode: 1))
}

/// Whether the initiative of a work needs another, directly or not.
private func waits(_ work: Int, for initiative: Int32, in problem: Problem) -> Bool {
  var reached: Set<Int32> = [initiative]
  var size = 0
  while reached.count > size {
    size = reached.count
    for link in problem.links {
      let before: Int32
      switch link.from {
      case .finish(let from), .start(let from): before = problem.works[Int(from)].initiative
      case .initiativeStart(let from): before = from
      case .milestone(let from): before = problem.milestones[Int(from)].initiative
      }
      if reached.contains(before) { reached.insert(problem.works[Int(link.to)].initiative) }
    }
  }
  return reached.contains(problem.works[work].initiative)
}

/// Initiatives of which one is done at most, and one that is a part of another.
private func addGroups(_ problem: inout Problem, _ random: inout SeededRandom) {
  let all = problem.initiatives.indices.map { Int32($0) }
  if random.oneIn(3), all.count > 1 {
    let count = Int.random(in: 2...min(3, all.count), using: &random)
    let members = all.shuffled(using: &random).prefix(count).sorted()
    problem.exclusives.append(Problem.Exclusive(name: "search", members: members))
  }
  if random.oneIn(4), all.count > 1, let last = all.last {
    problem.initiatives[Int(last)].partOf = Int32.random(in: 0..<last, using: &random)
  }
}

/// Starts that were agreed, which can reward waiting.
private func addAgreements(_ problem: inout Problem, _ random: inout SeededRandom) {
  guard random.oneIn(3) else { return }
  for initiative in problem.initiatives.indices where random.oneIn(2) {
    let first = Int32.random(in: 0..<problem.horizonDay, using: &random)
    problem.agree(
      initiative,
      Problem.Agreement(
        starts: first...first + Int32.random(in: 0...2, using: &random),
        churn: Int64.random(in: 0...12, using: &random)))
  }
}

private func addGoals(_ problem: inout Problem, _ random: inout SeededRandom) {
  guard random.oneIn(2) else { return }
  let members = problem.initiatives.indices.filter { _ in random.oneIn(2) }
  let rate = Int64.random(in: 1...5, using: &random)
  let cost = (0..<problem.lastDay).map { rate * Int64($0 + 1) }
  let rivals = problem.exclusives.first?.members ?? []
  let choice = members.map { Int32($0) }.filter { rivals.contains($0) }
  let isChoice = choice.count > 1
  problem.goals.append(
    Problem.Goal(
      members: members.map { Int32($0) }.filter { !isChoice || !choice.contains($0) },
      choices: isChoice ? [choice] : [], cost: CostRow(cost), undoneCost: cost.last ?? 0,
      floor: random.oneIn(3) ? Int32.random(in: 0...3, using: &random) : -1))
}
