package import PlanModel

/// What one change is worth to the whole plan, and whether it pays for itself.
package struct Worth: Sendable {
  package var change: WhatIf
  /// Minor units by which the total cost of delay falls to the last day counted; negative where it rises.
  package var saves: Int64
  /// What the change costs to that day; `nil` where the plan knows no price of it.
  package var price: Money?
  /// The first day from which on what is saved is never less than what is paid; `nil` where that is not before the end.
  package var payback: Int32?

  /// What a unit of money brings: saved by paid.
  package var gain: Rational? { price.flatMap { Rational(saves, $0.minorUnits) } }
  /// What a unit of money brings besides itself: saved less paid, by paid.
  package var netReturn: Rational? {
    price.flatMap { Rational(saves.addingClamped(-$0.minorUnits), $0.minorUnits) }
  }
}

/// What changes are worth to a plan, each solved (MODEL, "Levers").
package struct Worths: Sendable {
  /// One more person a team, in the plan's order.
  package var people: [Worth]
  /// One more person a team who comes for three months; none where the plan is over by then.
  package var contractors: [Worth]
  /// More of a team's time for work, in the plan's order.
  package var availability: [Worth]
  /// One more initiative at once, for teams that have a limit.
  package var limits: [Worth]
  /// A week less of one work, the most worth first.
  package var weeks: [Worth]
  /// What others owe, two weeks earlier, the most worth first.
  package var externals: [Worth]
  /// The price of a week of one person, to compare the weeks with.
  package var weekPrice: Money
  /// Since when people are counted.
  package var from: CivilDate
  /// The same of contractors.
  package var contractFrom: CivilDate
  /// The best schedule of the plan itself that was met on the way, if it beats the one asked about.
  package var cheaper: CheaperPlan?
}

extension Worths {
  /// So many works are looked at: those with the most effort.
  private static let worksMax = 24
  /// Points of a team's time, about two hours a week of each person.
  private static let availabilityStep = Rational(1, 20) ?? .zero

  /// - Parameters:
  ///   - model: The plan and its problem.
  ///   - base: Its schedule, which keeps the hard demands.
  ///   - from: When another person could start.
  ///   - contractFrom: When a contractor could.
  ///   - inquiry: Solves.
  /// - Complexity: A solve for each search and change: some a team, and one for each of the larger works.
  package init(
    of model: SchedulingModel, base: Solution, from: CivilDate, contractFrom: CivilDate,
    inquiry: Inquiry
  ) {
    self.from = from
    self.contractFrom = contractFrom
    weekPrice = model.plan.rate.price(of: Effort(personWeeks: 1))
    // What the search finds without any change is no merit of a change.
    let control = inquiry.reference(model.problem, from: base.schedule)
    let teams = model.plan.teams.indices.map { TeamID($0) }
    let lastOfContract = model.plan.lastDayOfContract(from: contractFrom)
    let hasContracts = contractFrom <= model.plan.end && lastOfContract < model.lastDate
    let changes: [[WhatIf]] = [
      teams.map { .person($0, nil, from: from, until: nil) },
      hasContracts
        ? teams.map { .person($0, nil, from: contractFrom, until: lastOfContract) } : [],
      teams.compactMap { Self.moreTime($0, model.plan) },
      teams.filter { model.plan.teams[$0.index].wip != nil }.map { .wip($0) },
      Self.works(of: model, control.schedule).map { .lessEffort($0, Effort(personWeeks: 1)) },
      model.plan.externals.indices.filter { model.plan.externals[$0].commitment != .met }
        .map { .sooner(ExternalID($0), workingDays: 10) },
    ]
    let all = changes.flatMap(\.self)
    let first = inquiry.workers.answers(all.count) { index in
      let problem = inquiry.problem(of: model.plan, with: [all[index]])
      return inquiry.best(problem, from: [control.schedule])
    }
    // What one search found by the way serves the plan itself and all others: only what is left is a change's own.
    let common = inquiry.common(model.problem, control, first.compactMap(\.self))
    let found = inquiry.workers.answers(all.count) {
      Worth(
        all[$0], in: model, against: common, from: first[$0].map { [$0] } ?? [],
        inquiry: inquiry)
    }
    if common.aimCost < base.aimCost {
      cheaper = CheaperPlan(
        schedule: common.schedule, saves: base.aimCost.addingClamped(-common.aimCost))
    }
    var groups: [[Worth]] = []
    var next = 0
    for group in changes {
      groups.append(Array(found[next..<next + group.count]))
      next += group.count
    }
    func ranked(_ group: [Worth]) -> [Worth] {
      group.enumerated().filter { $0.element.saves > 0 }
        .sorted { (-$0.element.saves, $0.offset) < (-$1.element.saves, $1.offset) }
        .map(\.element)
    }
    people = groups[0]
    contractors = groups[1]
    availability = groups[2]
    limits = groups[3]
    weeks = ranked(groups[4])
    externals = ranked(groups[5])
  }

