/// A search that learns from its conflicts: lazy clause generation.
///
/// Bounds of whole numbers are moved by propagators that can say why (Ohrimenko, Stuckey & Codish 2009). From every conflict
/// the facts that suffice for it are found (first unique implication point: Marques-Silva & Sakallah 1999; Moskewicz et al.
/// 2001) and are forbidden together from then on. Capacities are propagated by time tables with reasons at single days (Schutt,
/// Feydy, Stuckey & Wallace 2011). Facts are made when they are needed: a clause holds them as they are, and the trail of
/// changes of a bound says when each became true.
///
/// Says whether the model has a schedule whose cost is within a limit. It counts what it does, and knows no clock.
struct Learner: ~Copyable {
  let model: LearningModel
  /// Counted work: days, facts and clauses looked at.
  var work: Int64 = 0
  private(set) var conflicts = 0

  /// By half, the bound, and the one before anything was decided or found.
  var bound: Table<Int32>
  let rootBound: Table<Int32>
  /// By half, its newest change on the trail, −1 for none.
  var latest: Table<Int32>
  var trail = Stack<Change>()
  /// Where each level of decisions begins on the trail and among the reasons.
  var levels = Stack<Level>()
  var reasons = Stack<Fact>()
  /// The next change that was not told to the propagators.
  var head = 0
  /// What cannot hold together, when a propagator fails; empty where `failure` says it.
  var conflict = Stack<Fact>()
  /// What was to be made true against what is true.
  var failure: Failure?

  var clauses: ClauseStore
  var capacity: CapacityState
  var priced: PricedState
  var ruled = RuledState()
  var decisions: DecisionState
  var analysis = AnalysisState()
  /// The most that the costs of nodes may come to, in minor units.
  var costLimit: Int64
  /// What is not to be decided costs.
  let costConstant: Int64
  var costIsStale = true
  /// Conflicts to the next restart, and how many restarts there were.
  private var patience = Self.restartUnit
  private var restarts = 1
  /// Whether nothing is within the limit, whatever is decided.
  var isContradiction = false

  /// A bound that was moved.
  struct Change: BitwiseCopyable {
    var half: Int32
    var value: Int32
    var former: Int32
    /// The change of the same half before it, −1 for none.
    var formerChange: Int32
    var level: Int32
    var reason: Reason
    /// Of it, what the conflict at hand needs; `AnalysisState.unneeded` for nothing.
    var need: Int32
  }

  /// A fact that has a reason, and one that is true and excludes it.
  struct Failure: BitwiseCopyable {
    var fact: Fact
    var reason: Reason
    var against: Fact
  }

  struct Level: BitwiseCopyable {
    var change: Int32
    var reason: Int32
  }

  /// Why a bound was moved; all but what capacities say is put into facts when it is asked for.
  struct Reason: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable {
      case decision
      /// `place` is the first of `count` facts among the reasons.
      case facts
      case clause
      /// `place` is a relation, `count` which way it was followed.
      case relation
      /// `place` is a work.
      case staffing
      case cost
      /// `place` is a row of prices.
      case price
    }

    var kind: Kind
    var place: Int32 = 0
    var count: Int32 = 0
  }

  /// - Parameters:
  ///   - model: What is to be decided.
  ///   - costLimit: The most that all may cost.
  ///   - constant: What of it is not to be decided.
  init(_ model: consuming LearningModel, costLimit: Int64, constant: Int64) {
    var bounds: [Int32] = []
    for variable in 0..<model.variableCount {
      bounds += [model.first[variable], 0 - model.last[variable]]
      if model.first[variable] > model.last[variable] { isContradiction = true }
    }
    bound = Table(bounds)
    rootBound = Table(bounds)
    latest = Table(repeating: -1, count: bounds.count)
    clauses = ClauseStore(halves: bounds.count)
    capacity = CapacityState(model)
    priced = PricedState()
    decisions = DecisionState(model)
    self.costLimit = costLimit - constant
    costConstant = constant
    self.model = model
  }

  // MARK: The search

  enum Outcome {
    /// Nothing is within the limit.
    case impossible
    /// Every start and way is decided, and the propagators have nothing against it.
    case found
    /// The work allowed is used up.
    case cut
  }

  /// Goes on until something is found, everything is excluded, or so much work is counted.
  mutating func run(
    until workLimit: Int64, _ instance: borrowing Instance, _ network: borrowing Network
  ) -> Outcome {
    while !isContradiction {
      if work >= workLimit { return .cut }
      work += 1
      if !propagate(instance, network) {
        learn(instance, network)
      } else if patience <= 0, !levels.isEmpty {
        restart()
      } else if !decide() {
        return .found
      }
    }
    return .impossible
  }

  /// Lowers what costs may come to; what was learned stays true.
  mutating func tighten(costLimit: Int64) {
    backtrack(to: 0)
    self.costLimit = costLimit - costConstant
    costIsStale = true
    priced.isStale = true
    ruled.isStale = true
  }

  /// Says that what is decided, though nothing speaks against it, is no schedule.
  mutating func refuse(_ instance: borrowing Instance, _ network: borrowing Network) {
    conflict.truncate(to: 0)
    for level in 0..<levels.count {
      let change = trail[levels[level].change]
      conflict.append(Fact(half: change.half, value: change.value))
    }
    learn(instance, network)
  }

  private mutating func learn(_ instance: borrowing Instance, _ network: borrowing Network) {
    conflicts += 1
    patience -= 1
    guard let level = analyse(instance, network) else {
      isContradiction = true
      return
    }
    backtrack(to: level)
    assertLearned()
    decisions.decay()
    clauses.decay()
  }

  private mutating func assertLearned() {
    let asserted = analysis.learned[0]
    guard analysis.learned.count > 1 else {
      if !set(asserted, Reason(kind: .decision)) { isContradiction = true }
      return
    }
    let clause = clauses.add(analysis.learned)
    if !set(asserted, Reason(kind: .clause, place: clause)) { isContradiction = true }
  }

  private mutating func restart() {
    backtrack(to: 0)
    restarts += 1
    decisions.isWarm = true
    patience = Self.restartUnit * luby(restarts)
    if clauses.isCrowded {
      work += Int64(clauses.literalCount)
      let bounds = Table(bound.array())
      clauses.reduce { bounds[$0.half] >= $0.value }
    }
  }

  /// Conflicts before the first restart.
  private static var restartUnit: Int { 100 }
}

/// The sequence 1, 1, 2, 1, 1, 2, 4, … (Luby, Sinclair & Zuckerman 1993), from its first element on.
private func luby(_ place: Int) -> Int {
  var place = place
  while true {
    var size = 1
    while size < place { size = 2 * size + 1 }
    if size == place { return (size + 1) / 2 }
    place -= (size - 1) / 2
  }
}
