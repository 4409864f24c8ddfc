import PlanInsight
import PlanModel
import TestSupport
import Testing

/// Examples that others have published, with the figures they give.
///
/// Durations are taken ten times as long, so that work which fills its last day makes no difference.
@Suite struct PublishedTests {
  /// Merge bias: three paths of 20 days each.
  ///
  /// Levine, "Practical Project Management", 2002, figure 6.3c.
  ///
  /// The plan says 20 October. Simulated with triangular durations, half of the trials end by the 25th, the last of them on
  /// 4 November, the 35th day, and "less than a 5 percent chance" is left of two days after the plan; there days are whole ones.
  @Test func threeEqualPathsAreFiveDaysLate() throws {
    let solved = Solved(
      try plan(
        """
        language: 1
        plan "Project X" { start: 2026-07-01, until: 2029-06-30, load: 100%, estimate: triangular }
        team design { people: 1 }
        team a { people: 1 }
        team b { people: 1 }
        team c { people: 1 }
        goal x { by: 2028-12-31 }
        initiative release { team: design, staff: 1, effort: 30pd..40pd..50pd }
        initiative make_a { team: a, staff: 1, effort: 30pd..50pd..100pd, after: release }
        initiative join_a { team: a, staff: 1, effort: 110pd..110pd..220pd, after: make_a, serves: x }
        initiative make_b { team: b, staff: 1, effort: 10pd..50pd..50pd, after: release }
        initiative join_b { team: b, staff: 1, effort: 50pd..110pd..170pd, after: make_b, serves: x }
        initiative make_c { team: c, staff: 1, effort: 50pd..50pd..50pd, after: release }
        initiative join_c { team: c, staff: 1, effort: 50pd..70pd..120pd, after: make_c }
        initiative test_c { team: c, staff: 1, effort: 30pd..40pd..100pd, after: join_c, serves: x }
        """))
    let goal = try #require(solved.simulate(trials: 20_000).goals[0]).finish
    func share(through days: Int) -> Double {
      let last = solved.model.plan.calendars[0].date(
        solved.model.plan.start, plusWorkingDays: days - 1)
      return goal.chance(by: solved.model.day(of: last)).approximate
    }
    #expect(abs(share(through: 251) - 0.5) < 0.03)
    #expect(share(through: 200) < 0.01)
    #expect(share(through: 210) < 0.05)
    #expect(share(through: 340) > 0.999 && share(through: 370) == 1)
  }

  /// Merge bias: what is late in one of four, and what is late in three of ten, are late together in nearly one of two.
  ///
  /// Goodpasture, "Schedule Merge: the biggest hazard of all", 2020.
  @Test func twoThatMergeAreLateInNearlyHalf() throws {
    let solved = Solved(
      try plan(
        """
        team one { people: 1 }
        team two { people: 1 }
        team three { people: 1 }
        initiative a {
          team: one, staff: 1, effort: 10pd..10pd..10pd
          risk late { chance: 25%, adds: 5pd..5pd..5pd }
        }
        initiative b {
          team: two, staff: 1, effort: 10pd..10pd..10pd
          risk late { chance: 30%, adds: 5pd..5pd..5pd }
        }
        initiative c { team: three, staff: 1, effort: 1pd..1pd..1pd, after: [a, b] }
        """))
    let finish = try #require(solved.simulate(trials: 20_000).initiatives[2]).finish
    // Ten days end on 14 July, so that it is done on the 15th where neither is late.
    #expect(abs(finish.chance(by: 14).approximate - 0.75 * 0.7) < 0.01)
    #expect(finish.counts.count > 1)
  }

  /// Critical chain: a project buffer of √((9 − 6)² + (6 − 4)² + (3 − 2)²) behind a chain of 6 + 4 + 2 days.
  ///
  /// Vanhoucke, "Sizing CC/BM buffers: the root squared error method".
  /// With each work's median its aggressive and its P90 its safe duration, the buffer protects nine of ten: what each work promised by
  /// itself with six days of safety, the chain promises with four.
  @Test func aBufferOfRootsProtectsNineOfTen() throws {
    // PERT 0.45..0.875..2.3 has the median 1 and the P90 1.5.
    let aggressive = [60, 40, 20]
    let works = aggressive.enumerated().map { index, days in
      let points = [45 * days, 1_750 * days / 20, 230 * days].map { "\($0 / 100)pd" }
      return """
        initiative i\(index) { team: one, staff: 1, effort: \(points.joined(separator: ".."))\
        \(index > 0 ? ", after: i\(index - 1)" : "") }
        """
    }
    let solved = Solved(
      try plan("team one { people: 1 }\n" + works.joined(separator: "\n")))
    for (work, days) in zip(solved.model.plan.works, aggressive) {
      let curve = EffortDistribution(work.estimate)
      let median = Double(curve.quantile(.percent(50)).minutes) / Double(8 * 60 * days)
      let safe = Double(curve.quantile(.percent(90)).minutes) / Double(8 * 60 * days)
      #expect(abs(median - 1) < 0.02 && abs(safe - 1.5) < 0.02)
    }
    let finish = try #require(solved.simulate(trials: 20_000).initiatives[2]).finish
    func share(through days: Int) -> Double {
      let last = solved.model.plan.calendars[0].date(
        solved.model.plan.start, plusWorkingDays: days - 1)
      return finish.chance(by: solved.model.day(of: last)).approximate
    }
    // 37 days of buffer; and a day for what three works leave of their last.
    #expect(abs(share(through: 120 + 37 + 1) - 0.9) < 0.02)
    #expect(abs(share(through: 121) - 0.45) < 0.03)
    #expect(share(through: 181) > 0.97)
  }
}
