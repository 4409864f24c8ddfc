import PlanInsight
import PlanModel
import TestSupport
import Testing

/// What may happen besides efforts that differ: gates, losses, people who learn, what is known of a class.
@Suite struct UnsureTests {
  /// A gate that is passed in seven of ten trials; who waits for the work waits with it, who only has the same people does not.
  @Test func aGateEndsWhatItEndsAndWhatWaitsForIt() throws {
    let solved = Solved(
      try plan(
        """
        team one { people: 1 }
        goal both { by: 2026-12-31, cost_of_delay: $10k/week }
        initiative a {
          team: one, staff: 1, serves: both, effort: 20pd..20pd..20pd
          gate look { on: 2026-07-10, needs: "somebody uses it", chance: 70% }
        }
        initiative b { team: one, staff: 1, serves: both, effort: 10pd..10pd..10pd, after: a }
        initiative c { team: one, staff: 1, effort: 5pd..5pd..5pd }
        """))
    let simulation = solved.simulate(trials: 20_000)
    let first = try #require(simulation.initiatives[0])
    let second = try #require(simulation.initiatives[1])
    let third = try #require(simulation.initiatives[2])
    let goal = try #require(simulation.goals[0])
    let planned = try #require(solved.schedule.finish(of: 0, in: solved.model.problem))
    #expect(abs(first.finish.chance(by: planned).approximate - 0.7) < 0.01)
    #expect(
      first.finish.chance(by: solved.model.problem.lastDay) == first.finish.chance(by: planned))
    #expect(first.startsInHorizon == .one)
    #expect(
      second.finish.chance(by: solved.model.problem.lastDay) == first.finish.chance(by: planned))
    #expect(second.startsInHorizon < .one)
    #expect(goal.finish.chance(by: goal.scheduled) == first.finish.chance(by: planned))
    #expect(third.finish.counts.count == 1)
    // What is given up costs what is undone.
    let undone = solved.model.problem.goals[0].undoneCost
    #expect(simulation.cost.percentile(90).minorUnits >= undone)
    #expect(simulation.uncertainty.assumptions.isEmpty)
  }

  /// What is done before the gate's day is done.
  @Test func aGateComesTooLateForWhatIsDone() throws {
    let simulation = Solved(
      try plan(
        """
        team one { people: 1 }
        initiative a {
          team: one, staff: 1, effort: 5pd..5pd..5pd
          gate look { on: 2026-07-31, needs: "somebody uses it", chance: 10% }
        }
        """)
    ).simulate()
    #expect(try #require(simulation.initiatives[0]).finish.counts.count == 1)
  }

  @Test func gatesOfWhichNothingIsKnownAreTold() throws {
    let simulation = Solved(
      try plan(
        """
        team one { people: 1 }
        initiative a {
          team: one, staff: 1, effort: 5pd..5pd..5pd
          gate first { on: 2026-07-03, needs: "somebody uses it" }
          gate second { on: 2026-07-06, needs: "more do", chance: 50%, otherwise: shrink }
          gate third { on: 2026-07-06, needs: "more do", chance: 100% }
        }
        """)
    ).simulate()
    #expect(simulation.uncertainty.assumptions.count == 2)
    #expect(try #require(simulation.initiatives[0]).finish.counts.count == 1)
  }

  /// With 40 % a year of which 10 % stay, a loss strikes by a day with 30 % × its share of the year.
  @Test func aLossStrikesOrItDoesNot() throws {
    let solved = Solved(
      try plan(
        """
        team one { people: 1 }
        initiative stabilise { team: one, staff: 1, effort: 60pd..60pd..60pd, priority: must }
        initiative product {
          team: one, staff: 1, effort: 5pd..5pd..5pd, after: stabilise
          risk outage { chance: 40%, costs: $2M, over: 1y, lowered { chance: 10%, once: stabilise } }
        }
        """))
    let simulation = solved.simulate(trials: 40_000)
    let done = try #require(solved.schedule.finish(of: 0, in: solved.model.problem))
    let scheduled = solved.schedule.totalDelayCost(in: solved.model.problem)
    let least = try #require(simulation.cost.sorted.first)
    let struck = simulation.cost.sorted.count { $0 >= least + 200_000_000 }
    let expected = 0.3 * Double(done + 1) / 364
    #expect(abs(Double(struck) / 40_000 - expected) < 0.005)
    // On average it is what the schedule counts.
    #expect(
      abs(simulation.cost.mean.minorUnits - scheduled) < 3 * simulation.cost.errorOfMean.minorUnits)
    #expect(simulation.cost.sorted.allSatisfy { ($0 - least) % 200_000_000 == 0 })
  }

  /// A second head in the pool after two to four months, and work that needs it.
  @Test func workWaitsForPeopleWhoLearn() throws {
    let solved = Solved(
      try plan(
        """
        team one {
          people: 2
          skill databases { people: 1, learn summer { people: 1, lasts: 2mo..4mo } }
        }
        initiative long { team: one, skill: databases, staff: 1, effort: 180pd..180pd..180pd, priority: must, not_before: 2026-07-01, deadline: 2027-03-09 }
        initiative short { team: one, skill: databases, staff: 1, effort: 1pd..1pd..1pd }
        """))
    let finish = try #require(solved.simulate(trials: 20_000).initiatives[1]).finish
    let middle = solved.model.day(of: solved.model.plan.skills[0].learnings[0].counts)
    #expect(solved.schedule.start(of: 1, in: solved.model.problem) ?? 0 >= middle)
    // 1 September to 1 November, each day as likely.
    #expect(solved.model.date(ofDay: finish.first).text == "1 Sep 2026")
    let last = finish.first + Int32(finish.counts.count) - 1
    #expect(solved.model.date(ofDay: last).text == "2 Nov 2026")
    #expect(abs(finish.chance(by: middle).approximate - 0.5) < 0.03)
  }

  /// Each of what was measured is as likely as the others: ten days of a whole head take 10, 12.5 and 20 working days.
  @Test func measuredAvailabilityIsDrawn() throws {
    let simulation = Solved(
      try plan(
        """
        team one { people: 1, availability: [100%, 80%, 50%] }
        initiative a { team: one, staff: 1, effort: 10pd..10pd..10pd }
        """)
    ).simulate(trials: 20_000)
    let finish = try #require(simulation.initiatives[0]).finish
    let shares = finish.counts.filter { $0 > 0 }.map { Double($0) / 20_000 }
    #expect(shares.count == 3)
    for share in shares { #expect(abs(share - 1.0 / 3) < 0.015) }
  }

  /// Two teams at work of one class are late together; of no class each by itself.
  @Test func aClassIsOffForAllOfIt() throws {
    func spread(_ word: String) throws -> (Double, together: Double, own: DayDistribution) {
      let solved = Solved(
        try plan(
          """
          class migrations { uplift: 150%, varies: 30% }
          team one { people: 1 }
          team two { people: 1 }
          goal both { by: 2026-12-31 }
          initiative a { \(word)team: one, staff: 1, serves: both, effort: 20pd..20pd..20pd }
          initiative b { \(word)team: two, staff: 1, serves: both, effort: 20pd..20pd..20pd }
          """))
      let simulation = Simulation(
        solved.model, solved.schedule, SimulationOptions(trials: 4_000, assumesSlips: false))
      let goal = try #require(simulation.goals[0]).finish
      let own = try #require(simulation.initiatives[0]).finish
      // How much more often both are in time than they would be each by itself.
      let median = own.percentile(50)
      let alone = own.chance(by: median).approximate
      let together = goal.chance(by: median).approximate - alone * alone
      return (Double(solved.model.plan.works[0].effort.minutes), together, own)
    }
    let plain = try spread("")
    let classed = try spread("class: migrations, ")
    #expect(classed.0 == 1.5 * plain.0)
    #expect(classed.own.mean > plain.own.mean)
    #expect(classed.own.counts.count > plain.own.counts.count)
    #expect(abs(plain.together) < 0.02)
    #expect(classed.together > 0.08)
  }

  /// A promise that was agreed is flagged where it is less sure than its horizon has to be.
  @Test func anAgreedDateIsAPromise() throws {
    var solved = Solved(
      try plan(
        """
        horizon now "Now" { span: 0mo..3mo, band: 80%..90% }
        horizon next "Next" { span: 3mo..12mo, band: 50%..70% }
        team one { people: 1 }
        initiative a { team: one, staff: 1, effort: 10pd..20pd..30pd }
        """))
    var changed = solved.model.plan
    let finish = try #require(solved.schedule.finish(of: 0, in: solved.model.problem))
    let days = changed.start...solved.model.date(ofDay: finish)
    changed.agreed = AgreedSchedule(
      initiatives: [AgreedEntry(name: "a", days: days)], works: [nil], gone: [])
    solved.model = SchedulingModel(changed)
    let flags = solved.simulate().flags(solved.model)
    #expect(flags.map(\.promise) == [.agreed(InitiativeID(0), days.upperBound)])
    #expect(abs((flags.first?.chance.approximate ?? 0) - 0.5) < 0.1)
  }
}
