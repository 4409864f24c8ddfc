import PlanInsight
import PlanModel

/// Hard demands that cannot hold together.
struct ConflictRecord: Encodable {
  let isProved: Bool
  let isIrreducible: Bool
  let demands: [DemandRecord]
  /// The cheapest first.
  let waysOut: [WayOutRecord]

  init(_ conflict: Conflict, _ reading: Reading) {
    isProved = conflict.isProved
    isIrreducible = conflict.isIrreducible
    demands = conflict.demands.map { DemandRecord($0, reading) }
    waysOut = conflict.waysOut.map { WayOutRecord($0, reading) }
  }
}

/// One hard demand of a conflict.
struct DemandRecord: Encodable {
  let kind: String
  let initiative: String?
  let freeze: String?
  let budget: String?
  let guardrail: String?
  /// The last day on which it may finish.
  let due: String?

  init(_ demand: Conflict.ConflictDemand, _ reading: Reading) {
    var date: Int32?
    let name: String
    switch demand {
    case .freeze(let index):
      kind = "freeze"
      name = reading.plan.freezes[Int(index)].name
    case .hard(let hard):
      name = reading.name(of: hard)
      switch hard {
      case .isDone: kind = "done"
      case .isFinished(_, let day):
        kind = "deadline"
        date = day
      case .starts: kind = "horizon"
      case .staysWithin: kind = "budget"
      case .keeps: kind = "guardrail"
      }
    }
    freeze = kind == "freeze" ? name : nil
    budget = kind == "budget" ? name : nil
    guardrail = kind == "guardrail" ? name : nil
    initiative = [freeze, budget, guardrail].allSatisfy { $0 == nil } ? name : nil
    due = date.map { reading.model.date(ofDay: $0).record }
  }
}

/// A schedule without one of the demands.
struct WayOutRecord: Encodable {
  let givenUp: DemandRecord
  /// When the initiative of the demand is finished then.
  let finish: String?
  let delayCost: MoneyRecord?

  init(_ way: Conflict.WayOut, _ reading: Reading) {
    givenUp = DemandRecord(way.givenUp, reading)
    var finish: Int32?
    if case .hard(let hard) = way.givenUp, let initiative = hard.initiative {
      finish = way.schedule.finish(of: Int(initiative), in: reading.problem)
    }
    self.finish = finish.map { reading.model.date(ofDay: $0).record }
    delayCost = MoneyRecord(way.delayCost, isProved: false, reading)
  }
}

extension Reading {
  /// The name of what a hard demand is about.
  func name(of demand: HardDemand) -> String {
    switch demand {
    case .isDone(let initiative), .isFinished(let initiative, _), .starts(let initiative, _):
      plan.initiatives[Int(initiative)].name
    case .staysWithin(let budget): plan.budgets[Int(budget)].name
    case .keeps(let guardrail): plan.guardrails[Int(guardrail)].name
    }
  }
}
