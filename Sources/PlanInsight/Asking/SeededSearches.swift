package import PlanModel

/// The same search from several fixed seeds; what has to be made of a problem before one can begin is made once for all.
package struct SeededSearches: Sendable {
  /// Searches one problem, with the seed of a number, from some schedules of it.
  package typealias Search = @Sendable (_ seed: Int, _ schedules: [Schedule]) -> Solution

  private let ready: @Sendable (Problem) -> Search
  private let seeds: Range<Int>

  /// - Parameters:
  ///   - count: How many seeds; they are numbered from 0.
  ///   - ready: Makes a problem ready to be searched.
  package init(count: Int, _ ready: @escaping @Sendable (Problem) -> Search) {
    self.init(0..<count, ready)
  }

  private init(_ seeds: Range<Int>, _ ready: @escaping @Sendable (Problem) -> Search) {
    self.seeds = seeds
    self.ready = ready
  }

  package var count: Int { seeds.count }
  package var isEmpty: Bool { seeds.isEmpty }

  /// Those of the first seed alone, and of the last.
  package var first: SeededSearches { SeededSearches(seeds.prefix(1), ready) }
  package var last: SeededSearches { SeededSearches(seeds.suffix(1), ready) }

  /// What the first seed finds.
  package var resolve: Inquiry.Resolve {
    { [ready, first = seeds.lowerBound] in ready($0)(first, $1) }
  }

  /// One search of a problem for each seed, in their order.
  package func searches(of problem: Problem) -> [@Sendable ([Schedule]) -> Solution] {
    let search = ready(problem)
    return seeds.map { seed in { search(seed, $0) } }
  }
}

extension SeededSearches: ExpressibleByArrayLiteral {
  /// Solvers that share nothing.
  package init(arrayLiteral solvers: Inquiry.Resolve...) {
    self.init(count: solvers.count) { problem in { solvers[$0](problem, $1) } }
  }
}
