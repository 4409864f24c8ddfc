import PlanModel
import TestSupport
import Testing

/// Contractors, learning, upkeep and loans, with the arithmetic of each in its comments.
@Suite struct StaffingTests {
  private func capacity(_ team: Int, _ builder: PlanBuilder) -> TeamCapacity {
    TeamCapacity(TeamID(team), plan: builder.plan, days: 28)
  }

  private func hire(
    _ people: Int32, on: String, last: String? = nil, ramp: Elapsed = .zero,
    mentoring: Rational = .zero, skill: SkillID? = nil
  ) -> Hire {
    Hire(
      name: "hire", label: "", peopleTenths: people * 10, on: date(on), last: last.map(date),
      ramp: ramp, mentoring: mentoring, skill: skill, salary: nil)
  }

  @Test func contractorsCountUntilTheirLastDay() {
    var builder = PlanBuilder()
    builder.addTeam(people: 4)
    builder.plan.teams[0].hires = [hire(2, on: "2026-07-06", last: "2026-07-10")]
    let capacity = capacity(0, builder)
    // Day 5 is Monday the 6th, day 9 Friday the 10th.
    #expect(capacity.headsTenths[4...10] == [40, 60, 60, 60, 60, 60, 40])
    #expect(capacity.paidTenths[4...10] == [40, 60, 60, 60, 60, 60, 40])
  }

  @Test func contractorsLeaveInTheMiddleOfTheirRampAndOfItsMentoring() {
    var builder = PlanBuilder()
    builder.addTeam(people: 4)
    builder.plan.teams[0].hires = [
      hire(
        2, on: "2026-07-06", last: "2026-07-14", ramp: .workingDays(10),
        mentoring: Rational(1, 5) ?? .zero)
    ]
    let capacity = capacity(0, builder)
    // Tuesday the 14th: 8 of 14 days of the ramp, ⌊20 × 8/14⌋ = 11 tenths, and 1 − 0.4 / 5.1; then nothing of either.
    #expect(capacity.headsTenths[13] == 51)
    #expect(capacity.yield[13] == 921_569)
    #expect(capacity.headsTenths[14] == 40)
    #expect(capacity.yield[14] == 1_000_000)
  }

  @Test func contractorsOfASkillLeaveItsPool() {
    var builder = PlanBuilder()
    let team = builder.addTeam(people: 4)
    let skill = builder.addSkill(team: team, people: 1)
    builder.plan.teams[0].hires = [
      hire(2, on: "2026-07-06", last: "2026-07-10", skill: skill)
    ]
    #expect(capacity(0, builder).pools[0].headsTenths[4...10] == [10, 30, 30, 30, 30, 30, 10])
  }

  @Test func whoLearnsCountsToThePoolFromTheMiddleOfTheRangeOn() {
    var builder = PlanBuilder()
    let team = builder.addTeam(people: 4)
    let skill = builder.addSkill(team: team, people: 1)
    let learning = Learning(
      name: "summer", label: "", peopleTenths: 10, on: date("2026-07-01"),
      earliest: date("2026-07-08"), latest: date("2026-07-13"), mentoring: Rational(2, 5) ?? .zero)
    // Five days apart: the middle is half past the second, so the third day after the 8th.
    #expect(learning.counts == date("2026-07-11"))
    builder.plan.skills[skill.index].learnings = [learning]
    let capacity = capacity(0, builder)
    #expect(capacity.pools[0].headsTenths[9] == 10)
    #expect(capacity.pools[0].headsTenths[10] == 20)
    #expect(Set(capacity.headsTenths) == [40])
    // Mentored with 0.4 of a head of four until then: 1 − 0.4 / 4.
    #expect(capacity.yield[9] == 900_000)
    #expect(capacity.yield[12] == 1_000_000)
  }

  @Test func upkeepTakesItsShareOfWhatAvailabilityLeaves() {
    var builder = PlanBuilder()
    builder.plan.load = Rational(4, 5) ?? .one
    builder.addTeam(people: 6, availability: Rational(7, 10) ?? .one)
    builder.plan.teams[0].upkeeps = [
      Upkeep(name: "billing", label: "", share: Rational(3, 10) ?? .zero),
      Upkeep(name: "search", label: "", share: Rational(1, 10) ?? .zero),
    ]
    let capacity = capacity(0, builder)
    // 70 % × (1 − 30 % − 10 %) = 42 %, and 80 % of that is planned.
    #expect(capacity.available[0] == 420_000)
    #expect(capacity.yield[0] == 336_000)
    // The pay does not change: 6 people on a Wednesday.
    let paid = capacity.paid(
      days: 0..<1, on: builder.plan.calendars[0], from: builder.plan.start)
    #expect(paid == Effort(personDays: 6))
  }

