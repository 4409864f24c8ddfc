import PlanModel
import Testing

@Suite struct TeamCapacityTests {
  @Test func aDayYieldsAvailabilityTimesLoad() {
    var builder = PlanBuilder()
    builder.plan.load = Rational(4, 5) ?? .one
    builder.addTeam(people: 6, availability: Rational(7, 10) ?? .one)
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    // 70 % × 80 % on a Wednesday, nothing on the Saturday after it.
    #expect(capacity.yield[0] == 560_000)
    #expect(capacity.available[0] == 700_000)
    #expect(capacity.yield[3] == 0)
    // 20 working days of July × 6 heads × 0.56 = 67.2 person-days.
    #expect(capacity.planned(days: 0..<28) == Effort(minutes: 67 * 480 + 96))
  }

  @Test func holidaysYieldNothing() {
    var builder = PlanBuilder()
    builder.plan.calendars[0] = WorkCalendar(name: "us", holidays: [date("2026-07-03")])
    builder.addTeam()
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    #expect(capacity.yield[1] == 1_000_000)
    #expect(capacity.yield[2] == 0)
  }

  @Test func aHireCountsByItsRampInTenthsRoundedDownAndIsMentored() {
    var builder = PlanBuilder()
    builder.addTeam(people: 4)
    builder.plan.teams[0].hires = [
      Hire(
        name: "autumn", label: "", peopleTenths: 20, on: date("2026-07-06"),
        ramp: .workingDays(10), mentoring: Rational(1, 5) ?? .zero, skill: nil, salary: nil)
    ]
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    #expect(capacity.headsTenths[4] == 40)
    #expect(capacity.paidTenths[4] == 40)
    // The day they come: nothing of the ramp, all of the mentoring: 1 − 0.4 / 4.
    #expect(capacity.headsTenths[5] == 40)
    #expect(capacity.paidTenths[5] == 60)
    #expect(capacity.yield[5] == 900_000)
    // Eight of the fourteen days of the ramp: ⌊20 × 8/14⌋ = 11 tenths; 1 − 0.4 / 5.1.
    #expect(capacity.headsTenths[13] == 51)
    #expect(capacity.yield[13] == 921_569)
    // Ramped: ten working days after Monday 6 July is Monday 20 July.
    #expect(capacity.headsTenths[19] == 60)
    #expect(capacity.yield[19] == 1_000_000)
  }

  @Test func absencesAlterTheYieldAndNotTheHeads() {
    var builder = PlanBuilder()
    builder.addTeam(people: 4)
    builder.plan.teams[0].absences = [
      Absence(
        name: "leave", label: "", peopleTenths: 10, first: date("2026-07-06"),
        last: date("2026-07-07"), skill: nil, why: nil)
    ]
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    #expect(capacity.headsTenths[5] == 40)
    #expect(capacity.yield[5] == 750_000)
    #expect(capacity.yield[6] == 750_000)
    #expect(capacity.yield[7] == 1_000_000)
  }

  @Test func absencesTakeUnpooledHeadsFirst() {
    var builder = PlanBuilder()
    let team = builder.addTeam(people: 4)
    _ = builder.addSkill(team: team, people: 2)
    builder.plan.teams[0].absences = [
      Absence(
        name: "two", label: "", peopleTenths: 20, first: date("2026-07-06"),
        last: date("2026-07-06"), skill: nil, why: nil),
      Absence(
        name: "three", label: "", peopleTenths: 30, first: date("2026-07-07"),
        last: date("2026-07-07"), skill: nil, why: nil),
    ]
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    #expect(capacity.pools[0].yield[5] == 1_000_000)
    #expect(capacity.pools[0].yield[6] == 500_000)
    #expect(capacity.yield[6] == 250_000)
  }

  @Test func anAbsenceThatNamesASkillFallsOnItsPool() {
    var builder = PlanBuilder()
    let team = builder.addTeam(people: 4)
    let skill = builder.addSkill(team: team, people: 2)
    builder.plan.teams[0].absences = [
      Absence(
        name: "one", label: "", peopleTenths: 10, first: date("2026-07-06"),
        last: date("2026-07-06"), skill: skill, why: nil)
    ]
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    #expect(capacity.pools[0].yield[5] == 500_000)
    #expect(capacity.yield[5] == 750_000)
  }

  @Test func moreAbsentThanThereAreYieldsNothing() {
    var builder = PlanBuilder()
    builder.addTeam(people: 1)
    builder.plan.teams[0].absences = [
      Absence(
        name: "all", label: "", peopleTenths: 50, first: date("2026-07-06"),
        last: date("2026-07-06"), skill: nil, why: nil)
    ]
    let capacity = TeamCapacity(TeamID(0), plan: builder.plan, days: 28)
    #expect(capacity.yield[5] == 0)
  }
}
