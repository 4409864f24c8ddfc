import PlanModel
import TestSupport
import Testing

/// What a headcount comes to, against a count of everybody on every day.
@Suite struct HeadcountUseTests {
  @Test(arguments: 1...30)
  func itIsWhatCountingDayByDayGives(seed: Int) {
    var random = SeededRandom(seed)
    let plan = Self.plan(&random)
    for headcount in plan.headcounts {
      let uses = plan.uses(of: headcount)
      #expect(uses.map(\.days.upperBound).allSatisfy { $0 >= plan.asOf })
      for use in uses {
        let days = Array(use.days.lowerBound.dayNumber...use.days.upperBound.dayNumber)
          .map(CivilDate.init(dayNumber:))
        let counts = days.filter { $0 >= plan.asOf }.map {
          ($0, Self.people(plan, headcount, on: $0))
        }
        #expect(use.mostTenths == counts.map(\.1).max())
        let limit = Int64(headcount.peopleTenths ?? .max)
        #expect(use.crowdedOn == counts.first { $0.1 > limit }?.0)
        // Of four heads at most each hire is rounded to two and a half units; days summed one by one are exact.
        let hires = headcount.teams.flatMap { plan.teams[$0.index].hires }.filter(headcount.counts)
        let cost = days.reduce(Rational.zero) { sum, day in
          hires.reduce(sum) { $0.plus(Self.cost(of: $1, on: day, plan)) ?? $0 }
        }
        #expect((cost.rounded - use.cost.minorUnits).magnitude <= UInt64(3 * (hires.count + 1)))
        #expect(use.isKept == (use.mostTenths <= limit && use.cost <= headcount.money ?? use.cost))
      }
    }
  }

  /// Sums of more than anybody has are held at what is counted, and nothing traps.
  @Test func theLargestOfEverythingIsHeld() {
    var builder = PlanBuilder(to: "2056-06-30")
    builder.addTeam()
    builder.plan.teams[0].peopleTenths = .max
    builder.plan.teams[0].hires = (0..<50).map { number in
      Hire(
        name: "h\(number)", label: "", peopleTenths: .max, on: builder.plan.start, ramp: .zero,
        mentoring: .zero, skill: nil, salary: MoneyRate(minorUnitsPerYear: Rational(.max)),
        fee: Money(minorUnits: .max))
    }
    let headcount = Headcount(
      name: "all", label: "", peopleTenths: .max, money: Money(minorUnits: .max),
      each: .workingDays(1), teams: [TeamID(0)])
    let uses = builder.plan.uses(of: headcount)
    #expect(uses.count > 5_000)
    #expect(uses.allSatisfy { $0.mostTenths == 51 * Int64(Int32.max) && $0.excess == .zero })
  }

  private static func people(_ plan: Plan, _ headcount: Headcount, on day: CivilDate) -> Int64 {
    var tenths: Int64 = 0
    for team in headcount.teams {
      if headcount.counted != .contractors { tenths += Int64(plan.teams[team.index].peopleTenths) }
      for hire in plan.teams[team.index].hires where hire.on <= day && day <= hire.last ?? day {
        let isContractor = hire.last != nil
        guard headcount.counted == .everybody || (headcount.counted == .contractors) == isContractor
        else { continue }
        tenths += Int64(hire.peopleTenths)
      }
      for loan in plan.loans
      where loan.last == nil && loan.on <= day && headcount.counted != .contractors {
        if loan.taker == team { tenths += Int64(loan.peopleTenths) }
        if loan.giver == team { tenths -= Int64(loan.peopleTenths) }
      }
    }
    return tenths
  }

  private static func cost(of hire: Hire, on day: CivilDate, _ plan: Plan) -> Rational {
    guard hire.on <= day, day <= hire.last ?? day else { return .zero }
    let yearly = (hire.salary ?? plan.salaryByRate).minorUnitsPerYear
    let daily = yearly.times(Rational(Int64(hire.peopleTenths), 3640) ?? .zero) ?? .zero
    return hire.on == day ? daily.plus(Rational(hire.fee?.minorUnits ?? 0)) ?? daily : daily
  }

  private static func plan(_ random: inout SeededRandom) -> Plan {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var builder = PlanBuilder(to: "2027-03-31")
    let start = builder.plan.start
    builder.plan.asOf = start.adding(days: number(0...60))
    for _ in 0..<3 { builder.addTeam(people: Int32(number(0...9))) }
    for team in 0..<3 {
      builder.plan.teams[team].hires = (0..<number(0...5)).map { index in
        let on = start.adding(days: number(0...250))
        return Hire(
          name: "h\(index)", label: "", peopleTenths: Int32(number(1...40)), on: on,
          last: number(0...1) == 0 ? nil : on.adding(days: number(0...120)),
          ramp: .workingDays(Int32(number(0...40))), mentoring: .zero, skill: nil,
          salary: number(0...2) == 0
            ? nil : MoneyRate(minorUnitsPerYear: Rational(Int64(number(1...30_000_000)))),
          fee: number(0...3) == 0 ? Money(minorUnits: Int64(number(1...9_000_000))) : nil)
      }
    }
    builder.plan.loans = (0..<number(0...3)).map { index in
      let giver = number(0...2)
      let on = start.adding(days: number(0...200))
      return Loan(
        name: "l\(index)", label: "", peopleTenths: Int32(number(1...20)), giver: TeamID(giver),
        taker: TeamID((giver + 1) % 3), skill: nil, on: on,
        last: number(0...1) == 0 ? nil : on.adding(days: 30), ramp: .zero)
    }
    builder.plan.headcounts = (0..<6).map { index in
      let first = start.adding(days: number(-20...200))
      let lengths: [Elapsed?] = [nil, .months(1), .months(3), .workingDays(5)]
      return Headcount(
        name: "c\(index)", label: "",
        peopleTenths: number(0...2) == 0 ? nil : Int32(number(0...300)),
        money: number(0...1) == 0 ? nil : Money(minorUnits: Int64(number(0...90_000_000))),
        each: lengths[number(0...3)],
        during: number(0...1) == 0 ? nil : first...first.adding(days: number(0...300)),
        teams: (0..<3).filter { _ in number(0...2) > 0 }.map { TeamID($0) },
        counted: Headcount.Counted.allCases[number(0...2)])
    }
    return builder.plan
  }
}
