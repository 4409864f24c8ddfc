import PlanModel

/// What is left of each resource in each week, beside the work that runs already.
struct RelaxedCapacities {
  static let daysAWeek = 7
  let resources: Int
  let weeks: Int
  /// Tenths × days, `resource × weeks + week`.
  let available: [Int64]

  init(_ instance: Instance) {
    let problem = instance.problem
    let days = Int(instance.days)
    resources = problem.resources.count
    weeks = (days + Self.daysAWeek - 1) / Self.daysAWeek
    var held = [Int64](repeating: 0, count: resources * days)
    for work in problem.works {
      guard let fixed = work.fixedStart else { continue }
      let option = work.options[0]
      let finish = RelaxedCapacities.finish(option, from: Int(fixed), problem)
      for demand in option.demands {
        for day in Int(fixed)...finish {
          held[Int(demand.resource) * days + day] += Int64(demand.tenths)
        }
      }
    }
    var available = [Int64](repeating: 0, count: resources * weeks)
    for (index, resource) in problem.resources.enumerated() {
      for day in 0..<days {
        let left = Int64(resource.capacity[day]) - held[index * days + day]
        available[index * weeks + day / Self.daysAWeek] += max(0, left)
      }
    }
    self.available = available
  }

  private static func finish(
    _ option: Problem.Option, from start: Int, _ problem: Problem
  ) -> Int {
    let sums = problem.yields[Int(option.yield)].cumulative
    let last = Int(problem.lastDay) - 1
    return (start...max(start, last)).first { sums[$0 + 1] - sums[start] >= option.needed } ?? last
  }
}

/// The precedences from the finish of one work to the start of another; those from milestones and starts hold through the
/// earliest days alone.
struct RelaxedPrecedences {
  struct Link {
    let from: Int32
    let to: Int32
    let lag: [Int32]
  }

  let links: [Link]
  /// By work.
  let outOf: [[Int32]]
  let into: [[Int32]]
  /// How many tenths × days a late day weighs.
  let scale = 50.0

  init(_ instance: Instance) {
    let problem = instance.problem
    var links: [Link] = []
    var outOf = [[Int32]](repeating: [], count: problem.works.count)
    var into = outOf
    for link in problem.links {
      guard case .finish(let from) = link.from,
        problem.works[Int(from)].fixedStart == nil, problem.works[Int(link.to)].fixedStart == nil
      else { continue }
      outOf[Int(from)].append(Int32(links.count))
      into[Int(link.to)].append(Int32(links.count))
      links.append(
        Link(from: from, to: link.to, lag: problem.lags[Int(link.lag)].earliestStart))
    }
    self.links = links
    self.outOf = outOf
    self.into = into
  }

  @inline(__always)
  func released(_ link: Int, by finish: Int) -> Int64 { Int64(links[link].lag[finish]) }
}

/// What each work may choose from, and what each choice costs beside the prices.
struct RelaxedChoices {
  struct Option {
    let table: Int32
    let demands: [Problem.Demand]
    let first: Int32
    let last: Int32
  }

  struct Pick {
    let value: Int64
    let start: Int
    let finish: Int
    let demands: [Problem.Demand]
  }

  let options: [[Option]]
  /// The part of the delay cost that hangs on the finish of this work; empty for none of it.
  ///
  /// An initiative costs by its latest finish, which is at least that of any one work: the one that can finish last carries the
  /// whole cost. A goal's cost is carried by that work of one of its members.
  let costs: [[Int64]]
  /// The last day on which it may finish.
  let latest: [Int]
  /// What each initiative costs undone, with the goals it carries.
  let undone: [Int64]
  /// Choices in all.
  let size: Int

  init(_ instance: Instance) {
    let problem = instance.problem
    var costs = [[Int64]](repeating: [], count: problem.works.count)
    var undone = problem.initiatives.map(\.undoneCost)
    var latest = [Int](repeating: Int(problem.lastDay) - 1, count: problem.works.count)
    var carrier = [Int32](repeating: -1, count: problem.initiatives.count)
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      let last = initiative.works.max {
        instance.earliestFinish[Int($0)] < instance.earliestFinish[Int($1)]
      }
      carrier[index] = last ?? initiative.works.lowerBound
      costs[Int(carrier[index])] = initiative.cost
      for work in initiative.works {
        if let bound = initiative.latestFinish { latest[Int(work)] = Int(bound) }
      }
    }
    for goal in problem.goals where goal.undoneCost > 0 {
      let members = goal.members.filter { !problem.initiatives[Int($0)].works.isEmpty }
      // The member that can finish last is the most telling one.
      let teller = members.max {
        instance.earliestFinish[Int(carrier[Int($0)])]
          < instance.earliestFinish[Int(carrier[Int($1)])]
      }
      guard let teller else { continue }
      let work = Int(carrier[Int(teller)])
      for day in costs[work].indices {
        let counted = max(day, Int(goal.floor))
        costs[work][day] = costs[work][day].addingClamped(goal.cost[counted])
      }
      undone[Int(teller)] = undone[Int(teller)].addingClamped(goal.undoneCost)
    }
    self.costs = costs
    self.undone = undone
    self.latest = latest

    var size = 0
    options = problem.works.enumerated().map { index, work in
      let start = Int(instance.optionStart[index])
      return work.options.enumerated().map { slot, option in
        let first = work.fixedStart ?? instance.earliestStart[index]
        let last = work.fixedStart ?? problem.horizonDay - 1
        size += max(0, Int(last - first))
        return Option(
          table: instance.optionTable[start + slot],
          // Running work has its heads already.
          demands: work.fixedStart == nil ? option.demands : [], first: first, last: last)
      }
    }
    self.size = size
  }
}
