package import PlanModel

/// How the promises of a plan moved through its revisions.
package struct PlanHistory: Sendable {
  /// The oldest first.
  package let digests: [RevisionDigest]

  package init(_ digests: [RevisionDigest]) { self.digests = digests }

  /// Revisions that could be read, each with what it promised.
  package var promises: [(revision: RevisionDigest.Revision, promise: RevisionDigest.Promise)] {
    digests.compactMap { digest in digest.promise.map { (digest.revision, $0) } }
  }

  /// Every initiative that any revision has, those of the latest first.
  package var paths: [String] {
    var seen: Set<String> = []
    return promises.reversed().flatMap { $0.promise.initiatives.map(\.path) }
      .filter { seen.insert($0).inserted }
  }

  /// How one initiative moved.
  package func slips(of path: String) -> Slippage {
    Slippage(
      path: path,
      finishes: promises.compactMap { revision, promise in
        promise[path].map { (revision, $0.finish) }
      }, isOpen: promises.last?.promise[path]?.standing.span != nil)
  }
}

/// The finish of one initiative, revision by revision.
package struct Slippage: Sendable {
  package let path: String
  /// By how many days each revision that moved it moved it; positive is later.
  package let moves: [(revision: RevisionDigest.Revision, days: Int)]
  package let first: CivilDate?
  package let last: CivilDate?
  /// Whether the latest revision is still to do it; what is done, or has left the plan, slips no more.
  package let isOpen: Bool

  init(
    path: String, finishes: [(revision: RevisionDigest.Revision, finish: CivilDate?)],
    isOpen: Bool
  ) {
    self.path = path
    self.isOpen = isOpen
    var moves: [(revision: RevisionDigest.Revision, days: Int)] = []
    var former: CivilDate?
    for (revision, finish) in finishes {
      if let finish {
        if let former, former != finish { moves.append((revision, former.days(until: finish))) }
        former = finish
      }
    }
    self.moves = moves
    first = finishes.lazy.compactMap(\.finish).first
    last = former
  }

  /// Days between the first and the last date.
  package var total: Int { first.flatMap { first in last.map { first.days(until: $0) } } ?? 0 }

  /// How many of the last moves were to a later day, one after the other.
  package var inARow: Int { moves.reversed().prefix { $0.days > 0 }.count }

  /// How many moves were to a later day in all.
  package var slipCount: Int { moves.count { $0.days > 0 } }

  /// So many in a row are a reason to ask for the deep one, as of milestones.
  package static let inARowMost = ActiveWork.missedMost
}

extension PlanHistory {
  /// What was promised for the end of a horizon at the beginning of a cycle, and what came of it.
  package struct Score: Sendable {
    package let cycle: CivilDate
    package let revision: RevisionDigest.Revision
    package let horizon: Horizon
    /// Initiatives that were to be done by the horizon's last day.
    package let promised: [String]
    package let delivered: [String]

    package var rate: HitRate {
      HitRate(promised.map { delivered.contains($0) })
    }

    /// Whether the share lies in the horizon's band or above it; `nil` for a horizon that claims none.
    package var isInBand: Bool? { horizon.band.map { rate.share >= $0.lowerBound } }
  }

  /// What each horizon promised at the beginning of each cycle that is over, against what the latest revision says is finished.
  ///
  /// - Parameter plan: The latest revision.
  /// - Returns: By cycle, then horizon; those whose last day has not come are left out.
  /// - Complexity: O(cycles · initiatives²).
  package func scores(_ plan: Plan) -> [Score] {
    guard let latest = promises.last?.promise else { return [] }
    let calendar = plan.calendars[plan.calendar.index]
    guard let first = promises.first?.revision.date else { return [] }
    var scores: [Score] = []
    var cycle = plan.start
    for _ in 0..<Self.cyclesMax where cycle <= plan.asOf {
      let next = calendar.date(cycle, plus: plan.cycle)
      guard next > cycle else { break }
      // What was said by the day the cycle began; before the first revision nothing was.
      let said =
        promises.last { $0.revision.date.map { $0 <= cycle } ?? false }
        ?? (first < next ? promises.first : nil)
      if let said {
        scores += said.promise.scores(cycle, said.revision, until: plan.asOf, as: latest)
      }
      cycle = next
    }
    return scores
  }

  /// Forty years of quarters.
  private static let cyclesMax = 160
}

extension RevisionDigest.Promise {
  fileprivate func scores(
    _ cycle: CivilDate, _ revision: RevisionDigest.Revision, until today: CivilDate,
    as latest: RevisionDigest.Promise
  ) -> [PlanHistory.Score] {
    horizons.enumerated().compactMap { index, horizon in
      // What was over when the cycle began was promised before.
      guard horizon.last >= cycle, horizon.last < today else { return nil }
      let promised = initiatives.filter { entry in
        guard let span = entry.standing.span else { return false }
        return span.horizon.index == index && span.finish <= horizon.last
      }.map(\.path)
      guard !promised.isEmpty else { return nil }
      let delivered = promised.filter { path in
        latest[path]?.finished.map { $0 <= horizon.last } ?? false
      }
      return PlanHistory.Score(
        cycle: cycle, revision: revision, horizon: horizon, promised: promised,
        delivered: delivered)
    }
  }
}
