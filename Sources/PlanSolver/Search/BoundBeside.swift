internal import Dispatch
internal import PlanModel
internal import Synchronization

/// One search, and a copy of it that looks for a bound while it goes on.
///
/// The copy begins with the first lists and hears at one point of its work what the search has found at one of its own; each has
/// its own share of the work, so the answer is the same with one thread as with two. How much sooner it is there with two hangs on
/// how the work is shared: a plan of 68 initiatives takes six tenths of the time.
final class BoundBeside {
  private let lead: SearchStream
  private let threads: Int
  /// Counted work of all that the answer hangs on.
  private var work: Int64 = 0

  init(_ search: consuming Search, threads: Int) {
    lead = SearchStream(search)
    self.threads = threads
  }

  /// Improves, while a bound is looked for.
  ///
  /// - Parameters:
  ///   - bound: Nothing costs less.
  ///   - heat: Where the first cooling starts, as a share of the usual.
  ///   - sequel: What goes on from the answer of the search while the bound is still being looked for.
  /// - Returns: The best bound.
  func improve(bound: Int64, heat: Double, sequel: Sequel?) -> Int64 {
    let phases = lead.search.phases
    let isProved = Flag()
    let isFound = Flag()
    let news = FirstAnswer()
    let prover = SearchStream(lead.search.prover { isFound.value })
    let (found, lead) = (FoundBound(bound), lead)
    let begin = { @Sendable in
      lead.search.begin(bound, heat, until: phases.search, isFound, news)
    }
    let prove = { @Sendable in
      guard !isFound.value else { return }
      found.bound = max(bound, prover.search.relaxationBound(until: phases.bound, news: news))
      isProved.value = prover.search.isSettled(found.bound)
    }
    let goOn = { @Sendable in
      guard !isFound.value else { return }
      lead.search.leaveBoundToOther { isProved.value }
      guard !isProved.value else { return }
      lead.search.improveFurther(until: 1, bound: bound, heat: phases.heat)
      guard let sequel, !isProved.value else { return }
      lead.search.shiftLeft()
      sequel.begin(at: lead.search.best.schedule(lead.search.board.instance))
    }
    if threads > 1 {
      // Where there is no second thread after all, they come one after the other: who waits must not come first.
      DispatchQueue.concurrentPerform(iterations: 2) { part in
        guard part == 0 else { return prove() }
        begin()
        goOn()
      }
    } else {
      begin()
      prove()
      goOn()
    }
    work = lead.search.work
    // What the copy was at by then is nobody's business.
    guard !isFound.value else { return bound }
    if isProved.value {
      // The answer, wherever the other was by then.
      work = lead.search.workOfBeginning
      lead.search.takeBest(of: prover.search)
      lead.search.restoreBest()
      sequel?.forget()
    } else {
      lead.search.adopt(prover.search)
    }
    work += prover.search.work
    return found.bound
  }

  /// The answer of the search, with the work of both.
  func solution(_ finish: (inout Search, _ work: Int64) -> Solution) -> Solution {
    finish(&lead.search, work)
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

/// What the first part of a search has found, told to whoever looks for a bound beside it.
final class FirstAnswer: @unchecked Sendable {
  private let isThere = DispatchSemaphore(value: 0)
  /// Written before it is told, read after that.
  private var schedule: Schedule?
  /// Only one thread waits.
  private var isHeard = false

  func tell(_ schedule: Schedule) {
    self.schedule = schedule
    isThere.signal()
  }

  /// Waits for it the first time; `nil` afterwards.
  func hear() -> Schedule? {
    guard !isHeard else { return nil }
    isHeard = true
    isThere.wait()
    return schedule
  }
}

/// Something that is so from some time on, told from one thread to another.
private final class Flag: Sendable {
  private let isSet = Atomic<Bool>(false)

  var value: Bool {
    get { isSet.load(ordering: .acquiring) }
    set { isSet.store(newValue, ordering: .releasing) }
  }
}

extension Search {
  /// The first part of the search, whose answer is told; sets the flag where nothing is cheaper.
  fileprivate mutating func begin(
    _ bound: Int64, _ heat: Double, until end: Double, _ isFound: Flag, _ news: FirstAnswer
  ) {
    improve(until: end, bound: bound, heat: heat)
    if isSettled(bound) { isFound.value = true }
    workOfBeginning = work
    news.tell(best.schedule(board.instance))
  }

  /// Goes on from what another search tells, the first time it is asked for.
  mutating func hear(_ news: FirstAnswer?) {
    guard let schedule = news?.hear() else { return }
    adopt(schedule)
    keepIfBetter()
    restoreBest()
  }
}
