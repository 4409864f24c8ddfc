internal import PlanModel

extension Instance {
  /// Compiles a problem.
  ///
  /// - Complexity: O((works × options + initiatives + lags) × days) at worst; equal finish tables are made once.
  init(_ problem: Problem) {
    let days = max(problem.lastDay, 0)
    workCount = problem.works.count
    initiativeCount = problem.initiatives.count
    goalCount = problem.goals.count
    resourceCount = problem.resources.count
    dayCount = days
    capacity = Table(problem.resources.flatMap { $0.capacity.prefix(Int(days)) })
    cumulative = Table(problem.yields.flatMap { $0.cumulative.prefix(Int(days) + 1) })
    lag = Table(problem.lags.flatMap { $0.earliestStart.prefix(Int(days)) })

    var rows = FinishRows(days: days)
    let options = problem.works.flatMap(\.options)
    let finishRow = options.map { rows.row(of: $0, in: problem) }
    finish = Table(rows.values)
    var starts = StartRows(problem)
    let freezes = problem.works.flatMap { work in work.options.map { _ in work.freezes } }
    let startRow = options.indices.map {
      starts.row(of: options[$0], under: freezes[$0], finishes: rows, finishRow: finishRow[$0])
    }
    nextStart = Table(starts.values)
    self.options = Options(
      staff: Table(options.map(\.staffTenths)), credit: Table(options.map(\.credit)),
      profileRow: Table(options.map { $0.yield * (days + 1) }),
      startRow: Table(startRow), finishRow: Table(finishRow),
      demands: Rows(
        options.map { option in
          option.demands.filter { $0.tenths > 0 }
            .map { Demand(resource: $0.resource, tenths: $0.tenths) }
        }), needed: Table(options.map(\.needed)))

    let pairs = WipPairs(problem)
    wip = pairs.tables(problem)
    exclusives = Exclusives(problem)
    modes = Modes(problem)
    rules = Rules(problem)
    let busy = problem.initiatives.count { !$0.works.isEmpty }
    hasManyWorks = problem.works.count >= Self.manyWorks * busy
    works = Self.works(
      problem, pairs,
      tails: hasManyWorks
        ? Self.tails(problem, finishRow: finishRow, finish: finish)
        : Array(repeating: 0, count: problem.works.count))
    links = Self.links(problem)
    milestones = Self.milestones(problem)
    costShift = safeShift(problem)
    agreements = Agreements(problem, shift: costShift)
    initiatives = Self.initiatives(problem, shift: costShift)
    goals = Self.goals(problem, shift: costShift)
    goalsOfInitiative = Self.goals(problem) { $0.members }
    choiceGoalsOfInitiative = Self.goals(problem) { $0.choices.flatMap(\.self) }
    resourcesOfWork = Rows(
      problem.works.map { work in
        var used: [Int32] = []
        for demand in work.options.flatMap(\.demands) where !used.contains(demand.resource) {
          used.append(demand.resource)
        }
        return used
      })
    hasLeads = problem.links.contains { link in
      problem.lags[Int(link.lag)].earliestStart.enumerated().contains { $1 < Int32($0) }
    }
  }

  /// With fewer works an initiative than this, tails are short and little has slack.
  private static let manyWorks = 2

  private static func works(
    _ problem: Problem, _ pairs: WipPairs, tails: [Int32]
  ) -> Works {
    var firstOption: [Int32] = [0]
    for work in problem.works {
      firstOption.append(firstOption.last.map { $0 + Int32(work.options.count) } ?? 0)
    }
    return Works(
      initiative: Table(problem.works.map(\.initiative)), pair: Table(pairs.ofWork),
      release: Table(releases(problem)), fixed: Table(problem.works.map { $0.fixedStart ?? -1 }),
      spread: Table(spreads(problem)), tail: Table(tails), firstOption: Table(firstOption))
  }

  static func releases(_ problem: Problem) -> [Int32] {
    problem.works.indices.map { work in
      let window = problem.initiatives[Int(problem.works[work].initiative)].startWindow
      let day = max(
        problem.works[work].earliestStart, problem.firstDay, window?.lowerBound ?? 0, 0)
      return min(day, max(problem.lastDay, 0))
    }
  }

  static func spreads(_ problem: Problem) -> [Int64] {
    problem.works.indices.map { min(max(problem.works[$0].spread, 0), largestSpread) }
  }

  static func initiatives(_ problem: Problem, shift: Int64) -> Initiatives {
    Initiatives(
      worksStart: Table(problem.initiatives.map(\.works.lowerBound)),
      worksEnd: Table(problem.initiatives.map(\.works.upperBound)),
      selection: Table(
        problem.initiatives.map { initiative in
          switch initiative.selection {
          case .required: Initiatives.required
          case .free: Initiatives.free
          case .forbidden: Initiatives.forbidden
          }
        }),
      costs: CostRows(problem.initiatives.map(\.cost), days: problem.lastDay, shift: shift),
      undoneCost: Table(
        problem.initiatives.map { $0.works.isEmpty ? 0 : $0.undoneCost >> shift }),
      windowLast: Table(problem.initiatives.map { $0.startWindow?.upperBound ?? Int32.max }),
      windowFirst: Table(problem.initiatives.map { $0.startWindow?.lowerBound ?? 0 }),
      latestFinish: Table(problem.initiatives.map { $0.latestFinish ?? Int32.max }),
      weight: Table(problem.initiatives.map(\.weight)))
  }

