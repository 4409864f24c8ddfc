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
  /// The last day on which it may finish.
  let due: String?

  init(_ demand: Conflict.ConflictDemand, _ reading: Reading) {
    func name(_ initiative: Int32) -> String { reading.plan.initiatives[Int(initiative)].name }
    switch demand {
    case .freeze(let index):
      (kind, initiative, due) = ("freeze", nil, nil)
      freeze = reading.plan.freezes[Int(index)].name
    case .hard(let hard):
      initiative = name(hard.initiative)
      freeze = nil
      switch hard {
      case .isDone: (kind, due) = ("done", nil)
      case .isFinished(_, let day):
        (kind, due) = ("deadline", reading.model.date(ofDay: day).record)
      case .starts: (kind, due) = ("horizon", nil)
      }
    }
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
    if case .hard(let hard) = way.givenUp {
      finish = way.schedule.finish(of: Int(hard.initiative), in: reading.problem)
    }
    self.finish = finish.map { reading.model.date(ofDay: $0).record }
    delayCost = MoneyRecord(way.delayCost, isProved: false, reading)
  }
}
