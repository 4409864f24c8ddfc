import PlanInsight
import PlanModel

// What was found: the schedule as a whole, loads, and what holds works where they are.

struct SolutionRecord: Encodable {
  let isFeasible: Bool
  let isProvedInfeasible: Bool
  let isOptimal: Bool
  /// Total cost of delay as scheduled, which is usually optimistic.
  let delayCost: MoneyRecord?
  /// Trials that cost more than that; absent where nobody simulated.
  let delayCostExceededPerMille: Int64?
  /// The same as trials had it; absent where nobody simulated.
  let delayCostSimulated: SimulatedCostRecord?
  /// What soft demands that it does not meet cost besides; absent where it is nothing.
  let softCost: MoneyRecord?
  /// What moving agreed starts weighs besides; absent where it is nothing.
  let churn: MoneyRecord?
  /// How it was searched for; absent where every run finds the same.
  let search: SearchModeRecord?
  /// No schedule costs less, soft demands and moves counted.
  let lowerBound: MoneyRecord?
  /// What could at most be saved, of the delay cost and the price of soft demands; rounded up.
  let gapPerMille: Int64?
  let costWithUnlimitedPeople: MoneyRecord?
  let costInWrittenOrder: MoneyRecord?
  let costInWsjfOrder: MoneyRecord?
  /// A schedule that the questions turned up is cheaper by this much.
  let cheaperPlanSaves: MoneyRecord?
  /// Hard demands that the schedule breaks.
  let broken: [BrokenRecord]
  /// Why, and what it would take.
  let conflict: ConflictRecord?

  init(_ reading: Reading) {
    let solution = reading.answer.solution
    let baselines = reading.answer.baselines
    let isOptimal = solution.isOptimal
    let isWhole = !reading.hidesWorth
    /// What only the whole has would give away the part of it that is kept back.
    func money(_ amount: Int64?) -> MoneyRecord? {
      isWhole ? MoneyRecord(amount, isProved: isOptimal, reading) : nil
    }
    isFeasible = solution.isFeasible
    isProvedInfeasible = reading.answer.isProvedInfeasible
    self.isOptimal = isOptimal
    delayCost = MoneyRecord(reading.delayCost, isProved: isOptimal, reading)
    delayCostExceededPerMille =
      reading.plan.printsMoney && isWhole ? reading.exceedance?.perMille : nil
    delayCostSimulated =
      isWhole ? reading.answer.simulation.flatMap { SimulatedCostRecord($0, reading) } : nil
    softCost = solution.softCost > 0 ? money(solution.softCost) : nil
    churn = solution.churn > 0 ? money(solution.churn) : nil
    search =
      reading.answer.search.isRepeatable ? nil : SearchModeRecord(reading.answer.search)
    lowerBound = money(solution.lowerBound)
    gapPerMille = isWhole ? largestSaving(solution) : nil
    costWithUnlimitedPeople = money(baselines.unlimited)
    costInWrittenOrder = money(baselines.written)
    costInWsjfOrder = money(baselines.shortestFirst)
    cheaperPlanSaves = money(reading.answer.cheaper?.saves)
    broken = solution.broken.map { BrokenRecord($0, reading) }
    conflict = reading.answer.conflict.map { ConflictRecord($0, reading) }
  }
}

private func largestSaving(_ solution: Solution) -> Int64? {
  guard solution.isFeasible else { return nil }
  guard solution.aimCost > 0 else { return 0 }
  let missing = solution.aimCost.addingClamped(-solution.lowerBound)
  return Rational(missing, solution.aimCost)?.times(1000)?.ceiling
}

struct BrokenRecord: Encodable {
  let kind: String
  let initiative: String?
  let budget: String?
  let guardrail: String?
  /// The first and last day of the period of the budget or guardrail.
  let first: String?
  let last: String?
  /// What is spent there.
  let spent: MoneyRecord?
  /// Effort that is missing there, or too much.
  let missing: EffortRecord?
  let due: String?
  let finish: String?
  let earliestPossible: String?

