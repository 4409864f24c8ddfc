extension Search {
  /// What every schedule costs at least: each initiative finished at the earliest that precedence and its own staffing allow.
  ///
  /// Delay costs never fall with time, and being left undone never costs less than being done.
  func capacityFreeBound() -> Int64 {
    var total: Int64 = 0
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) { total += capacityFreeCost(of: initiative) }
    for group in 0..<board.instance.exclusives.count { total += capacityFreeRest(ofGroup: group) }
    for goal in 0..<Int32(board.instance.goalCount) { total += capacityFreeCost(ofGoal: goal) }
    return total
  }

  private func capacityFreeCost(of initiative: Int32) -> Int64 {
    board.heads.cannotBeValid[initiative]
      ? board.instance.initiatives.undoneCost[initiative]
      : board.instance.cost(initiative, finish: board.heads.initiativeFinish[initiative])
  }

  /// What an exclusive group costs beyond each of its members done: all but the one that gains most are left undone.
  private func capacityFreeRest(ofGroup group: Int) -> Int64 {
    var gains: Int64 = 0
    var most: Int64 = 0
    for place in board.instance.exclusives.members.range(group) {
      let member = board.instance.exclusives.members[place]
      guard board.instance.hasWorks(member) else { continue }
      let gain = board.instance.initiatives.undoneCost[member] - capacityFreeCost(of: member)
      gains += gain
      most = max(most, gain)
    }
    return gains - most
  }

  /// What a goal costs at least, whatever the capacities.
  func capacityFreeCost(ofGoal goal: Int32) -> Int64 {
    var latest = board.instance.goals.floor[goal]
    for place in board.instance.goals.members.range(goal) {
      let member = board.instance.goals.members[place]
      if board.heads.cannotBeValid[member] { return board.instance.goals.undoneCost[goal] }
      latest = max(latest, board.heads.initiativeFinish[member])
    }
    guard let choices = board.heads.soonestChoices(of: goal, board.instance) else {
      return board.instance.goals.undoneCost[goal]
    }
    latest = max(latest, choices)
    return board.instance.cost(ofGoal: goal, finish: latest)
  }
}
