/// What initiatives and goals choose at given prices, and what that comes to.
struct Settling: ~Copyable {
  private static var never: Int64 { 1 << 61 }
  private let days: Int
  /// The goal that an initiative decides with, or −1.
  ///
  /// Of several it is the one with most to lose; leaving the others out of the decision only makes the value smaller.
  private let homeGoal: Table<Int32>
  /// Members of each goal that decide with it.
  private let residents: Rows<Int32>
  /// By work and day, the least priced cost of finishing by then, and where it comes from.
  private var workBest: Table<Int64>
  private var workStart: Table<Int32>
  private var workOption: Table<Int32>
  /// By initiative with a home and day, the least cost of finishing by then, and the day that is best.
  private var memberBest: Table<Int64>
  private var memberDay: Table<Int32>
  private var memberUndone: Table<Int64>
  /// Counted work: starts looked at.
  private(set) var work: Int64 = 0

  init(_ board: borrowing Board, _ table: borrowing RelaxedProblem) {
    days = table.days
    var home = [Int32](repeating: -1, count: board.instance.initiativeCount)
    var most = [Int64](repeating: 0, count: board.instance.initiativeCount)
    for goal in 0..<Int32(board.instance.goalCount) {
      let least = Self.leastCost(ofGoal: goal, board)
      let stake = board.instance.goals.undoneCost[goal] - least
      for place in board.instance.goals.members.range(goal) {
        let member = Int(board.instance.goals.members[place])
        guard stake > most[member] else { continue }
        most[member] = stake
        home[member] = goal
      }
    }
    var residents = [[Int32]](repeating: [], count: board.instance.goalCount)
    for (member, goal) in home.enumerated() where goal >= 0 {
      residents[Int(goal)].append(Int32(member))
    }
    homeGoal = Table(home)
    self.residents = Rows(residents)
    workBest = Table(repeating: 0, count: board.instance.workCount * days)
    workStart = Table(repeating: 0, count: board.instance.workCount * days)
    workOption = Table(repeating: 0, count: board.instance.workCount * days)
    let members = board.instance.goalCount == 0 ? 0 : board.instance.initiativeCount
    memberBest = Table(repeating: 0, count: members * days)
    memberDay = Table(repeating: 0, count: members * days)
    memberUndone = Table(repeating: 0, count: members)
    goalLeast = Table(
      (0..<Int32(board.instance.goalCount)).map { Self.leastCost(ofGoal: $0, board) })
    var blocked: [Bool] = []
    var must: [Bool] = []
    for initiative in 0..<board.instance.initiativeCount {
      blocked.append(board.heads.cannotBeValid[initiative])
      must.append(board.heads.mustBeDone[initiative])
    }
    isBlocked = Table(blocked)
    isMust = Table(must)
    earliest = Table((0..<board.instance.workCount).map { board.heads.start[$0] })
  }

  /// What each goal costs at least, for those that nobody decides with.
  private let goalLeast: Table<Int64>
  private let isBlocked: Table<Bool>
  private let isMust: Table<Bool>
  private let earliest: Table<Int32>

  private static func leastCost(ofGoal goal: Int32, _ board: borrowing Board) -> Int64 {
    var latest = board.instance.goals.floor[goal]
    for place in board.instance.goals.members.range(goal) {
      let member = board.instance.goals.members[place]
      if board.heads.cannotBeValid[member] { return board.instance.goals.undoneCost[goal] }
      latest = max(latest, board.heads.initiativeFinish[member])
    }
    return board.instance.cost(ofGoal: goal, finish: latest)
  }

  /// The scaled value of all initiatives and goals, with what their works chose.
  mutating func settle(
    _ instance: borrowing Instance, _ table: borrowing RelaxedProblem,
    _ sums: borrowing Table<Int64>, _ linkPrice: borrowing Table<Int64>,
    start: inout Table<Int32>, option: inout Table<Int32>
  ) -> Int64 {
    var total: Int64 = 0
    for initiative in 0..<Int32(instance.initiativeCount) where instance.hasWorks(initiative) {
      let undone = undoneValue(initiative, instance, table, linkPrice)
      let isResident = homeGoal[initiative] >= 0
      var bestDay: Int32 = -1
      var best = Self.never
      if !isBlocked[initiative] {
        for work in instance.initiatives.workRange(initiative) {
          price(Int32(work), instance, table, sums, linkPrice)
        }
        let last = min(instance.dayCount - 1, instance.initiatives.latestFinish[initiative])
        for day in 0..<Int32(days) {
          if day <= last {
            let value = value(initiative, on: day, instance, table)
            if value < best {
              best = value
              bestDay = day
            }
          }
          if isResident {
            memberBest[Int(initiative) * days + Int(day)] = best
            memberDay[Int(initiative) * days + Int(day)] = bestDay
          }
        }
      } else if isResident {
        for day in 0..<days { memberBest[Int(initiative) * days + day] = Self.never }
      }
      if isResident {
        memberUndone[initiative] = undone
        continue
      }
      let isUndone = best >= Self.never || (undone < best && !isMust[initiative])
      total += isUndone ? undone : best
      choose(initiative, day: isUndone ? -1 : bestDay, instance, &start, &option)
    }
    for goal in 0..<Int32(instance.goalCount) {
      total += settle(goal: goal, instance, table, &start, &option)
    }
    return total
  }

