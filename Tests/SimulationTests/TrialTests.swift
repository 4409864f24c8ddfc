import PlanInsight
import PlanModel
import TestSupport
import Testing

/// What trials make of a schedule.
@Suite struct TrialTests {
  /// With nothing left open a trial is the schedule, for every kind of link, window and mode that the plans have.
  @Test(arguments: samplePlans) func certainPlansRunAsScheduled(path: String) throws {
    try expectAsScheduled(plan(try Repository.read(path)))
  }

  @Test(arguments: 0..<60) func certainRandomPlansRunAsScheduled(seed: Int) throws {
    var generator = PlanGenerator(seed: seed)
    try expectAsScheduled(plan(generator.plan()))
  }

  private func expectAsScheduled(_ plan: Plan) throws {
    let solved = Solved(plan.certain)
    let simulation = solved.simulate(trials: 64)
    for (index, outlook) in simulation.initiatives.enumerated() {
      let finish = solved.schedule.finish(of: index, in: solved.model.problem)
      #expect(
        (outlook?.finish.first, outlook?.finish.counts.count ?? 1) == (finish, 1),
        "\(plan.initiatives[index].name)")
      #expect(outlook.map { $0.startsInHorizon == .one } ?? true)
    }
    #expect(
      simulation.cost.quantile(.one).minorUnits
        == solved.schedule.totalDelayCost(in: solved.model.problem))
    #expect(simulation.cost.sorted.first == simulation.cost.sorted.last)
  }

  /// Ten works in a row: means add up, variances as well.
  ///
  /// A weekday a person-day, so weekends are counted out.
  @Test func worksInARowAddUp() throws {
    let works = (1...10).map { number in
      """
      initiative i\(number) { team: one, staff: 1, effort: 5pd..10pd..25pd\
      \(number > 1 ? ", after: i\(number - 1)" : "") }
      """
    }
    let solved = Solved(
      try plan("team one { people: 1 }\n" + works.joined(separator: "\n")))
    let simulation = solved.simulate(trials: 20_000)
    let finish = try #require(simulation.initiatives[9]).finish
    // PERT: mean (5 + 40 + 25) / 6 = 11.67 days, variance (11.67 − 5)(25 − 11.67) / 7 = 12.70; ten of each. A work that
    // ends within a day takes all of it: half a day more on average.
    let days = finish.counts.enumerated().map { offset, count in
      (weekdays(through: finish.first + Int32(offset), solved.model), Double(count))
    }
    let mean = days.reduce(0) { $0 + $1.0 * $1.1 } / 20_000
    let variance = days.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / 20_000
    #expect(abs(mean - (116.7 + 5)) < 0.5)
    // Rounding up to a day adds a twelfth to each.
    #expect(abs(variance - (127.0 + 10.0 / 12)) < 5)
  }

  /// Two works at once: the later of both ends by a day with the product of their chances.
  @Test func theLaterOfTwoIsTheirProduct() throws {
    let simulation = Solved(
      try plan(
        """
        team one { people: 1 }
        team two { people: 1 }
        goal both { by: 2026-12-31 }
        initiative a { team: one, staff: 1, serves: both, effort: 10pd..20pd..60pd }
        initiative b { team: two, staff: 1, serves: both, effort: 15pd..20pd..50pd }
        """)
    ).simulate(trials: 20_000)
    let first = try #require(simulation.initiatives[0]).finish
    let second = try #require(simulation.initiatives[1]).finish
    let both = try #require(simulation.goals[0]).finish
    for day: Int32 in stride(from: 20, through: 80, by: 5) {
      let expected =
        first.chance(by: day).approximate * second.chance(by: day).approximate
      #expect(abs(both.chance(by: day).approximate - expected) < 0.012, "day \(day)")
    }
  }

  /// Merge bias (MacCrimmon & Ryavec, "An Analytical Study of the PERT Assumptions", 1964):
  /// where equal paths meet, the date of each alone is met less often than each meets it.
  @Test func mergingPathsAreLaterThanEachOfThem() throws {
    let bodies = (1...4).map { number in
      """
      team t\(number) { people: 1 }
      initiative i\(number) { team: t\(number), staff: 1, serves: all, effort: 20pd..40pd..60pd }
      """
    }
    let simulation = Solved(
      try plan("goal all { by: 2026-12-31 }\n" + bodies.joined(separator: "\n"))
    ).simulate(trials: 20_000)
    let alone = try #require(simulation.initiatives[0]).finish
    let goal = try #require(simulation.goals[0])
    // Symmetric, so each is in time half of the time, and all four in one of sixteen.
    #expect(abs(alone.chance(by: goal.scheduled).approximate - 0.5) < 0.06)
    #expect(abs(goal.finish.chance(by: goal.scheduled).approximate - 0.0625) < 0.03)
    // Each is the last of four in a quarter of the trials.
    for index in 0..<4 {
      let share = try #require(simulation.criticalities[index]).share.approximate
      #expect(abs(share - 0.25) < 0.03)
    }
  }

  @Test func aRiskStrikesAsOftenAsItSays() throws {
    let simulation = Solved(
      try plan(
        """
        team one { people: 1 }
        initiative a {
          team: one, staff: 1, effort: 10pd..10pd..10pd
          risk trouble { chance: 30%, adds: 10pd..10pd..10pd }
        }
        """)
    ).simulate(trials: 20_000)
    let finish = try #require(simulation.initiatives[0]).finish
    // Ten days end on Tuesday the 14th, twenty on Tuesday the 28th.
    #expect(finish.first == 13)
    #expect(finish.counts.count == 15)
    #expect(abs(finish.chance(by: 13).approximate - 0.7) < 0.01)
  }

  @Test func anExternalSlipsAndAFallbackEndsTheWait() throws {
    func finish(_ fallback: String) throws -> DayDistribution {
      let solved = Solved(
        try plan(
          """
          team one { people: 2 }
          external api "API" { date: 2026-07-15, commitment: agreed, slip: 0d..0d..60d \(fallback) }
          initiative a { team: one, staff: 1, effort: 1pd..1pd..1pd, after: api }
          """))
      return try #require(solved.simulate().initiatives[0]).finish
    }
    let alone = try finish("")
    let helped = try finish(
      "\n fallback own \"Own\" { from: 2026-08-03, adds: 5pd..5pd..5pd, team: one }\n")
    #expect(alone.first == 15)
    #expect(helped.first == 15)
    // Taken on 3 August, done on the 7th, the work on the Monday after: day 40.
    #expect(helped.quantile(.one) == 40)
    #expect(alone.quantile(.one) > 60)
    #expect(alone.chance(by: 39) == helped.chance(by: 39))
  }

  @Test func paceIsCommonToATeam() throws {
    let works = (1...8).map {
      "initiative i\($0) { team: one, staff: 1, effort: 10pd..10pd..10pd }"
    }
    let solved = Solved(try plan("team one { people: 1 }\n" + works.joined(separator: "\n")))
    let finish = try #require(
      solved.simulate(trials: 20_000, pace: 0.2).initiatives.compactMap(\.?.finish)
        .max { $0.mean < $1.mean })
    // Eighty days at ±20 %: were paces drawn for each work, it would be ±7 %.
    let days = finish.counts.enumerated().map { offset, count in
      (weekdays(through: finish.first + Int32(offset), solved.model), Double(count))
    }
    let mean = days.reduce(0) { $0 + $1.0 * $1.1 } / 20_000
    let variance = days.reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / 20_000
    #expect(abs(variance.squareRoot() / mean - 0.2) < 0.01)
  }

  private func weekdays(through day: Int32, _ model: SchedulingModel) -> Double {
    Double((0...day).count { !model.date(ofDay: $0).isWeekend })
  }
}
