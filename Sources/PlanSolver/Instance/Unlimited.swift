import PlanModel

/// Every work as early as its links, dates and fastest staffing allow, as if people were unlimited.
///
/// Delay costs never fall with time, so the cost of these finishes bounds every schedule from below.
struct Unlimited {
  private(set) var start: [Int32]
  private(set) var finish: [Int32]

  init(
    _ problem: Problem, order: [Int32], linksInto: [[Int32]], optionStart: [Int32],
    optionTable: [Int32], finishTables: [[Int32]]
  ) {
    let never = problem.lastDay
    start = Array(repeating: never, count: problem.works.count)
    finish = Array(repeating: never, count: problem.works.count)
    for work in order {
      let index = Int(work)
      let subject = problem.works[index]
      let options = optionStart[index]..<optionStart[index + 1]
      if let fixed = subject.fixedStart {
        start[index] = fixed
        finish[index] = finishTables[Int(optionTable[Int(options.lowerBound)])][Int(fixed)]
        if finish[index] < 0 { finish[index] = never }
        continue
      }
      var earliest = max(subject.earliestStart, problem.firstDay)
      if let window = problem.initiatives[Int(subject.initiative)].startWindow {
        earliest = max(earliest, window.lowerBound)
      }
      for link in linksInto[index] {
        earliest = max(earliest, released(by: problem.links[Int(link)], problem))
      }
      for option in options {
        let table = finishTables[Int(optionTable[Int(option)])]
        var day = earliest
        while day < problem.horizonDay, table[Int(day)] < 0 { day += 1 }
        guard day < problem.horizonDay else { continue }
        start[index] = min(start[index], day)
        finish[index] = min(finish[index], table[Int(day)])
      }
    }
  }

  /// The earliest start that a link allows, from below.
  private func released(by link: Problem.Link, _ problem: Problem) -> Int32 {
    let happens: Int32
    switch link.from {
    case .finish(let work): happens = finish[Int(work)]
    case .start(let work): happens = start[Int(work)]
    case .initiativeStart(let initiative):
      happens = problem.initiatives[Int(initiative)].works.map { start[Int($0)] }.min() ?? 0
    case .milestone(let milestone):
      // A share of the effort may be there on the first day; the first start is a day from below.
      happens = problem.milestones[Int(milestone)].works.map { start[Int($0)] }.min() ?? 0
    }
    guard happens < problem.lastDay else { return problem.lastDay }
    return problem.lags[Int(link.lag)].earliestStart[Int(happens)]
  }

  /// The latest of an initiative's earliest finishes; `lastDay` when it cannot be done at all.
  func finish(of initiative: Int32, _ problem: Problem) -> Int32 {
    problem.initiatives[Int(initiative)].works.map { finish[Int($0)] }.max() ?? -1
  }

  func bound(_ problem: Problem) -> Int64 {
    var total: Int64 = 0
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      let finish = finish(of: Int32(index), problem)
      let isUndone = initiative.selection == .forbidden || finish >= problem.lastDay
      total = total.addingClamped(isUndone ? initiative.undoneCost : initiative.cost[Int(finish)])
    }
    for goal in problem.goals {
      var latest = goal.floor
      var isUndone = false
      for member in goal.members where !problem.initiatives[Int(member)].works.isEmpty {
        let finish = finish(of: member, problem)
        if finish >= problem.lastDay || problem.initiatives[Int(member)].selection == .forbidden {
          isUndone = true
        }
        latest = max(latest, finish)
      }
      if isUndone {
        total = total.addingClamped(goal.undoneCost)
      } else if latest >= 0 {
        total = total.addingClamped(goal.cost[Int(min(latest, problem.lastDay - 1))])
      }
    }
    return total
  }
}
