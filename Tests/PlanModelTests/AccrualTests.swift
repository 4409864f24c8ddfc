import PlanModel
import TestSupport
import Testing

/// Taxes and benefits, with the arithmetic of each in its comments.
@Suite struct AccrualTests {
  private let start = date("2026-07-01")
  /// $7 a week: one dollar a calendar day.
  private let dollarADay = MoneyRate(minorUnitsPerYear: 36_400)

  private func cost(
    _ course: Accrual.Course, days: Int, rate: MoneyRate? = nil, from day: CivilDate? = nil
  ) -> DelayCost {
    let accrual = Accrual(source: .debt(DebtID(0)), rate: rate ?? dollarADay, course: course)
    var urgency = Urgency()
    urgency.accruals = [accrual]
    return DelayCost(urgency: urgency, planStart: day ?? start, days: days)
  }

  // MARK: Taxes

  @Test func aTaxIsDueEachDay() {
    let cost = cost(.tax(Accrual.Tax()), days: 4)
    #expect(cost.byFinish == [100, 200, 300, 400])
    #expect(cost.undone == 400)
  }

  @Test func aTaxEndsWithTheDayItExpires() {
    let cost = cost(.tax(Accrual.Tax(last: date("2026-07-03"))), days: 6)
    #expect(cost.byFinish == [100, 200, 300, 300, 300, 300])
    #expect(cost.undone == 300)
  }

  @Test func aTaxThatExpiredBeforeThePlanCostsNothing() {
    let cost = cost(.tax(Accrual.Tax(last: date("2026-06-30"))), days: 3)
    #expect(cost.byFinish == [0, 0, 0])
  }

  @Test func aTaxGrowsMonthByMonthAndCompounds() {
    // Ten per cent a month. July has 31 days at 100 cents, August 31 at 110, September 30 at 121.
    let growth = Rational(1, 10) ?? .zero
    let cost = cost(.tax(Accrual.Tax(growthPerMonth: growth)), days: 93)
    #expect(cost.byFinish[30] == 3_100)
    #expect(cost.byFinish[31] == 3_210)
    #expect(cost.byFinish[61] == 3_100 + 31 * 110)
    #expect(cost.byFinish[62] == 3_100 + 31 * 110 + 121)
    #expect(cost.byFinish[91] == 3_100 + 31 * 110 + 30 * 121)
    // October, at 133.1.
    #expect(cost.byFinish[92] == 3_100 + 31 * 110 + 30 * 121 + 133)
  }

  /// A month after the 31st is the last of the month, and the one after that is the 31st again.
  @Test func monthsAreCountedFromTheStartOfThePlan() {
    let growth = Rational(1, 1) ?? .zero
    let cost = cost(
      .tax(Accrual.Tax(growthPerMonth: growth)), days: 62, from: date("2026-08-31"))
    // 30 days of 100 up to 29 September, 31 days of 200 up to 30 October, then 400.
    #expect(cost.byFinish[29] == 3_000)
    #expect(cost.byFinish[30] == 3_200)
    #expect(cost.byFinish[60] == 3_000 + 31 * 200)
    #expect(cost.byFinish[61] == 3_000 + 31 * 200 + 400)
  }

  @Test func aTaxMayShrink() {
    let growth = Rational(-1, 2) ?? .zero
    let cost = cost(.tax(Accrual.Tax(growthPerMonth: growth)), days: 33)
    #expect(cost.byFinish[30] == 3_100)
    #expect(cost.byFinish[31] == 3_150)
  }

  @Test func growthIsHeldAtAMillionfold() {
    let growth = Rational(1_000_000)
    let cost = cost(
      .tax(Accrual.Tax(growthPerMonth: growth)), days: 11_000,
      rate: MoneyRate(minorUnitsPerYear: Rational(Int64.max)))
    #expect(cost.undone == .max)
    #expect(zip(cost.byFinish, cost.byFinish.dropFirst()).allSatisfy { $0 <= $1 })
  }

  // MARK: Benefits

  @Test func aBenefitWithoutARampIsLostDayByDay() {
    let cost = cost(.benefit(Accrual.Uptake()), days: 4)
    #expect(cost.byFinish == [100, 200, 300, 400])
    #expect(cost.undone == 400)
  }

