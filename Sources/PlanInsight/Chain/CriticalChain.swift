package import PlanModel

/// The works that decide when the plan ends: from the last finish back over what held each of them.
///
/// Goldratt's critical chain ("Critical Chain", 1997): precedence and people alike.
package struct CriticalChain: Sendable {
  /// In the order of time; empty when nothing is placed.
  package var links: [Link]

  package struct Link: Hashable, Sendable {
    /// Index into the problem's works.
    package var work: Int32
    package var hold: Hold
  }

  /// - Parameters:
  ///   - schedule: What is asked about.
  ///   - holds: What holds its works.
  ///   - timing: That of the problem.
  ///   - last: The work that the chain leads to; the last that is finished unless said.
  /// - Complexity: O(length of the chain × works).
  package init(_ schedule: Schedule, holds: Holds, timing: Timing, endingWith last: Int? = nil) {
    var chain: [Link] = []
    var seen: Set<Int> = []
    var next =
      last
      ?? schedule.placements.indices
      .filter { schedule.placements[$0] != nil }
      .max { finish($0, schedule) < finish($1, schedule) }
    while let work = next, seen.insert(work).inserted, let hold = holds.hold(ofWork: work) {
      chain.append(Link(work: Int32(work), hold: hold))
      next = predecessor(hold, schedule, timing)
    }
    links = chain.reversed()
  }
}

private func finish(_ work: Int, _ schedule: Schedule) -> Int32 {
  schedule.placements[work]?.finish ?? -1
}

/// The work behind a hold; of several the one that ends last.
private func predecessor(_ hold: Hold, _ schedule: Schedule, _ timing: Timing) -> Int? {
  let candidates: [Int32]
  switch hold {
  case .heads(_, let works), .wip(_, let works): candidates = works
  case .precedence(let anchor):
    guard let day = timing.day(of: anchor, in: schedule.placements) else { return nil }
    candidates = timing.works(of: anchor).filter {
      schedule.placements[Int($0)].map { $0.start <= day } ?? false
    }
  default: return nil
  }
  return candidates.map { Int($0) }.max { finish($0, schedule) < finish($1, schedule) }
}
