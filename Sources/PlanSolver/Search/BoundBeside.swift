internal import Dispatch
internal import PlanModel
internal import Synchronization

/// One search, and a copy of it that looks for a bound while it goes on.
///
/// Both begin at what was found before they part, and each has its own share of the work, so the answer is the same with one
/// thread as with two. How much sooner it is there with two hangs on how the work is shared: a plan of 68 initiatives took four
/// fifths of the time.
final class BoundBeside {
  private let lead: SearchStream
  private let threads: Int
  /// Counted work of all that the answer hangs on.
  private var work: Int64 = 0

  init(_ search: consuming Search, threads: Int) {
    lead = SearchStream(search)
    self.threads = threads
  }

  /// Improves, then looks for a bound and improves on.
  ///
  /// - Parameters:
  ///   - bound: Nothing costs less.
  ///   - heat: Where the first cooling starts, as a share of the usual.
  ///   - sequel: What goes on from the answer of the search while the bound is still being looked for.
  /// - Returns: The best bound.
  func improve(bound: Int64, heat: Double, sequel: Sequel?) -> Int64 {
    let phases = lead.search.phases
    lead.search.improve(until: phases.search, bound: bound, heat: heat)
    work = lead.search.work
    guard !lead.search.isSettled(bound) else { return bound }

    let isProved = ProofFlag()
    let prover = SearchStream(lead.search.prover)
    lead.search.leaveBoundToOther { isProved.value }
    let (found, lead) = (FoundBound(bound), lead)
    atOnce {
      found.bound = max(bound, prover.search.relaxationBound(until: phases.bound))
      isProved.value = prover.search.isSettled(found.bound)
    } _: {
      guard !isProved.value else { return }
      lead.search.improve(until: 1, bound: bound, heat: phases.heat)
      guard let sequel, !isProved.value else { return }
      lead.search.shiftLeft()
      sequel.begin(at: lead.search.best.schedule(lead.search.board.instance))
    }
    if isProved.value {
      // The answer, wherever the other was by then.
      lead.search.takeBest(of: prover.search)
      lead.search.restoreBest()
      sequel?.forget()
    } else {
      work = lead.search.work
      lead.search.adopt(prover.search)
    }
    work += prover.search.work
    return found.bound
  }

  /// The answer of the search, with the work of both.
  func solution(_ finish: (inout Search, _ work: Int64) -> Solution) -> Solution {
    finish(&lead.search, work)
  }

  private func atOnce(
    _ first: @escaping @Sendable () -> Void, _ second: @escaping @Sendable () -> Void
  ) {
    guard threads > 1 else {
      first()
      second()
      return
    }
    DispatchQueue.concurrentPerform(iterations: 2) { $0 == 0 ? first() : second() }
  }
}

/// What goes on from the answer of a search, and hangs on no bound; only one thread at a time touches it.
final class Sequel: @unchecked Sendable {
  private let goOn: @Sendable (Schedule) -> Solution?
  /// What it came to; `nil` where it did not begin, or began at what was not the answer.
  private(set) var solution: Solution?

  init(_ goOn: @escaping @Sendable (Schedule) -> Solution?) { self.goOn = goOn }

  fileprivate func begin(at schedule: Schedule) { solution = goOn(schedule) }

  fileprivate func forget() { solution = nil }
}

/// Whether the best is proved, told from one thread to another.
private final class ProofFlag: Sendable {
  private let isSet = Atomic<Bool>(false)

  var value: Bool {
    get { isSet.load(ordering: .acquiring) }
    set { isSet.store(newValue, ordering: .releasing) }
  }
}
