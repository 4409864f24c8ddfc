internal import PlanModel

// Answers for a whole plan, of which some are searched for longer than others.
extension DeferralLadder {
  /// Questions about many initiatives, to be asked together with others.
  struct Round: Sendable {
    /// Their places as they are best begun: where some take longer, those first.
    let order: [Int]
    /// Answers that of a place.
    let answer: @Sendable (_ place: Int) -> Finding?
  }

  /// Answers for many: around some the rest is planned anew, the others are told what is lost when everybody makes way for their
  /// delay.
  ///
  /// - Parameters:
  ///   - initiatives: Indices.
  ///   - workers: Who thinks about them.
  ///   - most: Around how many the rest is planned anew, unless as many as `plannedAnewMax` says: around those that lose most, and
  ///     all whose delay breaks a hard demand, since nothing else says whether another schedule keeps it.
  /// - Returns: One for each, in their order.
  /// - Complexity: a right-shift for each, and for those planned anew what `deferral(of:)` takes.
  package func findings(
    of initiatives: [Int], _ workers: Workers, most: Int? = nil
  ) -> [Finding?] {
    let round = round(of: initiatives, workers, most: most)
    return workers.answers(initiatives.count, order: round.order, round.answer)
  }

  /// The same before anything is planned anew.
  ///
  /// - Complexity: a right-shift for each where not all are planned anew around.
  func round(of initiatives: [Int], _ workers: Workers, most: Int? = nil) -> Round {
    let most = most ?? Self.plannedAnewMax(of: problem.initiatives.count)
    guard initiatives.count > most, base.isFeasible else {
      return Round(order: Array(initiatives.indices)) { deferral(of: initiatives[$0]) }
    }
    let shifts = workers.answers(initiatives.count) { firstShift(of: initiatives[$0]) }
    let losses = shifts.map { $0?.figures.loss ?? 0 }
    let breaking = losses.count { $0 == .max }
    let order = shifts.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }
    let dearest = Set(order.filter { shifts[$0] != nil }.prefix(max(most, breaking)))
    return Round(order: order) { place in
      shifts[place].map { finding($0, isPlannedAnew: dearest.contains(place)) }
    }
  }

  /// Around how many initiatives of a plan the rest is planned anew where all are asked about.
  ///
  /// All of a hundred; beyond that fewer, since each takes the longer the larger the plan is. Nobody reads on to the hundredth of a
  /// thousand, and a page of them took a minute.
  package static func plannedAnewMax(of count: Int) -> Int {
    count <= manyInitiatives
      ? count : max(manyInitiatives / 10, manyInitiatives * manyInitiatives / count)
  }

  /// In plans with more than this, a page is asked for more answers than anybody waits for.
  package static let manyInitiatives = 100
}

extension [DeferralLadder.Finding?] {
  /// For how many the rest was planned anew; `nil` where for all.
  var plannedAnew: Int? {
    let found = compactMap(\.self)
    let count = found.count(where: \.isPlannedAnew)
    return count < found.count ? count : nil
  }
}

extension Deferral.Shifted {
  /// What everybody loses together; more than anything where a hard demand breaks.
  fileprivate var loss: Int64 {
    switch self {
    case .costs(let own, let knockOn): own.addingClamped(knockOn)
    case .breaks: .max
    }
  }
}
