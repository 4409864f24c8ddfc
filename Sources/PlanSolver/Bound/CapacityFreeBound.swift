extension Search {
  /// What every schedule costs at least: each initiative finished at the earliest that precedence and its own staffing allow.
  ///
  /// Delay costs never fall with time, and being left undone never costs less than being done.
  func capacityFreeBound() -> Int64 {
    var total: Int64 = 0
    for initiative in 0..<Int32(board.instance.initiativeCount)
    where board.instance.hasWorks(initiative) {
      total +=
        board.heads.cannotBeValid[initiative]
        ? board.instance.initiatives.undoneCost[initiative]
        : board.instance.cost(initiative, finish: board.heads.initiativeFinish[initiative])
    }
    for goal in 0..<Int32(board.instance.goalCount) { total += capacityFreeCost(ofGoal: goal) }
    return total
  }

  /// What a goal costs at least, whatever the capacities.
  func capacityFreeCost(ofGoal goal: Int32) -> Int64 {
    var latest = board.instance.goals.floor[goal]
    for place in board.instance.goals.members.range(goal) {
      let member = board.instance.goals.members[place]
      if board.heads.cannotBeValid[member] { return board.instance.goals.undoneCost[goal] }
      latest = max(latest, board.heads.initiativeFinish[member])
    }
    return board.instance.cost(ofGoal: goal, finish: latest)
  }
}
