import PlanModel

/// A problem compiled for search: flat tables, indices instead of names, everything that does not change during it.
final class Instance: Sendable {
  let problem: Problem
  let works: Int
  let initiatives: Int
  /// `lastDay`.
  let days: Int32
  let horizon: Int32
  /// The initiative of each work.
  let initiativeOf: [Int32]
  /// For each option of all works in a row: which finish table it uses.
  let optionStart: [Int32]
  let optionTable: [Int32]
  /// Finish by start for each distinct (yield, needed); `days` is never. On a day on which nothing advances it holds `-1`.
  let finishTables: [[Int32]]
  /// Work on which a work waits, through links of any anchor; in link order.
  let linksInto: [[Int32]]
  /// Initiatives that cannot be done without this one, directly.
  let successors: [[Int32]]
  let predecessors: [[Int32]]
  /// The earliest start of each work when it has everything to itself, and the earliest finish; `days` is never.
  let earliestStart: [Int32]
  let earliestFinish: [Int32]
  /// Goals of each initiative.
  let goalsOf: [[Int32]]
  /// Works in an order in which every work stands behind those it waits for.
  let order: [Int32]
  /// Proved: no schedule costs less even if every capacity were unlimited.
  let capacityFreeBound: Int64
  /// What a day of each initiative and of all that waits for it is worth, for its effort: who comes first when in doubt.
  let worth: [Double]
  /// Its own cost of delay a day, on average.
  let dailyWorth: [Double]
  /// More than any schedule costs; what a broken demand counts when values are compared as one number.
  let penalty: Int64

  init(_ problem: Problem) {
    self.problem = problem
    works = problem.works.count
    initiatives = problem.initiatives.count
    days = problem.lastDay
    horizon = problem.horizonDay
    initiativeOf = problem.works.map(\.initiative)

    var tables = FinishTables(problem)
    var starts: [Int32] = []
    var option: [Int32] = []
    for work in problem.works {
      starts.append(Int32(option.count))
      for each in work.options { option.append(tables.index(of: each)) }
    }
    starts.append(Int32(option.count))
    optionStart = starts
    optionTable = option
    finishTables = tables.tables

    let graph = LinkGraph(problem)
    linksInto = graph.linksInto
    successors = graph.successors
    predecessors = graph.predecessors
    order = graph.order
    var goals = [[Int32]](repeating: [], count: problem.initiatives.count)
    for (index, goal) in problem.goals.enumerated() {
      for member in goal.members where !problem.initiatives[Int(member)].works.isEmpty {
        goals[Int(member)].append(Int32(index))
      }
    }
    goalsOf = goals

    let free = Unlimited(
      problem, order: graph.order, linksInto: graph.linksInto, optionStart: starts,
      optionTable: option, finishTables: tables.tables)
    earliestStart = free.start
    earliestFinish = free.finish
    capacityFreeBound = free.bound(problem)
    var total: Int64 = 1
    for initiative in problem.initiatives { total = total.addingClamped(initiative.undoneCost) }
    for goal in problem.goals { total = total.addingClamped(goal.undoneCost) }
    penalty = min(total, Int64.max / 1_000_000)
    let worths = Worth(
      problem, successors: graph.successors, goalsOf: goals, earliestFinish: free.finish)
    worth = worths.perEffort
    dailyWorth = worths.own
  }

  /// Days on which the option's work would end, by start.
  @inline(__always)
  func finishTable(work: Int32, option: Int32) -> [Int32] {
    finishTables[Int(optionTable[Int(optionStart[Int(work)] + option)])]
  }
}

/// Finish tables, each distinct one once.
private struct FinishTables {
  private struct Key: Hashable {
    let yield: Int32
    let needed: Int64
  }

  let problem: Problem
  var tables: [[Int32]] = []
  private var known: [Key: Int32] = [:]

  init(_ problem: Problem) { self.problem = problem }

  mutating func index(of option: Problem.Option) -> Int32 {
    let key = Key(yield: option.yield, needed: option.needed)
    if let index = known[key] { return index }
    let sums = problem.yields[Int(option.yield)].cumulative
    var table = [Int32](repeating: problem.lastDay, count: Int(problem.lastDay))
    var finish = 0
    for start in 0..<Int(problem.lastDay) {
      if sums[start + 1] == sums[start] {
        table[start] = -1
        continue
      }
      finish = max(finish, start)
      while finish < Int(problem.lastDay), sums[finish + 1] - sums[start] < option.needed {
        finish += 1
      }
      table[start] = Int32(finish)
    }
    let index = Int32(tables.count)
    tables.append(table)
    known[key] = index
    return index
  }
}