  init(_ demand: BrokenDemand, _ reading: Reading) {
    var late: (due: Int32, finish: Int32, earliest: Int32)?
    var period: ClosedRange<Int32>?
    var (money, units): (Int64?, Int64?)
    switch demand {
    case .undone: kind = "undone"
    case .late(_, let latest, let end, let earliest):
      kind = "late"
      late = (latest, end, earliest)
    case .outsideWindow: kind = "outside_horizon"
    case .overBudget(let budget, let number, let amount):
      kind = "over_budget"
      period = reading.problem.budgets[Int(budget)].periods[Int(number)]
      money = amount
    case .offGuardrail(let guardrail, let number, let amount):
      kind = "off_guardrail"
      period = reading.problem.guardrails[Int(guardrail)].periods[Int(number)].days
      units = amount
    }
    let name = reading.problem.demands([demand]).first.map { reading.name(of: $0) }
    budget = kind == "over_budget" ? name : nil
    guardrail = kind == "off_guardrail" ? name : nil
    initiative = period == nil ? name : nil
    first = reading.record(ofDay: period?.lowerBound)
    last = reading.record(ofDay: period?.upperBound)
    spent = MoneyRecord(money, isProved: true, reading)
    missing = units.map { EffortRecord(TeamLoad.effort(ofUnits: $0)) }
    due = reading.record(ofDay: late?.due)
    finish = reading.record(ofDay: late?.finish)
    earliestPossible = reading.record(ofDay: late?.earliest)
  }
}

struct LoadRecord: Encodable {
  let team: String
  let months: [Month]

  struct Month: Encodable {
    let first: String
    let last: String
    let placed: EffortRecord
    let planned: EffortRecord
    let sharePerMille: Int64?
  }

  init(_ load: TeamLoad, _ reading: Reading) {
    team = reading.plan.teams[load.team.index].name
    months = load.months.map {
      Month(
        first: $0.days.lowerBound.record, last: $0.days.upperBound.record,
        placed: EffortRecord($0.placed), planned: EffortRecord($0.planned),
        sharePerMille: $0.share?.perMille)
    }
  }
}

/// Why a work does not start earlier.
struct HoldRecord: Encodable {
  let work: String
  let kind: String
  /// A date, external, horizon, milestone, initiative, team, skill, budget or guardrail that the kind speaks of.
  let by: String?
  /// Works that it waits for.
  let works: [String]?

  init(_ hold: Hold, work index: Int, _ reading: Reading) {
    work = reading.path(ofWork: Int32(index))
    switch hold {
    case .begun: (kind, by, works) = ("begun", nil, nil)
    case .today: (kind, by, works) = ("today", nil, nil)
    case .notBefore(let date): (kind, by, works) = ("not_before", date.record, nil)
    case .external(let id):
      (kind, by, works) = ("external", reading.plan.externals[id.index].name, nil)
    case .finished: (kind, by, works) = ("past_event", nil, nil)
    case .pin(let id): (kind, by, works) = ("pin", reading.plan.horizons[id.index].name, nil)
    case .freeze(let id):
      (kind, by, works) = ("freeze", reading.plan.freezes[id.index].name, nil)
    case .precedence(let anchor): (kind, by, works) = reading.precedence(anchor)
    case .heads(let resource, let holders):
      let name = reading.problem.resources[Int(resource)].name
      (kind, by, works) = ("people", name, holders.map(reading.path))
    case .joining(let resource):
      (kind, by, works) = ("joining", reading.problem.resources[Int(resource)].name, nil)
    case .wip(let limit, let holders):
      let name = reading.problem.wipLimits[Int(limit)].name
      (kind, by, works) = ("wip", name, holders.map(reading.path))
    case .budget(let index):
      (kind, by, works) = ("budget", reading.plan.budgets[Int(index)].name, nil)
    case .guardrail(let index):
      (kind, by, works) = ("guardrail", reading.plan.guardrails[Int(index)].name, nil)
    case .slack: (kind, by, works) = ("slack", nil, nil)
    }
  }
}

extension Reading {
  /// `initiative.work` as in the plan; of an initiative without works of its own, its name.
  func path(ofWork index: Int32) -> String { path(model.workIDs[Int(index)]) }

  func path(_ work: WorkID) -> String {
    let planned = plan.works[work.index]
    let initiative = plan.initiatives[planned.initiative.index]
    if planned.name.isEmpty || planned.name == initiative.name { return initiative.name }
    return initiative.name + "." + planned.name
  }

  fileprivate func precedence(_ anchor: Problem.Anchor) -> (String, String?, [String]?) {
    switch anchor {
    case .finish(let work): return ("finish", nil, [path(ofWork: work)])
    case .start(let work): return ("start", nil, [path(ofWork: work)])
    case .initiativeStart(let initiative):
      return ("start", plan.initiatives[Int(initiative)].name, nil)
    case .milestone(let index):
      let milestone = problem.milestones[Int(index)]
      let name = plan.initiatives[Int(milestone.initiative)].name
      return ("milestone", name, milestone.works.map(path))
    }
  }
}
