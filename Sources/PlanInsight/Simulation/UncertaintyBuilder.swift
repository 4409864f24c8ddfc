internal import PlanModel

extension Uncertainty {
  /// What a plan and its schedule leave open.
  ///
  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - plan: What estimates, risks and slips are taken from.
  ///   - schedule: Its schedule, which chose modes and staffing.
  ///   - network: What trials run through.
  ///   - slips: What externals may slip.
  ///   - learners: Of whom it is not known when they have learnt what they learn.
  ///   - options: How to run.
  /// - Complexity: A quantile table for each estimate that differs from the others.
  init(
    _ model: SchedulingModel, drawing plan: Plan, _ schedule: Schedule, _ network: TrialNetwork,
    slips: Slips, learners: Learners, _ options: SimulationOptions
  ) {
    var builder = UncertaintyBuilder(model, plan, schedule, options)
    builder.addPaces()
    builder.addExternals(slips)
    builder.addLearners(learners)
    for work in network.works { builder.addEffort(of: work) }
    builder.addStops()
    builder.addLosses()
    seed = builder.seed
    inputs = builder.inputs
    efforts = builder.efforts
    paces = builder.paces
    availabilities = builder.availabilities
    self.slips = builder.slips
    fallbacks = builder.fallbacks
    stops = builder.stops
    losses = builder.losses
    assumptions = builder.assumptions + slips.assumptions
  }

  /// What the efforts of a plan leave open, whatever is scheduled: one of `efforts` for each work of the problem.
  ///
  /// The draws are those of a simulation; works take their usual way.
  init(effortsOf model: SchedulingModel) {
    let nobody = Schedule(placements: model.problem.works.map { _ in nil })
    var builder = UncertaintyBuilder(model, model.plan, nobody, SimulationOptions())
    builder.addPaces()
    for (index, work) in model.problem.works.enumerated() {
      builder.addEffort(
        of: TrialNetwork.Work(
          work: Int32(index), initiative: work.initiative, release: 0, isFixed: false, profile: 0,
          needed: 0))
    }
    self.init(
      inputs: builder.inputs, efforts: builder.efforts, paces: builder.paces,
      availabilities: builder.availabilities, slips: [], fallbacks: [], stops: .none,
      losses: .none, seed: builder.seed, assumptions: builder.assumptions)
  }
}

/// Collects what is drawn, each thing once.
private struct UncertaintyBuilder {
  let model: SchedulingModel
  let plan: Plan
  let schedule: Schedule
  let options: SimulationOptions
  var inputs: [Uncertainty.Input] = []
  var efforts: [Uncertainty.Effort] = []
  var paces: [Int32] = []
  var availabilities: [Int32] = []
  var slips: [Int32] = []
  var fallbacks: [Uncertainty.Fallback?] = []
  var stops: Stops
  var losses: Losses
  var assumptions: [String] = []
  private var tables: [Estimate: QuantileTable] = [:]
  private var knownInputs: [Uncertainty.Source: Int32] = [:]

  init(
    _ model: SchedulingModel, _ plan: Plan, _ schedule: Schedule, _ options: SimulationOptions
  ) {
    self.model = model
    self.plan = plan
    self.schedule = schedule
    self.options = options
    stops = Stops.none
    losses = Losses.none
  }

  /// Where random draws begin.
  var seed: Int64 { options.seed ?? plan.seed }

  private mutating func add(
    _ source: Uncertainty.Source, named name: String, _ draw: Uncertainty.Draw
  ) -> Int32 {
    if let known = knownInputs[source] { return known }
    let index = Int32(inputs.count)
    inputs.append(
      Uncertainty.Input(source: source, random: Philox(seed: seed, name: name), draw: draw))
    knownInputs[source] = index
    return index
  }

  private mutating func table(_ estimate: Estimate) -> QuantileTable {
    if let known = tables[estimate] { return known }
    let table = QuantileTable(estimate)
    tables[estimate] = table
    return table
  }

  mutating func addPaces() {
    for (index, team) in plan.teams.enumerated() {
      paces.append(pace(team.pace, .pace(TeamID(index)), named: "pace of \(team.name)"))
      let measured = team.measuredAvailability.filter { $0 > .zero }
      guard measured.count > 1, team.availability > .zero else {
        availabilities.append(-1)
        continue
      }
      // A day of a team that is there more takes less effort; the schedule counts with the mean.
      let factors = measured.map { team.availability.approximate / $0.approximate }
      availabilities.append(
        add(
          .availability(TeamID(index)), named: "availability of \(team.name)", .oneOf(factors)))
    }
    for (index, known) in plan.classes.enumerated() {
      paces.append(
        pace(known.pace, .referenceClass(ClassID(index)), named: "class \(known.name)"))
      availabilities.append(-1)
    }
  }

  private mutating func pace(
    _ pace: Pace, _ source: Uncertainty.Source, named name: String
  ) -> Int32 {
    let deviation = options.paceDeviation ?? pace.varies.approximate
    guard deviation > 0 else { return -1 }
    return add(source, named: name, .table(QuantileTable(factorWithDeviation: deviation)))
  }

  mutating func addLearners(_ learners: Learners) {
    for learner in learners.all {
      let learning = learner.learning
      let days = UInt32(clamping: learning.earliest.days(until: learning.latest) + 1)
      let name = "learning \(plan.skills[learner.skill.index].name).\(learning.name)"
      slips.append(add(.learner(learner.skill, learner.index), named: name, .below(days)))
      fallbacks.append(nil)
    }
  }

