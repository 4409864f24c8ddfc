import PlanModel

/// What a day of an initiative is worth, and of everything that cannot be done without it.
struct Worth {
  /// Own cost of delay a day, averaged from the earliest finish to the end, with its share of its goals'.
  let own: [Double]
  /// With that of everything that waits for it, directly or not.
  let inherited: [Double]
  /// Person-days with the smallest staffing.
  let effort: [Double]

  init(
    _ problem: Problem, successors: [[Int32]], goalsOf: [[Int32]], earliestFinish: [Int32]
  ) {
    let own = problem.initiatives.indices.map { index -> Double in
      let initiative = problem.initiatives[index]
      guard !initiative.works.isEmpty else { return 0 }
      let latest = initiative.works.map { earliestFinish[Int($0)] }.max() ?? 0
      let first = Int(min(max(latest, 0), problem.lastDay - 1))
      let left = Double(Int(problem.lastDay) - first)
      var rise = Double(initiative.undoneCost) - Double(initiative.cost[first])
      for goal in goalsOf[index] {
        let subject = problem.goals[Int(goal)]
        rise +=
          (Double(subject.undoneCost) - Double(subject.cost[first]))
          / Double(max(1, subject.members.count))
      }
      return rise / left
    }
    self.own = own
    inherited = problem.initiatives.indices.map { index in
      // A walk that visits each follower once; marks instead of sets keep it quick for plans with long chains.
      var isSeen = [Bool](repeating: false, count: problem.initiatives.count)
      var open = [Int32(index)]
      isSeen[index] = true
      var sum = 0.0
      while let next = open.popLast() {
        sum += own[Int(next)]
        for follower in successors[Int(next)] where !isSeen[Int(follower)] {
          isSeen[Int(follower)] = true
          open.append(follower)
        }
      }
      return sum
    }
    effort = problem.initiatives.map { initiative in
      initiative.works.reduce(1.0) { sum, work in
        let option = problem.works[Int(work)].options[0]
        return sum + Double(option.needed) * Double(option.staffTenths) / 10_000_000
      }
    }
  }

  var perEffort: [Double] { zip(inherited, effort).map { $0 / $1 } }
}
