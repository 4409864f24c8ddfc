import PlanModel

/// Looks for a good schedule: starts from lists and seeds, then improves.
///
/// Insertion places whole initiatives, work by work, each as early as it fits after what it waits for. Delay costs never
/// fall with time, so some order of insertions and some choice of staffings gives an optimal schedule.
struct Search: ~Copyable {
  let instance: Instance
  var board: Board
  var random: RandomStream
  private(set) var bestValue: Value
  private(set) var best: Schedule
  private var bestAfterthoughts: [Int64] = []

  init(_ instance: Instance, seed: UInt64) {
    self.instance = instance
    board = Board(instance)
    random = RandomStream(seed: seed)
    bestValue = board.value()
    best = board.schedule()
    bestAfterthoughts = board.afterthoughts()
  }

  var work: Int64 { board.work }

  /// Builds the schedules to improve on: from several orders, and from the seeds.
  mutating func start(from seeds: [Schedule]) {
    for seed in seeds where seed.placements.count == instance.works {
      rebuild(order: orderByStart(of: seed), staffing: .asIn(seed))
      keepIfBetter()
    }
    for rule in ListRule.allCases {
      rebuild(order: rule.order(instance), staffing: .soonest)
      keepIfBetter()
      rebuild(order: rule.order(instance), staffing: .fewest)
      keepIfBetter()
    }
    restoreBest()
  }

  /// Takes the board's schedule as the best if it is.
  mutating func keepIfBetter() {
    let value = board.value()
    let new = value.scalar(penalty: instance.penalty)
    let old = bestValue.scalar(penalty: instance.penalty)
    guard new <= old else { return }
    let afterthoughts = board.afterthoughts()
    if new == old, !afterthoughts.lexicographicallyPrecedes(bestAfterthoughts) { return }
    bestValue = value
    best = board.schedule()
    bestAfterthoughts = afterthoughts
  }

  /// Puts the best schedule back on the board.
  mutating func restoreBest() {
    clear()
    for (index, placed) in best.placements.enumerated() {
      guard let placed, !board.isPlaced(Int32(index)) else { continue }
      board.place(Int32(index), start: placed.start, option: placed.option)
    }
  }

  /// Lifts everything that is not running.
  mutating func clear() {
    for work in 0..<Int32(instance.works)
    where board.isPlaced(work) && instance.problem.works[Int(work)].fixedStart == nil {
      board.lift(work)
    }
  }

  mutating func rebuild(order: [Int32], staffing: Staffing) {
    clear()
    insert(order, staffing: staffing)
  }

  /// Initiatives by start in a schedule, undone ones last.
  private func orderByStart(of schedule: Schedule) -> [Int32] {
    let starts = instance.problem.initiatives.map { initiative in
      initiative.works.compactMap { schedule.placements[Int($0)]?.start }.min() ?? instance.days
    }
    return starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { Int32($0) }
  }

  /// What was found, and what of the plan's demands it breaks.
  func solution(bound: Int64, isComplete: Bool) -> Solution {
    let broken = brokenDemands()
    let isProved =
      !broken.isEmpty && (isComplete || broken.contains { isImpossible($0) })
    return Solution(
      schedule: best, delayCost: best.totalDelayCost(in: instance.problem),
      lowerBound: min(bound, best.totalDelayCost(in: instance.problem)), broken: broken,
      isProvedInfeasible: isProved, work: board.work)
  }

  private func brokenDemands() -> [BrokenDemand] {
    var broken: [BrokenDemand] = []
    let problem = instance.problem
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      let id = Int32(index)
      guard let finish = best.finish(of: index, in: problem) else {
        if initiative.selection == .required { broken.append(.undone(initiative: id)) }
        continue
      }
      if let latest = initiative.latestFinish, finish > latest {
        broken.append(
          .late(
            initiative: id, latestFinish: latest, finish: finish,
            earliest: earliestFinish(of: initiative)))
      }
      if let window = initiative.startWindow, let start = best.start(of: index, in: problem),
        !window.contains(start)
      {
        broken.append(.outsideWindow(initiative: id, start: start))
      }
    }
    return broken
  }

  /// Whether the demand cannot be met even with every capacity to itself.
  private func isImpossible(_ demand: BrokenDemand) -> Bool {
    switch demand {
    case .undone(let id):
      earliestFinish(of: instance.problem.initiatives[Int(id)]) >= instance.days
    case .late(_, let latest, _, let earliest): earliest > latest
    case .outsideWindow(let id, _):
      instance.problem.initiatives[Int(id)].works.allSatisfy { work in
        let window = instance.problem.initiatives[Int(id)].startWindow
        return instance.earliestStart[Int(work)] > window?.upperBound ?? instance.days
      }
    }
  }

  private func earliestFinish(of initiative: Problem.Initiative) -> Int32 {
    initiative.works.map { instance.earliestFinish[Int($0)] }.max() ?? 0
  }
}