  static func goals(_ problem: Problem, shift: Int64) -> Goals {
    let choices = problem.goals.map { goal in
      goal.choices.filter { choice in
        !choice.contains { problem.initiatives[Int($0)].works.isEmpty }
      }
    }
    var firstChoice: [Int32] = [0]
    for each in choices { firstChoice.append((firstChoice.last ?? 0) + Int32(each.count)) }
    return Goals(
      members: Rows(
        problem.goals.map { goal in
          goal.members.filter { !problem.initiatives[Int($0)].works.isEmpty }
        }),
      firstChoice: Table(firstChoice), choices: Rows(choices.flatMap(\.self)),
      costs: CostRows(problem.goals.map(\.cost), days: problem.lastDay, shift: shift),
      undoneCost: Table(problem.goals.map { $0.undoneCost >> shift }),
      floor: Table(problem.goals.map(\.floor)))
  }

  /// By initiative, the goals that name it.
  private static func goals(
    _ problem: Problem, naming: (Problem.Goal) -> [Int32]
  ) -> Rows<Int32> {
    var lists = [[Int32]](repeating: [], count: problem.initiatives.count)
    for (index, goal) in problem.goals.enumerated() {
      for member in naming(goal) where lists[Int(member)].last != Int32(index) {
        lists[Int(member)].append(Int32(index))
      }
    }
    return Rows(lists)
  }

  private static func milestones(_ problem: Problem) -> Milestones {
    var shares = [[MilestoneShare]](repeating: [], count: problem.works.count)
    for (index, milestone) in problem.milestones.enumerated() {
      for (work, total) in zip(milestone.works, milestone.totals) {
        shares[Int(work)].append(MilestoneShare(milestone: Int32(index), total: total))
      }
    }
    let contributions = problem.milestones.map { milestone in
      zip(milestone.works, milestone.totals).map { Contribution(work: $0, total: $1) }
    }
    return Milestones(
      initiative: Table(problem.milestones.map(\.initiative)),
      contributions: Rows(contributions), needed: Table(problem.milestones.map(\.needed)),
      ofWork: Rows(shares))
  }
}

/// Spreads beyond this (a million person-years) are cut, so that a sum of spread × day stays in range.
private let largestSpread: Int64 = 1 << 36

/// How far costs have to be shifted so that the sum of all of them, times a multiplier's scale, stays in range.
func safeShift(_ problem: Problem) -> Int64 {
  var total: Double = 1
  for initiative in problem.initiatives {
    total += Double(initiative.undoneCost.magnitude)
    total += Double(initiative.agreement?.churn.magnitude ?? 0)
  }
  for goal in problem.goals { total += Double(goal.undoneCost.magnitude) }
  var shift: Int64 = 0
  while total > 0x1p54 {
    total /= 2
    shift += 1
  }
  return shift
}

/// The distinct pairs of initiative and WIP limit; parts of an initiative count as it does.
struct WipPairs {
  private(set) var ofWork: [Int32] = []
  private var limit: [Int32] = []
  private var isRunning: [Bool] = []
  private var works: [Int32] = []

  private struct Pair: Hashable {
    var counted: Int32
    var limit: Int32
  }

  init(_ problem: Problem) {
    var known: [Pair: Int32] = [:]
    for work in problem.works {
      guard work.wip >= 0 else {
        ofWork.append(-1)
        continue
      }
      let counted = problem.initiatives[Int(work.initiative)].partOf ?? work.initiative
      let key = Pair(counted: counted, limit: work.wip)
      let pair = known[key] ?? Int32(limit.count)
      if known.updateValue(pair, forKey: key) == nil {
        limit.append(work.wip)
        isRunning.append(false)
        works.append(0)
      }
      works[Int(pair)] += 1
      if work.fixedStart != nil { isRunning[Int(pair)] = true }
      ofWork.append(pair)
    }
  }

  func tables(_ problem: Problem) -> Instance.Wip {
    var size: Int32 = 0
    let rows: [Int32] = works.map { count in
      guard count > 1 else { return -1 }
      defer { size += problem.lastDay }
      return size
    }
    return Instance.Wip(
      limitCount: problem.wipLimits.count, limit: Table(problem.wipLimits.map(\.limit)),
      limitOfPair: Table(limit), isRunning: Table(isRunning), worksOfPair: Table(works),
      counterRow: Table(rows), counterSize: Int(size))
  }
}
