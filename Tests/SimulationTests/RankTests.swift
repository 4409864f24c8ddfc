import PlanInsight
import PlanModel
import PlanSolver
import TestSupport
import Testing

/// What becomes of ranks when estimates are drawn.
@Suite struct RankTests {
  private func comparison(
    _ solved: Solved, line: Int, scores: [OrderComparison.Score] = []
  ) -> OrderComparison {
    let resolve: Inquiry.Resolve = { problem, seeds in
      solve(problem, SolveOptions.question, from: seeds)
    }
    let base = resolve(solved.model.problem, [solved.schedule])
    return OrderComparison(
      of: solved.model, base: base, scores: scores, line: line,
      inquiry: Inquiry(streams: [resolve], alternatives: [resolve]))
  }

  /// Worth as much as one another, one of ten days, the other of five to fifteen: which is first is a toss of a coin, for those who rank
  /// by worth and effort and for the schedule, which has one person to do both.
  @Test func whatIsAsLikelyLargerAsSmallerIsFirstInHalf() throws {
    let solved = Solved(
      try plan(
        """
        language: 1
        plan "P" { start: 2026-07-06, until: 2027-06-30, load: 100%, estimate: triangular }
        team one { people: 1 }
        initiative known { team: one, staff: 1, effort: 10pd..10pd..10pd, cost_of_delay: $10k/week }
        initiative unknown { team: one, staff: 1, effort: 5pd..10pd..15pd, cost_of_delay: $10k/week }
        initiative last { team: one, staff: 1, effort: 40pd..40pd..40pd, cost_of_delay: $1k/week }
        """))
    let orders = comparison(solved, line: 1).orders
    for order in orders where order.rule == .shortestFirst || order.rule == .solved {
      let known = try #require(order.stabilities[0])
      let unknown = try #require(order.stabilities[1])
      let tolerance = order.rule == .solved ? 0.2 : 0.07
      #expect(abs(known.aboveLine.approximate - 0.5) < tolerance)
      #expect(known.aboveLine.plus(unknown.aboveLine) == .one)
      #expect(known.places == 1...2 && unknown.places == 1...2)
      #expect(order.stabilities[2]?.places == 3...3)
      #expect(order.stabilities[2]?.aboveLine == .zero)
    }
    let written = try #require(orders.first { $0.rule == .written })
    #expect(written.stabilities.map { $0?.aboveLine } == [.one, .zero, .zero])
  }

  /// A pace that all of a team's works have in common moves no rank among them.
  @Test func whatIsCommonMovesNoRank() throws {
    let solved = Solved(
      try plan(
        """
        team one { people: 1 }
        initiative a { team: one, staff: 1, effort: 10pd..10pd..10pd, cost_of_delay: $10k/week }
        initiative b { team: one, staff: 1, effort: 11pd..11pd..11pd, cost_of_delay: $10k/week }
        """))
    for order in comparison(solved, line: 1).orders {
      #expect(order.stabilities.map { $0?.places } == [1...1, 2...2])
    }
  }

  /// A score is computed anew from what is drawn, and what nothing is drawn for stands where it stood.
  @Test func scoresAreComputedFromWhatIsDrawn() throws {
    let solved = Solved(
      try plan(
        """
        language: 1
        plan "P" { start: 2026-07-06, until: 2027-06-30, load: 100%, estimate: triangular }
        team one { people: 1 }
        initiative known { team: one, staff: 1, effort: 10pd..10pd..10pd }
        initiative unknown { team: one, staff: 1, effort: 5pd..10pd..15pd }
        """))
    let score = OrderComparison.Score(name: "shortest") { minutes in
      (minutes ?? [4_800, 4_800]).map { Rational(1, $0) }
    }
    let order = try #require(comparison(solved, line: 1, scores: [score]).orders.last)
    // With the pace of the team both vary, and alike.
    #expect(abs(try #require(order.stabilities[0]).aboveLine.approximate - 0.5) < 0.07)
  }

  /// Draws are those of the simulation: what lies within its P10 and P90 does so here.
  @Test func drawsAreThoseOfTheSimulation() throws {
    let solved = Solved(
      try plan(
        """
        team one { people: 1 }
        initiative a {
          team: one, staff: 1, effort: 10pd..20pd..60pd
          risk late { chance: 40%, adds: 5pd..10pd..20pd }
        }
        """))
    let simulation = Simulation(
      solved.model, solved.schedule, SimulationOptions(trials: 400, assumesSlips: false))
    let finish = try #require(simulation.initiatives[0]).finish
    let calendar = solved.model.plan.calendars[0]
    let draws = EstimateDraws(solved.model)
    let days = (0..<400).map { draw in
      let whole = Int((draws.minutes(draw)[0] + 479) / 480)
      return solved.model.day(
        of: calendar.date(solved.model.plan.start, plusWorkingDays: whole - 1))
    }.sorted()
    for percent in [10, 50, 90] {
      #expect(days[400 * percent / 100 - 1] == finish.percentile(Int64(percent)))
    }
  }
}
