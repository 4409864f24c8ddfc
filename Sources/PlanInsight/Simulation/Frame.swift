internal import PlanModel

/// What is counted in trials: the initiatives and goals that take part, the ends that paths lead to, and what teams have.
struct Frame: Sendable {
  let days: Int
  /// The day after the last on which anything is lost.
  let lastDay: Int32
  let positions: Int
  /// Of the problem's initiatives those with works to do that the schedule does.
  let initiatives: [Subject]
  /// Of the problem's goals those whose members are all done, in the schedule or before.
  let goals: [Complete]
  /// Positions of which the last to finish is the end of a path: those of each goal, and at last all.
  let ends: [[Int32]]
  /// What the initiatives and goals cost that are undone, in minor units.
  let undoneCost: Int64
  /// First and last day of each horizon.
  let horizons: [ClosedRange<Int32>]
  /// By position.
  let demands: [(team: Int32, tenths: Int32)]
  /// By team and horizon: tenths of heads × days.
  let capacities: [Int64]

  var loadRows: Int { capacities.count }

  struct Subject: Sendable {
    /// Index into the problem's initiatives.
    var initiative: Int
    var positions: [Int32]
    /// The last day of the horizon in which the schedule starts it.
    var latestStart: Int32
    var cost: Cost
  }

  struct Complete: Sendable {
    /// Index into the problem's goals.
    var goal: Int
    /// Rows of `initiatives`.
    var members: [Int]
    var choices: [[Int]]
    var floor: Int32
    var cost: Cost
  }

  /// Delay cost by the day of the finish, at most that of what is undone (MODEL, "Uncertainty").
  struct Cost: Sendable {
    var byFinish: CostRow
    var undone: Int64

    /// Adds what finishes on some days cost to as many sums; what was finished before costs nothing.
    func add(
      of finishes: UnsafePointer<Int32>, _ count: Int, to sums: UnsafeMutablePointer<Int64>
    ) {
      let (amounts, days) = (byFinish.base, byFinish.count)
      for index in 0..<count where finishes[index] >= 0 {
        let day = Int(finishes[index])
        sums[index] += day < days ? min(amounts[day], undone) : undone
      }
    }
  }

  /// What is lost besides, with rows of `initiatives`; −1 for what the schedule leaves undone.
  let losses: [Loss]

  struct Loss: Sendable {
    /// Index into `Losses.strikes`.
    var strike: Int
    var row: Int
    var amount: Int64
  }

  init(
    _ model: SchedulingModel, _ schedule: Schedule, _ network: TrialNetwork, _ losses: Losses
  ) {
    let problem = model.problem
    days = Int(network.tables.days)
    positions = network.works.count
    var undoneCost: Int64 = 0
    var rows: [Int: Int] = [:]
    var subjects: [Subject] = []
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      guard !network.members[index].isEmpty, let start = schedule.start(of: index, in: problem)
      else {
        undoneCost = undoneCost.addingClamped(
          losses.cost(ofInitiative: index, model).undone)
        continue
      }
      let horizon = model.plan.horizons[model.horizon(ofDay: start).index]
      rows[index] = subjects.count
      subjects.append(
        Subject(
          initiative: index, positions: network.members[index],
          latestStart: model.day(of: horizon.last),
          cost: losses.cost(ofInitiative: index, model)))
    }
    initiatives = subjects
    self.losses = losses.strikes.enumerated().flatMap { strike, loss in
      loss.shares.map { Loss(strike: strike, row: rows[$0.initiative] ?? -1, amount: $0.amount) }
    }
    lastDay = model.problem.lastDay
    var complete: [Complete] = []
    for (index, goal) in problem.goals.enumerated() {
      func isOpen(_ member: Int32) -> Bool { !problem.initiatives[Int(member)].works.isEmpty }
      let members = goal.members.filter(isOpen)
      let choices = goal.choices.filter { $0.allSatisfy(isOpen) }
      let taken = choices.map { $0.compactMap { rows[Int($0)] } }
      guard members.allSatisfy({ rows[Int($0)] != nil }), taken.allSatisfy({ !$0.isEmpty }) else {
        undoneCost = undoneCost.addingClamped(goal.undoneCost)
        continue
      }
      complete.append(
        Complete(
          goal: index, members: members.compactMap { rows[Int($0)] }, choices: taken,
          floor: goal.floor, cost: Cost(byFinish: goal.cost, undone: goal.undoneCost)))
    }
    goals = complete
    self.undoneCost = undoneCost
    ends =
      complete.map { goal in
        (goal.members + goal.choices.joined()).flatMap { subjects[$0].positions }
      } + [Array(network.works.indices.map { Int32($0) })]
    let horizons = model.plan.horizons.map { horizon in
      let first = max(problem.firstDay, model.day(of: horizon.first))
      return first...max(first, model.day(of: horizon.last))
    }
    self.horizons = horizons
    demands = network.works.map { node in
      let team = model.plan.works[model.workIDs[Int(node.work)].index].team.raw
      let option = schedule.placements[Int(node.work)]?.option ?? 0
      return (team, problem.works[Int(node.work)].options[Int(option)].staffTenths)
    }
    capacities = model.capacities.flatMap { capacity in
      horizons.map { days in
        let last = min(days.upperBound, Int32(capacity.headsTenths.count) - 1)
        guard days.lowerBound <= last else { return Int64(0) }
        return capacity.headsTenths[Int(days.lowerBound)...Int(last)]
          .reduce(Int64(0)) { $0 + Int64($1) }
      }
    }
  }
}
