package import PlanModel

/// Something that would make a promise surer, simulated.
package struct Lift: Sendable {
  package let lever: Lever
  /// The chance of the promise with it, 0...1.
  package let chance: Rational
  /// How much the mean total cost of delay falls with it, in minor units; what the lever itself costs is not counted.
  package let saves: Int64

  package enum Lever: Hashable, Sendable {
    /// A quarter less of everything that is not protected.
    case scope(InitiativeID)
    /// Its risks are out of the way.
    case risks(InitiativeID)
    /// It comes on its date.
    case external(ExternalID)
    /// One more on the team from today, and planned with.
    case person(TeamID)
    /// It starts so many days earlier, and others make way.
    case earlier(InitiativeID, days: Int32)
  }
}

/// What would lift promises, each lever a simulation of its own, with the draws of the first.
package struct Lifts: Sendable {
  private let model: SchedulingModel
  private let schedule: Schedule
  private let base: Simulation
  private let options: SimulationOptions
  private let resolve: Inquiry.Resolve

  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - schedule: Its schedule.
  ///   - base: Its simulation.
  ///   - options: How that was run.
  ///   - resolve: Solves a plan with another team or an earlier start, from the schedule there is.
  package init(
    _ model: SchedulingModel, _ schedule: Schedule, base: Simulation,
    _ options: SimulationOptions, resolve: @escaping Inquiry.Resolve
  ) {
    self.model = model
    self.schedule = schedule
    self.base = base
    var quiet = options
    quiet.trials = min(base.trials, Lifts.trialsMax)
    quiet.progress = nil
    self.options = quiet
    self.resolve = resolve
  }

  /// A chance is known to a percent or so by then, which is what levers are compared by.
  private static let trialsMax = 4_000
  /// Days by which an initiative is tried earlier: two weeks.
  private static let earlierDays: Int32 = 14

  /// Levers that make a promise surer, the surest first.
  ///
  /// - Complexity: A simulation for each lever; a small solve for those that need another schedule.
  package func lifts(of flag: Flag) -> [Lift] {
    let found = levers(of: flag.promise).compactMap { lever -> Lift? in
      guard let simulation = simulation(with: lever),
        let chance = simulation.chance(of: flag.promise, model), chance > flag.chance
      else { return nil }
      let saves = base.cost.mean.minorUnits.addingClamped(-simulation.cost.mean.minorUnits)
      return Lift(lever: lever, chance: chance, saves: saves)
    }
    return found.enumerated().sorted {
      ($1.element.chance, $0.offset) < ($0.element.chance, $1.offset)
    }.map(\.element)
  }

  private func levers(of promise: Flag.Promise) -> [Lift.Lever] {
    switch promise {
    case .start(let id):
      // What decides its start is what it waits for.
      return ahead(of: id).flatMap { levers(on: $0) } + [.earlier(id, days: Lifts.earlierDays)]
        + teams(of: id)
    case .deadline(let id, _), .agreed(let id, _):
      return levers(on: id) + [.earlier(id, days: Lifts.earlierDays)] + teams(of: id)
    case .goal(let id, _):
      // Who is last most often decides.
      let members = model.plan.initiatives.indices.filter {
        model.plan.initiatives[$0].goals.contains(id) && base.initiatives[$0] != nil
      }
      let last = members.max {
        (base.initiatives[$0]?.criticality.share ?? .zero, $1)
          < (base.initiatives[$1]?.criticality.share ?? .zero, $0)
      }
      return last.map { levers(on: InitiativeID($0)) + teams(of: InitiativeID($0)) } ?? []
    }
  }

  private func levers(on id: InitiativeID) -> [Lift.Lever] {
    let initiative = model.plan.initiatives[id.index]
    var levers: [Lift.Lever] = []
    if initiative.works.contains(where: { canShrink(model.plan.works[$0]) }) {
      levers.append(.scope(id))
    }
    if initiative.risks.contains(where: { $0.adds != nil }) { levers.append(.risks(id)) }
    let externals = initiative.works.flatMap { model.plan.works[$0].after }.compactMap {
      if case .external(let external) = $0.on { external } else { nil }
    }
    for external in externals
    where model.plan.externals[external.index].commitment != .met
      && !levers.contains(.external(external))
    {
      levers.append(.external(external))
    }
    return levers
  }

  private func canShrink(_ work: Work) -> Bool {
    !work.isProtected && work.length == nil && work.progress == .open
  }

  private func teams(of id: InitiativeID) -> [Lift.Lever] {
    var teams: [TeamID] = []
    for work in model.plan.initiatives[id.index].works {
      let team = model.plan.works[work].team
      if !teams.contains(team) { teams.append(team) }
    }
    return teams.map { .person($0) }
  }

  /// Itself and the initiatives whose work ends right before its own can start, in the plan's order.
  private func ahead(of id: InitiativeID) -> [InitiativeID] {
    let arcs = Arcs(schedule, timing: Timing(model.problem))
    var result: [InitiativeID] = []
    for work in model.problem.initiatives[id.index].works {
      let givers =
        arcs.arcs(into: Int(work)).map(\.from)
        + arcs.links(into: Int(work)).flatMap {
          arcs.timing.works(of: model.problem.links[Int($0)].from)
        }
      for giver in givers {
        let owner = InitiativeID(raw: model.problem.works[Int(giver)].initiative)
        if owner != id, !result.contains(owner) { result.append(owner) }
      }
    }
    return Array(result.sorted().prefix(3))
  }

  private func simulation(with lever: Lift.Lever) -> Simulation? {
    var plan = model.plan
    switch lever {
    case .scope(let id):
      let left = Rational.percent(75)
      for work in plan.initiatives[id.index].works where canShrink(plan.works[work]) {
        plan.works[work].estimate = plan.works[work].estimate.scaled(by: left)
        let minutes = Rational(plan.works[work].effort.minutes).times(left)?.rounded
        plan.works[work].effort = Effort(minutes: minutes ?? plan.works[work].effort.minutes)
      }
    case .risks(let id): plan.initiatives[id.index].risks.removeAll { $0.adds != nil }
    case .external(let id):
      plan.externals[id.index].slipDays = .none
      plan.externals[id.index].commitment = .met
    case .person(let id):
      plan.teams[id.index].peopleTenths += 10
      let changed = SchedulingModel(plan)
      return replanned(changed, changed.problem)
    case .earlier(let id, let days):
      guard let start = schedule.start(of: id.index, in: model.problem) else { return nil }
      var problem = model.problem
      let window = problem.initiatives[id.index].startWindow ?? 0...start
      let latest = start - days
      guard latest >= max(window.lowerBound, problem.firstDay),
        problem.initiatives[id.index].works.allSatisfy({
          problem.works[Int($0)].fixedStart == nil
        })
      else { return nil }
      problem.initiatives[id.index].startWindow = window.lowerBound...latest
      problem.initiatives[id.index].selection = .required
      return replanned(model, problem)
    }
    return Simulation(model, schedule, options, varied: plan)
  }

  private func replanned(_ model: SchedulingModel, _ problem: Problem) -> Simulation? {
    let solution = resolve(problem, [schedule])
    guard solution.isFeasible else { return nil }
    return Simulation(model, solution.schedule, options)
  }
}