  /// The scaled cost of an initiative that is finished on a day, all its works by then.
  @inline(__always)
  private func value(
    _ initiative: Int32, on day: Int32, _ instance: borrowing Instance,
    _ table: borrowing RelaxedProblem
  ) -> Int64 {
    var value = instance.cost(initiative, finish: day) * table.scale
    for work in instance.initiatives.workRange(initiative) {
      let part = workBest[work * days + Int(day)]
      if part >= Self.never { return Self.never }
      value += part
    }
    return value
  }

  /// Left undone, with the precedences into it and out of it at "never".
  private func undoneValue(
    _ initiative: Int32, _ instance: borrowing Instance, _ table: borrowing RelaxedProblem,
    _ linkPrice: borrowing Table<Int64>
  ) -> Int64 {
    var value = instance.initiatives.undoneCost[initiative] * table.scale
    for work in instance.initiatives.workRange(initiative) {
      for place in table.linksOut.range(work) {
        value += linkPrice[table.linksOut[place]] * Int64(days)
      }
      for place in table.linksIn.range(work) {
        value -= linkPrice[table.linksIn[place]] * Int64(days)
      }
    }
    return value
  }

  /// Fills a work's row: the least priced cost of each finish, then of everything up to it.
  private mutating func price(
    _ work: Int32, _ instance: borrowing Instance, _ table: borrowing RelaxedProblem,
    _ sums: borrowing Table<Int64>, _ linkPrice: borrowing Table<Int64>
  ) {
    let base = Int(work) * days
    for day in 0..<days { workBest[base + day] = Self.never }
    let fixed = instance.works.fixed[work]
    var startPrice: Int64 = 0
    for place in table.linksIn.range(work) { startPrice += linkPrice[table.linksIn[place]] }
    for option in instance.optionRange(work) {
      var first = fixed >= 0 ? fixed : instance.startDay(option, from: earliest[work])
      while first < instance.dayCount {
        let last = instance.finishDay(option, from: first)
        guard last < instance.dayCount else { break }
        var value = -startPrice * Int64(first)
        for place in table.demands.range(option) {
          let demand = table.demands[place]
          let row = Int(demand.resource) * (days + 1)
          value += Int64(demand.tenths) * (sums[row + Int(last) + 1] - sums[row + Int(first)])
        }
        let cell = base + Int(last)
        if value < workBest[cell] {
          workBest[cell] = value
          workStart[cell] = first
          workOption[cell] = option
        }
        if fixed >= 0 { break }
        first = instance.startDay(option, from: first + 1)
      }
    }
    addFinishPrices(work, instance, table, linkPrice)
    for day in 1..<max(days, 1) where workBest[base + day - 1] < workBest[base + day] {
      workBest[base + day] = workBest[base + day - 1]
      workStart[base + day] = workStart[base + day - 1]
      workOption[base + day] = workOption[base + day - 1]
    }
    self.work += Int64(days) * Int64(2 + instance.optionRange(work).count)
  }

  private mutating func addFinishPrices(
    _ work: Int32, _ instance: borrowing Instance, _ table: borrowing RelaxedProblem,
    _ linkPrice: borrowing Table<Int64>
  ) {
    for place in table.linksOut.range(work) {
      let link = table.linksOut[place]
      let perDay = linkPrice[link]
      guard perDay > 0 else { continue }
      var cell = Int(work) * days
      for day in 0..<instance.dayCount {
        if workBest[cell] < Self.never {
          workBest[cell] += perDay * Int64(table.released(link, by: day, instance))
        }
        cell += 1
      }
    }
  }

  private mutating func settle(
    goal: Int32, _ instance: borrowing Instance, _ table: borrowing RelaxedProblem,
    _ start: inout Table<Int32>, _ option: inout Table<Int32>
  ) -> Int64 {
    let members = residents.range(goal)
    guard !members.isEmpty else { return goalLeast[goal] * table.scale }
    var missed = instance.goals.undoneCost[goal] * table.scale
    for place in members { missed += alone(residents[place], instance).value }
    var best = missed
    var bestDay = -1
    let floor = instance.goals.floor[goal]
    for day in 0..<days {
      let counted = max(Int32(day), floor)
      var value = instance.cost(ofGoal: goal, finish: counted) * table.scale
      var isMet = true
      for place in members {
        let part = memberBest[Int(residents[place]) * days + day]
        if part >= Self.never {
          isMet = false
          break
        }
        value += part
      }
      if isMet, value < best {
        best = value
        bestDay = day
      }
    }
    for place in members {
      let member = residents[place]
      let day =
        bestDay >= 0 ? memberDay[Int(member) * days + bestDay] : alone(member, instance).day
      choose(member, day: day, instance, &start, &option)
    }
    return best
  }

  /// What a member does where its goal is missed.
  private func alone(
    _ member: Int32, _ instance: borrowing Instance
  ) -> (value: Int64, day: Int32) {
    let cell = Int(member) * days + days - 1
    let done = memberBest[cell]
    if done >= Self.never || (memberUndone[member] < done && !isMust[member]) {
      return (memberUndone[member], -1)
    }
    return (done, memberDay[cell])
  }

  /// Notes what the works of an initiative chose; day −1 is undone.
  private mutating func choose(
    _ initiative: Int32, day: Int32, _ instance: borrowing Instance, _ start: inout Table<Int32>,
    _ option: inout Table<Int32>
  ) {
    for work in instance.initiatives.workRange(initiative) {
      guard day >= 0 else {
        start[work] = instance.dayCount
        continue
      }
      let cell = work * days + Int(day)
      start[work] = workStart[cell]
      option[work] = workOption[cell]
    }
  }
}
