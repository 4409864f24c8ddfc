internal import Dispatch
internal import PlanModel

/// Several searches over one compiled problem that meet from time to time, where the worse half goes on from the best.
///
/// What a stream does hangs on its number and on what was found before it last met the others, not on when it ran: the answer is
/// the same with any number of threads. Only where a clock stops them it may differ.
final class Streams {
  private let streams: [SearchStream]
  private let threads: Int

  /// - Parameters:
  ///   - lead: A search that has found a first schedule.
  ///   - count: How many streams in all.
  ///   - threads: How many may run at once.
  ///   - seed: Where random choices begin.
  init(lead: consuming Search, count: Int, threads: Int, seed: UInt64) {
    let first = SearchStream(lead)
    var streams = [first]
    for index in 1..<max(count, 2) {
      let search = first.search.sibling(seed: seed &+ UInt64(index) &* Self.seedStep)
      streams.append(SearchStream(search))
    }
    self.streams = streams
    self.threads = min(max(threads, 1), streams.count)
  }

  /// An odd number with mixed bits, so that seeds of neighbouring streams share nothing.
  private static let seedStep: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Improves, looks for a bound with the first stream if it is wanted, and improves again.
  ///
  /// - Parameters:
  ///   - bound: Nothing costs less.
  ///   - needsBound: Whether a better one is wanted.
  ///   - heat: Where the first cooling starts, as a share of the usual.
  /// - Returns: The best bound.
  func improve(bound: Int64, needsBound: Bool, heat: Double) -> Int64 {
    var bound = bound
    let known = bound
    let phases = streams[0].search.phases
    run { _, search in
      search.improve(until: needsBound ? phases.search : 0.5, bound: known, heat: heat)
    }
    meet()
    if needsBound, !streams[0].search.isSettled(bound) {
      let relaxed = FoundBound(bound)
      run { index, search in
        if index == 0 {
          relaxed.bound = search.relaxationBound(until: phases.bound)
        }
        // The first too, with what is left where no bound is to be had, or none in time.
        search.improveFurther(
          until: phases.bound, bound: index == 0 ? relaxed.bound : known, heat: phases.heats[0])
      }
      meet()
      bound = max(bound, relaxed.bound)
    }
    let begin = streams[0].search.share()
    let best = bound
    for (epoch, heat) in phases.heats.enumerated() {
      guard !streams[0].search.isSettled(bound) else { break }
      let end = begin + (1 - begin) * Double(epoch + 1) / Double(phases.heats.count)
      run { _, search in search.improveFurther(until: end, bound: best, heat: heat) }
      meet()
    }
    return bound
  }

  /// The answer of the first stream, which has the best of all, with the work of all.
  func solution(_ finish: (inout Search, _ work: Int64) -> Solution) -> Solution {
    let work = streams.reduce(0) { $0 + $1.search.work }
    return finish(&streams[0].search, work)
  }

  // MARK: Meeting

  private func run(_ body: @escaping @Sendable (_ index: Int, _ search: inout Search) -> Void) {
    let streams = streams
    let threads = threads
    guard threads > 1 else {
      for (index, stream) in streams.enumerated() { body(index, &stream.search) }
      return
    }
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for index in stride(from: thread, to: streams.count, by: threads) {
        body(index, &streams[index].search)
      }
    }
  }

  /// The worse half, and the first, which answers, go on from the best; of equals the first in number counts as better.
  private func meet() {
    let ranked = streams.indices.sorted { left, right in
      let (mine, theirs) = (streams[left].search.bestScore, streams[right].search.bestScore)
      return mine == theirs ? left < right : mine < theirs
    }
    let best = ranked[0]
    for index in ranked.suffix(streams.count / 2) + [0] where index != best {
      streams[index].search.adopt(streams[best].search)
    }
  }
}

extension Search {
  /// Another search over the same compiled problem that starts from the best of this one.
  func sibling(seed: UInt64) -> Search { sibling(seed: seed, meter.restarted()) }

  /// The same with a meter of its own.
  func sibling(seed: UInt64, _ meter: Meter) -> Search {
    var search = Search(board.compiled, seed: seed, meter)
    search.adopt(self)
    return search
  }

  /// Goes on from the best of another search, if it is better.
  mutating func adopt(_ other: borrowing Search) {
    guard other.bestScore < bestScore else { return }
    takeBest(of: other)
    restoreBest()
  }
}