  @Test func whatALaterRampLosesIsTheEndOfIt() {
    // A week to all of it, a seventh more each day, of $7 a day: 0, 1, 2, 3, 4, 5, 6, 7 dollars. Had it been there before the
    // plan began, its eight days would have brought 28. Done on day 0 there are seven of them, 21: lost 7. Done on day 1 six,
    // 15: lost 13.
    let cost = cost(
      .benefit(Accrual.Uptake(ramp: .workingDays(5))), days: 8,
      rate: MoneyRate(minorUnitsPerYear: Rational(7 * 36_400)))
    #expect(cost.byFinish == [700, 1300, 1800, 2200, 2500, 2700, 2800, 2800])
    #expect(cost.undone == 2800)
  }

  @Test func adoptionGoesFromWhereItStandsToWhereItShallGo() {
    // 30 % -> 100 % in seven days: 30, 40, 50, 60, 70, 80, 90, 100, 100.
    let uptake = Accrual.Uptake(first: Rational(3, 10) ?? .zero, ramp: .workingDays(5))
    let cost = cost(.benefit(uptake), days: 9)
    #expect(cost.byFinish == [100, 200, 290, 370, 440, 500, 550, 590, 620])
  }

  @Test func aBenefitThatEndsIsLostOnlyWhereItNoLongerFits() {
    // Seven days of a dollar within ten: done on days 0 to 2 there is room for all of it.
    let cost = cost(.benefit(Accrual.Uptake(lasts: .workingDays(5))), days: 10)
    #expect(cost.byFinish == [0, 0, 0, 100, 200, 300, 400, 500, 600, 700])
    #expect(cost.undone == 700)
  }

  @Test func sharesOfAnyGrainAreExactToAMillionth() {
    let third = Rational(1, 3) ?? .zero
    let seventh = Rational(1, 7_000_001) ?? .zero
    let cost = cost(
      .benefit(Accrual.Uptake(first: seventh, full: third)), days: 3,
      rate: MoneyRate(minorUnitsPerYear: Rational(36_400 * 3)))
    #expect(cost.byFinish == [100, 200, 300])
  }

  @Test func everythingAddsUp() {
    var urgency = Urgency(
      costOfDelay: dollarADay, window: date("2026-07-02")...date("2026-07-02"))
    urgency.accruals = [
      Accrual(source: .debt(DebtID(0)), rate: dollarADay, course: .tax(Accrual.Tax())),
      Accrual(
        source: .benefit(BenefitID(0)), rate: dollarADay, course: .benefit(Accrual.Uptake())),
    ]
    let cost = DelayCost(urgency: urgency, planStart: start, days: 3)
    // The window bounds the cost of delay alone.
    #expect(cost.byFinish == [200, 500, 700])
  }

  /// Whatever the course: what is lost never falls with the day, waiting for ever costs as much as the last day, and no day costs
  /// more than all of the rate.
  @Test(arguments: 0..<60) func losingMoreNeverCostsLess(seed: Int) {
    var random = SeededRandom(seed)
    func share() -> Rational { Rational(Int64.random(in: 0...20, using: &random), 20) ?? .zero }
    let days = Int.random(in: 1...400, using: &random)
    let uptake = Accrual.Uptake(
      first: share(), full: share(),
      ramp: random.oneIn(3) ? .zero : .months(Int32.random(in: 1...14, using: &random)),
      lasts: random.oneIn(3) ? .workingDays(Int32.random(in: 1...200, using: &random)) : nil)
    let tax = Accrual.Tax(
      growthPerMonth: Rational(Int64.random(in: -9...0, using: &random), 10) ?? .zero,
      last: random.oneIn(2)
        ? start.adding(days: Int.random(in: -3...300, using: &random)) : nil)
    let course = random.oneIn(2) ? Accrual.Course.benefit(uptake) : .tax(tax)
    let cost = cost(course, days: days)
    let steps = zip(cost.byFinish, cost.byFinish.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 >= 0 && $0 <= 101 })
    #expect(cost.byFinish[0] >= 0 && cost.byFinish[0] <= 100)
    #expect(cost.undone == cost.byFinish.last)
  }
}
