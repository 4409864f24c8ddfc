package import PlanModel

/// A choice with what each of its options does to the schedule, solved: who gives way for the work it takes.
package struct ChoiceWeighing: Sendable {
  package var choice: Int
  package var costs: ChoiceCosts
  /// One an option, in the plan's order; `nil` for one that takes no work.
  package var displacements: [Displacement?]
  /// The days on which that work is taken to begin: one cycle from the day of the decision.
  package var begins: ClosedRange<CivilDate>
  /// Index of the option that takes least in all; `nil` where none can be had.
  package var recommended: Int?

  /// What the work of an option displaces.
  package struct Displacement: Sendable {
    /// Who does it.
    package var team: TeamID
    /// Whether the plan does not say who, and this is the team whose other work loses least by it.
    package var isTeamAssumed: Bool
    /// Minor units by which the rest of the plan costs more; `nil` where no schedule keeps the hard demands with it.
    package var rise: Int64?
    /// The time that keeping it takes from its team, which is in the rise; `nil` where it takes none within the plan.
    package var keeping: Keeping?
    /// What stands otherwise, in the plan's order.
    package var movements: [Movement]
    /// When it would be done.
    package var finish: CivilDate?
  }

  /// What an option takes in all over its time.
  ///
  /// The weeks to have it, and those to keep it within the plan, are counted once: at the plan's rate, or at what the schedule
  /// loses by them where that is more.
  package func total(_ option: Int) -> Int64? {
    let cost = costs.options[option]
    guard let displaced = displacements[option] else { return cost.total.minorUnits }
    guard let rise = displaced.rise else { return nil }
    let priced = cost.labour + (displaced.keeping?.price ?? .zero)
    let weeks = max(0, rise.addingClamped(-priced.minorUnits))
    return cost.total.minorUnits.addingClamped(weeks)
  }
}

extension ChoiceWeighing {
  /// - Parameters:
  ///   - choice: Index of the plan.
  ///   - model: The plan, none of whose schedules takes an option.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  /// - Complexity: A solve for each search and option, and for each team where the plan does not say which.
  package init(
    of choice: Int, in model: SchedulingModel, base: Solution, inquiry: Inquiry
  ) {
    let plan = model.plan
    let asked = plan.choices[choice]
    self.choice = choice
    costs = ChoiceCosts(of: asked, rate: plan.rate)
    let first = min(max(asked.decideBy ?? plan.asOf, plan.asOf), plan.end)
    let calendar = plan.calendars[plan.calendar.index]
    let last = min(max(first, calendar.date(first, plus: plan.cycle).adding(days: -1)), plan.end)
    begins = first...last
    let days = model.day(of: first)...model.day(of: last)

    let control = inquiry.reference(model.problem, from: base.schedule)
    var tries: [(option: Int, team: TeamID)] = []
    for (index, option) in asked.options.enumerated() {
      guard let effort = option.effort, effort.mean > .zero else { continue }
      let teams = option.team.map { [$0] } ?? plan.teams.indices.map { TeamID($0) }
      tries += teams.map { (index, $0) }
    }
    let asking = tries
    let found = inquiry.workers.answers(asking.count) { place -> Displacement in
      let (index, team) = asking[place]
      var displaced = Displacement(
        of: asked.options[index], by: team, within: days, in: model, control: control,
        inquiry: inquiry)
      displaced.isTeamAssumed = asked.options[index].team == nil
      return displaced
    }
    displacements = asked.options.indices.map { option in
      let own = asking.indices.filter { asking[$0].option == option }
      return own.min { (found[$0].rise ?? .max, $0) < (found[$1].rise ?? .max, $1) }
        .map { found[$0] }
    }
    recommended = nil
    let totals = asked.options.indices.map { total($0) }
    recommended = totals.indices.filter { totals[$0] != nil }
      .min { (totals[$0] ?? .max, $0) < (totals[$1] ?? .max, $1) }
  }
}

extension ChoiceWeighing.Displacement {
  /// - Complexity: A solve for each search, and as many again where keeping it takes time.
  fileprivate init(
    of option: Choice.Option, by team: TeamID, within days: ClosedRange<Int32>,
    in model: SchedulingModel, control: Solution, inquiry: Inquiry
  ) {
    self.team = team
    isTeamAssumed = false
    movements = []
    var other = model.plan
    other.add(option.effort?.mean ?? .zero, by: team)
    let added = other.initiatives.count - 1
    var problem = inquiry.model(other).problem.insisting(on: added, within: days)
    var seed = control.schedule
    seed.placements += Array(
      repeating: nil, count: max(0, problem.works.count - seed.placements.count))
    guard var schedule = inquiry.best(problem, from: [seed]) else { return }
    if let start = schedule.start(of: added, in: problem),
      let done = schedule.finish(of: added, in: problem),
      let keeping = Keeping(of: option, by: team, afterDay: done, in: model)
    {
      self.keeping = keeping
      other.teams[team.index].upkeeps.append(
        Upkeep(name: option.name, label: option.label, share: keeping.share, from: keeping.from))
      problem = inquiry.model(other).problem.insisting(on: added, within: start...start)
      guard let kept = inquiry.best(problem, from: [schedule]) else { return }
      schedule = kept
    }
    // What only takes people away cannot make a plan better; what is found beyond that is the search's merit.
    rise = max(0, schedule.aimCost(in: problem).addingClamped(-control.aimCost))
    movements = Movement.all(from: seed, to: schedule, in: problem)
      .filter { Int($0.initiative) != added }
    finish = schedule.finish(of: added, in: problem).map(model.date)
  }
}

extension Plan {
  /// Adds an initiative that is worth nothing by itself and has to be done.
  ///
  /// It stands at the end, so that everything else keeps its number.
  fileprivate mutating func add(_ effort: Effort, by team: TeamID) {
    let id = InitiativeID(initiatives.count)
    let heads = teams[team.index].headsEver
    // As where a plan is silent: the square root of the person-weeks, and never more than there are.
    let most = max(1, min(heads / 10, Int32(clamping: effort.personWeeks.floor).squareRoot))
    let work = Work(
      name: "", label: "", initiative: id, team: team, skill: nil,
      estimate: Estimate(exactly: effort), effort: effort, spread: .zero,
      staffingTenths: (1...most).map { $0 * 10 }, notBefore: nil, after: [], progress: .open)
    initiatives.append(
      Initiative(
        name: "", label: "", kind: "feature", priority: .must, status: .proposed, goals: [],
        works: works.count..<works.count + 1, urgency: .none))
    works.append(work)
    agreed?.initiatives.append(nil)
    agreed?.works.append(nil)
  }
}

extension Team {
  /// Heads under contract at the most, in tenths.
  fileprivate var headsEver: Int32 {
    let hired = hires.reduce(Int64(0)) { $0 + Int64($1.peopleTenths) }
    return Int32(clamping: Int64(peopleTenths) + hired)
  }
}

extension Int32 {
  /// The largest number whose square is no more; 0 for what is negative.
  fileprivate var squareRoot: Int32 {
    var root: Int32 = 0
    while (Int64(root) + 1) * (Int64(root) + 1) <= Int64(self) { root += 1 }
    return root
  }
}