  private static func moreTime(_ team: TeamID, _ plan: Plan) -> WhatIf? {
    let share = plan.teams[team.index].availability
    guard let more = share.plus(availabilityStep), share < .one else { return nil }
    return .availability(team, min(.one, more))
  }

  /// Works of the schedule that have not begun and are longer than two weeks, the largest.
  private static func works(of model: SchedulingModel, _ schedule: Schedule) -> [WorkID] {
    model.workIDs.indices.filter { index in
      let work = model.plan.works[model.workIDs[index].index]
      return schedule.placements[index] != nil && work.progress == .open && !work.isProtected
        && work.length == nil && work.effort > Effort(personWeeks: 2)
    }
    .map { model.workIDs[$0] }
    .sorted {
      let efforts = (model.plan.works[$0.index].effort, model.plan.works[$1.index].effort)
      return efforts.0 != efforts.1 ? efforts.0 > efforts.1 : $0 < $1
    }
    .prefix(worksMax).sorted()
  }
}

extension Inquiry {
  /// The cheapest schedule of a problem from what others that differ a little came to.
  fileprivate func common(
    _ problem: Problem, _ control: Solution, _ others: [Schedule]
  ) -> Solution {
    let costs = others.map { $0.aimCost(in: problem) }
    let nearest = others.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(4)
    guard let best = best(problem, from: nearest.map { others[$0] } + [control.schedule]),
      best.aimCost(in: problem) < control.aimCost
    else { return control }
    let cost = best.totalDelayCost(in: problem)
    return Solution(
      schedule: best, delayCost: cost, softCost: best.aimCost(in: problem).addingClamped(-cost),
      lowerBound: control.lowerBound, work: 0)
  }
}

extension Worth {
  /// Solves the plan with a change, from the schedule that it is compared with.
  init(
    _ change: WhatIf, in model: SchedulingModel, against control: Solution,
    from seeds: [Schedule], inquiry: Inquiry
  ) {
    let problem = inquiry.problem(of: model.plan, with: [change])
    let found = inquiry.best(problem, from: [control.schedule] + seeds) ?? control.schedule
    self.change = change
    price = model.price(of: change)
    if case .lessEffort = change { price = nil }
    saves = control.aimCost.addingClamped(-found.aimCost(in: problem))
    // What only takes away a limit leaves the plan as good as it was; people take some of the others' time.
    if case .person = change {} else { saves = max(0, saves) }
    if case .person(let team, _, let first, let last) = change {
      let terms = model.plan.joiningTerms(of: team, isContractor: last != nil)
      payback = Self.payback(
        saved: zip(
          control.schedule.accruedCosts(in: model.problem), found.accruedCosts(in: problem)
        ).map { $0.addingClamped(-$1) },
        paid: { day in
          let date = min(model.date(ofDay: day), last ?? model.date(ofDay: day))
          return terms.price(from: first, to: date).minorUnits
        }, from: model.day(of: first))
    }
  }

  private static func payback(
    saved: [Int64], paid: (Int32) -> Int64, from first: Int32
  ) -> Int32? {
    var payback: Int32?
    for day in saved.indices where day >= first {
      if saved[day] >= paid(Int32(day)) {
        payback = payback ?? Int32(day)
      } else {
        payback = nil
      }
    }
    return payback
  }
}

extension Schedule {
  /// What has been lost by the end of each day, in minor units, of initiatives and goals.
  ///
  /// - Complexity: O(days × (initiatives + goals)).
  package func accruedCosts(in problem: Problem) -> [Int64] {
    var sums = [Int64](repeating: 0, count: Int(problem.lastDay))
    func add(_ cost: CostRow, until finish: Int32?) {
      for day in cost.indices {
        sums[day] = sums[day].addingClamped(cost[min(day, Int(finish ?? .max))])
      }
    }
    for (index, initiative) in problem.initiatives.enumerated() where !initiative.works.isEmpty {
      add(initiative.cost, until: finish(of: index, in: problem))
    }
    for (index, goal) in problem.goals.enumerated() {
      let finish = finish(ofGoal: index, in: problem)
      if let finish, finish < 0 { continue }
      add(goal.cost, until: finish)
    }
    return sums
  }
}