  mutating func addStops() {
    stops = Stops(model, drawing: plan) { id, gate, closed in
      let initiative = plan.initiatives[id.index]
      return add(
        .gate(id, gate), named: "gate \(initiative.name).\(initiative.gates[gate].name)",
        .strikes(closed.in32Bits, damage: -1))
    }
    assumptions += stops.assumptions
  }

  mutating func addLosses() {
    losses = Losses(model, drawing: plan) { id, risk, stretch, chance in
      let initiative = plan.initiatives[id.index]
      let name = "loss \(initiative.name).\(initiative.risks[risk].name) \(stretch)"
      let input = Uncertainty.Input(
        source: .loss(id, risk), random: Philox(seed: seed, name: name),
        draw: .strikes(chance.in32Bits, damage: -1))
      inputs.append(input)
      return Int32(inputs.count - 1)
    }
    assumptions += losses.assumptions
  }

  mutating func addExternals(_ slips: Slips) {
    for (index, external) in plan.externals.enumerated() {
      let id = ExternalID(index)
      let slip = slips.days[index]
      guard slip.low < slip.high else {
        self.slips.append(-1)
        fallbacks.append(nil)
        continue
      }
      // Working days as minutes of a day: the same three-point curve.
      let estimate = Estimate(
        low: .zero, likely: Effort(minutes: Int64(slip.likely - slip.low)),
        high: Effort(minutes: Int64(slip.high - slip.low)))
      self.slips.append(
        add(.slip(id), named: "slip of \(external.name)", .table(table(estimate))))
      fallbacks.append(fallback(of: id))
    }
  }

  /// One head of the team does it, from its day on, besides everything else.
  private mutating func fallback(of id: ExternalID) -> Uncertainty.Fallback? {
    let external = plan.externals[id.index]
    guard let fallback = external.fallback, let from = fallback.from else { return nil }
    let waiting = plan.works.firstIndex { work in
      work.after.contains { $0.on == .external(id) }
    }
    guard let team = fallback.team ?? waiting.map({ plan.works[$0].team }),
      let profile = profile(of: team)
    else { return nil }
    let input =
      fallback.adds.isPoint
      ? -1
      : add(
        .fallback(id), named: "fallback of \(external.name)", .table(table(fallback.adds)))
    return Uncertainty.Fallback(
      input: input, known: Double(fallback.adds.mean.minutes),
      from: max(model.problem.firstDay, model.day(of: from)), profile: profile, team: team.raw)
  }

  /// The yields of a team, as some work of it without a skill has them.
  private func profile(of team: TeamID) -> Int32? {
    model.workIDs.indices.first {
      let work = plan.works[model.workIDs[$0].index]
      return work.team == team && work.skill == nil && work.length == nil
    }.map { model.problem.works[$0].options[0].yield }
  }

  mutating func addEffort(of node: TrialNetwork.Work) {
    let id = model.workIDs[Int(node.work)]
    let work = plan.works[id.index]
    let option = schedule.placements[Int(node.work)].map {
      model.problem.works[Int(node.work)].options[Int($0.option)]
    }
    let mode = option.flatMap { $0.mode > 0 ? work.modes[Int($0.mode) - 1] : nil }
    let estimate = mode?.estimate ?? work.estimate
    let initiative = plan.initiatives[work.initiative.index]
    let name = "\(initiative.name).\(work.name)"
    let source: Int32 =
      estimate.isPoint
      ? -1 : add(.effort(id), named: "effort of \(name)", .table(table(estimate)))
    let risks = initiative.risks.indices.compactMap { index -> (strikes: Int32, damage: Int32)? in
      let risk = initiative.risks[index]
      guard risk.work == id, let adds = risk.adds, risk.chance > .zero else { return nil }
      let owner = work.initiative
      let damage = add(
        .damage(owner, index), named: "damage \(name).\(risk.name)", .table(table(adds)))
      let strikes = add(
        .risk(owner, index), named: "risk \(name).\(risk.name)",
        .strikes(risk.chance.in32Bits, damage: damage))
      return (strikes, damage)
    }
    let team = Int(work.team.raw)
    let classRow = work.referenceClass.map { Int32(plan.teams.count) + $0.raw }
    let classVaries = classRow.map { paces[Int($0)] >= 0 } ?? false
    let isFixed = work.length != nil && mode == nil
    efforts.append(
      Uncertainty.Effort(
        known: Double(estimate.mean.minutes), estimate: source, risks: risks,
        left: left(of: work, id), team: work.team.raw,
        referenceClass: classRow ?? -1,
        unitsPerMinute: 10_000_000.0 * work.uplift.approximate
          / Double(Int64(max(1, option?.staffTenths ?? 10)) * Effort.minutesPerPersonDay),
        varies: !isFixed
          && (source >= 0 || !risks.isEmpty || paces[team] >= 0 || availabilities[team] >= 0
            || classVaries
            || work.effort != model.plan.works[id.index].effort)
      ))
  }

  /// Of running work, the share of what it was thought to take in all that is still to be done.
  ///
  /// What is left grows as the whole does.
  private func left(of work: Work, _ id: WorkID) -> Double {
    guard case .running = work.progress else { return 1 }
    let initiative = plan.initiatives[work.initiative.index]
    let risks = initiative.risks.filter { $0.work == id }.compactMap { risk in
      risk.adds.map { (chance: risk.chance, adds: $0) }
    }
    let whole = EffortDistribution(work.estimate, risks: risks).mean
    return Double(work.effort.minutes) / Double(max(1, whole.uplifted(by: work.uplift).minutes))
  }
}
