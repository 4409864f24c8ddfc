import PlanInsight
import PlanModel

// What has moved since the schedule was agreed.

struct AgreementRecord: Encodable {
  /// Starts that were agreed and are still to come.
  let agreedCount: Int
  let moves: [MoveRecord]
  /// Initiatives about which nothing was agreed.
  let added: [String]
  /// Names that were agreed and that the plan does not have.
  let gone: [String]
  /// What the moves weigh in the choice of the schedule: no cost of delay, and in no total.
  let churn: MoneyRecord?
  /// What stays as agreed although another order would cost less, and how much less; absent where nothing does.
  let kept: [String]?
  let keptSaving: MoneyRecord?
  /// What everything as agreed would cost more; absent where nothing has moved for another order, and where it would break what
  /// has to be kept.
  let asAgreedCosts: MoneyRecord?
  /// Whether everything as agreed keeps what has to be kept; absent where nothing has moved for another order.
  let isAsAgreedPossible: Bool?

  init(_ moves: Moves, _ reading: Reading) {
    agreedCount = moves.agreedCount
    self.moves = moves.moves.filter { reading.standings[$0.initiative] != .hidden }
      .map { MoveRecord($0, reading) }
    added = moves.added.filter { reading.standings[$0] != .hidden }
      .map { reading.plan.initiatives[$0].name }
    // Whether what is not in the plan any more was confidential, nobody can say any more.
    gone = reading.audience == nil ? moves.gone : []
    churn =
      reading.hidesWorth
      ? nil : MoneyRecord(reading.answer.solution.churn, isProved: true, reading)
    let order =
      reading.audience == nil
      ? reading.answer.kept.flatMap { $0.initiatives.isEmpty ? nil : $0 } : nil
    kept = order?.initiatives.map { reading.plan.initiatives[$0].name }
    keptSaving = order.flatMap { MoneyRecord($0.saving, isProved: false, reading) }
    switch reading.audience == nil ? reading.answer.kept?.asAgreed : nil {
    case .costs(let more):
      (asAgreedCosts, isAsAgreedPossible) = (MoneyRecord(more, isProved: false, reading), true)
    case .breaksDemands: (asAgreedCosts, isAsAgreedPossible) = (nil, false)
    case nil: (asAgreedCosts, isAsAgreedPossible) = (nil, nil)
    }
  }
}

struct MoveRecord: Encodable {
  let initiative: String
  /// Absent where it was agreed, or is now, left undone.
  let agreedStart: String?
  let agreedFinish: String?
  let start: String?
  let finish: String?
  let daysLater: Int?
  let churn: MoneyRecord?
  /// `begun`, `passed`, `cheaper_order`, `held`, or how something else has changed: `length`, `added`, `selection`, `staffing`.
  let cause: String
  /// What it follows.
  let causedBy: String?
  /// How many working days more that takes.
  let workingDays: Int?

  init(_ move: Move, _ reading: Reading) {
    initiative = reading.plan.initiatives[move.initiative].name
    agreedStart = move.agreed?.lowerBound.record
    agreedFinish = move.agreed?.upperBound.record
    start = move.now?.lowerBound.record
    finish = move.now?.upperBound.record
    daysLater = move.daysLater
    churn = move.churn > 0 ? MoneyRecord(move.churn, isProved: true, reading) : nil
    var days: Int?
    var other: Int?
    switch move.cause {
    case .begun: cause = "begun"
    case .passed: cause = "passed"
    case .held: cause = "held"
    case .cheaperOrder: cause = "cheaper_order"
    case .follows(let change):
      other = change.initiative
      switch change.how {
      case .length(let more): (cause, days) = ("length", more)
      case .added: cause = "added"
      case .selection: cause = "selection"
      case .begun: cause = "begun_otherwise"
      case .held: cause = "follows_held"
      case .staffing: cause = "staffing"
      case .order: cause = "follows_order"
      }
    }
    causedBy = other.map { reading.plan.initiatives[$0].name }
    workingDays = days
  }
}

/// How the schedule was searched for.
struct SearchModeRecord: Encodable {
  let level: String
  /// Whether every run finds the same.
  let isRepeatable: Bool
  let isInterrupted: Bool
  /// The time that it was given instead of counted work.
  let within: String?

  init(_ search: SearchRecord) {
    level = search.level
    isRepeatable = search.isRepeatable
    isInterrupted = search.isInterrupted
    within = search.within
  }
}
