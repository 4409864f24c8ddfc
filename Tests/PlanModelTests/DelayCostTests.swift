import PlanModel
import Testing

@Suite struct DelayCostTests {
  private let start = date("2026-07-01")
  /// $7 a week: one dollar a calendar day.
  private let dollarADay = MoneyRate(minorUnitsPerYear: 36_400)

  @Test func accruesPerCalendarDayToTheEndOfTheFinish() {
    let cost = DelayCost(urgency: Urgency(costOfDelay: dollarADay), planStart: start, days: 10)
    #expect(cost.byFinish == [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
    #expect(cost.undone == 1000)
  }

  @Test func aMonthIsThirtyDaysAndAThird() {
    // $91 a month is $3 a day.
    let rate = MoneyRate(minorUnitsPerYear: Rational(9_100 * 12))
    let cost = DelayCost(urgency: Urgency(costOfDelay: rate), planStart: start, days: 3)
    #expect(cost.byFinish == [300, 600, 900])
  }

  @Test func accruesInsideTheWindowOnly() {
    let urgency = Urgency(
      costOfDelay: dollarADay, window: date("2026-07-03")...date("2026-07-05"))
    let cost = DelayCost(urgency: urgency, planStart: start, days: 7)
    #expect(cost.byFinish == [0, 0, 100, 200, 300, 300, 300])
    #expect(cost.undone == 300)
  }

  @Test func aWindowThatOpenedBeforeThePlanCountsFromItsStart() {
    let urgency = Urgency(
      costOfDelay: dollarADay, window: date("2026-06-01")...date("2026-07-02"))
    let cost = DelayCost(urgency: urgency, planStart: start, days: 3)
    #expect(cost.byFinish == [100, 200, 200])
  }

  @Test func aDeadlineIsMetOnItsDay() {
    let deadline = Deadline(
      date: date("2026-07-02"), costs: Money(minorUnits: 5_000), isHard: false)
    let cost = DelayCost(
      urgency: Urgency(deadlines: [deadline]), planStart: start, days: 4)
    #expect(cost.byFinish == [0, 0, 5_000, 5_000])
    #expect(cost.undone == 5_000)
  }

  @Test func undoneMissesADeadlineBeyondThePlanToo() {
    let deadline = Deadline(
      date: date("2027-07-02"), costs: Money(minorUnits: 5_000), isHard: false)
    let cost = DelayCost(
      urgency: Urgency(deadlines: [deadline]), planStart: start, days: 2)
    #expect(cost.byFinish == [0, 0])
    #expect(cost.undone == 5_000)
  }

  @Test func aHardDeadlineHasNoPrice() {
    let deadline = Deadline(date: date("2026-07-01"), costs: .zero, isHard: true)
    let cost = DelayCost(
      urgency: Urgency(deadlines: [deadline]), planStart: start, days: 2)
    #expect(cost.byFinish == [0, 0])
  }

  @Test func theRateHalvesInAHalfLife() {
    let urgency = Urgency(costOfDelay: dollarADay, halfLifeDays: 1)
    let cost = DelayCost(urgency: urgency, planStart: start, days: 4)
    #expect(cost.byFinish == [100, 150, 175, 188])
  }

  @Test func halfLivesAgreeWithTheGeometricSum() {
    // Ten days of a half-life of five: 1 + q + … + q⁹ with q⁵ = ½, times a dollar: 1.5 × (1 − ½) / (1 − q) …
    let urgency = Urgency(costOfDelay: dollarADay, halfLifeDays: 5)
    let cost = DelayCost(urgency: urgency, planStart: start, days: 10)
    // q = 0.870550563…; (1 − 0.25) / (1 − q) = 5.79378…
    #expect(cost.byFinish[9] == 579)
  }

  @Test func absurdRatesSaturate() {
    let urgency = Urgency(
      costOfDelay: MoneyRate(minorUnitsPerYear: Rational(Int64.max)),
      deadlines: [
        Deadline(date: start, costs: Money(minorUnits: .max), isHard: false)
      ])
    let cost = DelayCost(urgency: urgency, planStart: start, days: 800)
    #expect(cost.undone == .max)
  }
}
