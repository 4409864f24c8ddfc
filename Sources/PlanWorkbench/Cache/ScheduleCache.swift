internal import PlanModel
internal import PlanSolver
internal import PlanText

/// Schedules that were found before, by what they follow from: a plan that was solved once is not searched again.
///
/// What is found in it gives the same bytes as a search would: its name is a hash of everything that the answer of the solver
/// hangs on, and what it holds passes the checker before it is believed. Questions about a schedule are not kept, nor is what a
/// clock or a reader ended.
package struct ScheduleCache: Sendable {
  /// What tells builds of the program apart that may search otherwise.
  let program: String
  let read: @Sendable (_ name: String) -> [UInt8]?
  let write: @Sendable (_ bytes: [UInt8], _ name: String) -> Void

  /// - Parameters:
  ///   - program: What tells builds of the program apart, besides its version.
  ///   - read: What is kept under a name of letters and digits; anything may come back.
  ///   - write: Keeps something under a name.
  package init(
    program: String, read: @escaping @Sendable (_ name: String) -> [UInt8]?,
    write: @escaping @Sendable (_ bytes: [UInt8], _ name: String) -> Void
  ) {
    self.program = "\(planVersion) \(program)"
    self.read = read
    self.write = write
  }

  /// The schedule that a search gives, from the cache where it is there.
  ///
  /// - Parameters:
  ///   - problem: What to decide.
  ///   - options: How hard to search; under a clock nothing is taken or kept.
  ///   - seeds: Where the search begins.
  ///   - isWhole: Whether what `search` found is what it finds when nobody ends it; asked behind it.
  ///   - search: Searches.
  /// - Returns: What `search` returns.
  func solution(
    of problem: Problem, _ options: SolveOptions, from seeds: [Schedule],
    isWhole: () -> Bool, search: () -> Solution
  ) -> Solution {
    guard options.watch == nil else { return search() }
    let name = SHA256.hexadecimal(
      of: contentBytes(
        of: Subject(program: program, options: Options(options), problem: problem, seeds: seeds)))
    if let bytes = read(name), let known = Solution(cached: bytes, under: name, of: problem) {
      return known
    }
    let found = search()
    if found.work >= Self.leastWork, isWhole() { write(found.cached(under: name), name) }
    return found
  }

  /// Counted work below which searching again takes no longer than reading: some milliseconds.
  private static let leastWork: Int64 = 100_000

  /// Everything that an answer hangs on.
  private struct Subject: Encodable {
    let program: String
    let options: Options
    let problem: Problem
    let seeds: [Schedule]
  }

  /// What of the solver's options its answer hangs on; threads do not matter.
  private struct Options: Encodable {
    let search: String
    let seed: UInt64
    let needsBound: Bool
    let workLimit: Int64?
    let streams: Int?

    init(_ options: SolveOptions) {
      search = options.search.rawValue
      seed = options.seed
      needsBound = options.needsBound
      workLimit = options.workLimit
      streams = options.streams
    }
  }
}