  @Test func aLoanMovesHeadsLessItsRampAndGivesThemBack() {
    var builder = PlanBuilder()
    let giver = builder.addTeam(people: 5)
    let taker = builder.addTeam(people: 2)
    builder.plan.loans = [
      Loan(
        name: "borrowed", label: "", peopleTenths: 30, giver: giver, taker: taker, skill: nil,
        on: date("2026-07-06"), last: date("2026-07-19"), ramp: .workingDays(5))
    ]
    let gives = capacity(0, builder)
    let takes = capacity(1, builder)
    #expect(gives.headsTenths[4] == 50)
    #expect(gives.headsTenths[5] == 20)
    #expect(gives.paidTenths[5] == 20)
    #expect(gives.yield[5] == 1_000_000)
    // Monday the 6th to Monday the 13th is a ramp of seven days: nothing, 3/7, …, 6/7 of 30 tenths, rounded down.
    #expect(takes.headsTenths[4...12] == [20, 20, 24, 28, 32, 37, 41, 45, 50])
    #expect(takes.paidTenths[5] == 50)
    #expect(takes.headsTenths[18] == 50)
    // Monday the 20th everybody is back.
    #expect(gives.headsTenths[19] == 50)
    #expect(takes.headsTenths[19] == 20)
  }

  @Test func aLoanFromAPoolLeavesThePoolAndJoinsNone() {
    var builder = PlanBuilder()
    let giver = builder.addTeam(people: 4)
    let skill = builder.addSkill(team: giver, people: 3)
    let taker = builder.addTeam(people: 2)
    let other = builder.addSkill(team: taker, people: 1)
    builder.plan.loans = [
      Loan(
        name: "borrowed", label: "", peopleTenths: 20, giver: giver, taker: taker, skill: skill,
        on: date("2026-07-06"), last: nil, ramp: .zero)
    ]
    #expect(other == SkillID(1))
    #expect(capacity(0, builder).pools[0].headsTenths[4...5] == [30, 10])
    #expect(capacity(0, builder).headsTenths[27] == 20)
    #expect(capacity(1, builder).pools[0].headsTenths[5] == 10)
    #expect(capacity(1, builder).headsTenths[5] == 40)
  }

  @Test func whatWasLentBeyondAContractIsNobody() {
    var builder = PlanBuilder()
    let giver = builder.addTeam(people: 0)
    let taker = builder.addTeam(people: 1)
    builder.plan.teams[0].hires = [hire(2, on: "2026-07-01", last: "2026-07-10")]
    builder.plan.loans = [
      Loan(
        name: "lent", label: "", peopleTenths: 20, giver: giver, taker: taker, skill: nil,
        on: date("2026-07-06"), last: nil, ramp: .zero)
    ]
    #expect(capacity(0, builder).headsTenths[27] == 0)
    #expect(capacity(0, builder).paidTenths[27] == 0)
  }

  /// However many teams of however many people: sums saturate and nothing traps.
  @Test func absurdNumbersSaturate() {
    var builder = PlanBuilder()
    builder.addTeam(people: 100_000)
    builder.plan.teams[0].hires = Array(
      repeating: hire(100_000, on: "2026-07-01"), count: 3_000)
    let capacity = capacity(0, builder)
    #expect(capacity.headsTenths[0] == 1_000_000_000)
    #expect(capacity.planned(days: 0..<28) > .zero)
  }

  /// A loan moves people; it makes none and loses none, whoever comes and goes meanwhile.
  @Test(arguments: 0..<40) func loansKeepTheNumberOfPeople(seed: Int) {
    var random = SeededRandom(seed)
    var builder = PlanBuilder()
    for _ in 0..<3 { builder.addTeam(people: Int32.random(in: 6...9, using: &random)) }
    for team in builder.plan.teams.indices where random.oneIn(2) {
      let first = Int.random(in: -5...20, using: &random)
      let last = first + Int.random(in: 0...20, using: &random)
      builder.plan.teams[team].hires = [
        hire(
          Int32.random(in: 1...4, using: &random), on: "\(builder.plan.start.adding(days: first))",
          last: random.oneIn(2) ? "\(builder.plan.start.adding(days: last))" : nil)
      ]
    }
    let before = builder.plan.teams.indices.map { capacity($0, builder) }
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let giver = Int.random(in: 0..<3, using: &random)
      let first = builder.plan.start.adding(days: Int.random(in: -5...25, using: &random))
      builder.plan.loans.append(
        Loan(
          name: "l\(index)", label: "", peopleTenths: 10, giver: TeamID(giver),
          taker: TeamID((giver + Int.random(in: 1...2, using: &random)) % 3), skill: nil, on: first,
          last: random.oneIn(3)
            ? nil : first.adding(days: Int.random(in: 0...15, using: &random)),
          ramp: random.oneIn(2) ? .zero : .workingDays(3)))
    }
    let after = builder.plan.teams.indices.map { capacity($0, builder) }
    for day in 0..<28 {
      #expect(
        before.reduce(0) { $0 + $1.paidTenths[day] } == after.reduce(0) { $0 + $1.paidTenths[day] })
      // What a ramp takes, nobody has.
      let heads = after.reduce(0) { $0 + $1.headsTenths[day] }
      #expect(heads <= before.reduce(0) { $0 + $1.headsTenths[day] })
      if builder.plan.loans.allSatisfy(\.ramp.isZero) {
        #expect(heads == before.reduce(0) { $0 + $1.headsTenths[day] })
      }
    }
  }
}
