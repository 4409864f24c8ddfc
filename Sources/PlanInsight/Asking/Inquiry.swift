package import PlanModel

/// How questions about a schedule are solved: what each may spend is the shell's to say, and so is with how many threads.
package struct Inquiry: Sendable {
  /// Solves a problem from some schedules of it.
  package typealias Resolve = @Sendable (_ problem: Problem, _ seeds: [Schedule]) -> Solution
  /// Looks for what no schedule of a problem costs less than, in minor units, from some schedules of it.
  package typealias Bound = @Sendable (_ problem: Problem, _ seeds: [Schedule]) -> Int64

  /// The same solver from several fixed seeds, each with its share of the work.
  ///
  /// A figure is the best that any of them finds; where they disagree on an order, a rank is shared. Never empty.
  package var streams: SeededSearches
  /// The same with more work in each: for another plan to think through, whose answer lies farther from the one asked about.
  package var alternatives: SeededSearches
  /// One search with little work: for dozens of plans of which a good schedule is known, to see which are worth another.
  package var scouts: SeededSearches
  /// Looks for a schedule and for the proof that none is cheaper, with more work than a stream has; `nil` where none is wanted.
  package var prover: Resolve?
  /// Looks for a proved bound and for no better schedule than those it is given; `nil` where none is wanted.
  package var bound: Bound?
  /// Where there are many figures, a bound is looked for only of the delay asked about and of rises above this: the gap that
  /// the plan's own bound leaves, since that of another plan is no smaller.
  package var boundsSparingly: Int64?
  /// Makes the problem of a plan that differs a little from the one asked about, as that one's was made.
  package var model: @Sendable (Plan) -> SchedulingModel
  package var workers: Workers

  package init(
    streams: SeededSearches, alternatives: SeededSearches, scouts: SeededSearches? = nil,
    prover: Resolve? = nil, bound: Bound? = nil,
    model: @escaping @Sendable (Plan) -> SchedulingModel = { SchedulingModel($0) },
    threads: Int = 1
  ) {
    self.streams = streams
    self.alternatives = alternatives
    self.scouts = (scouts ?? streams).first
    self.prover = prover
    self.bound = bound
    self.model = model
    workers = Workers(threads: threads)
  }

  /// The same with one search for each other plan, for questions that have dozens of those.
  var ofOneStream: Inquiry {
    var inquiry = self
    inquiry.alternatives = alternatives.first
    return inquiry
  }

  /// One solver for everything.
  package init(_ resolve: @escaping Resolve) {
    self.init(streams: [resolve], alternatives: [resolve])
  }
}
