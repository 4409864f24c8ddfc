import PlanSemantics
import Testing

/// The worked examples of the practice that are plain arithmetic: inputs and results as planners state them.
@Suite struct ValuesPracticeTests {
  @Test(arguments: [
    ("RICE of a large feature", "round(2000 * 2 * 80% / (3pm / 1pm))", "1067"),
    ("RICE of a small one, half up", "round(50 * 1 * 90% / (2pm / 1pm))", "23"),
    ("RICE of a quick one", "5000 * 1 * 60% / (1pm / 1pm)", "3000"),
    ("slow CI costs a day", "8/day * 15min * 1d", "2h"),
    ("slow CI pays back in 40 working days", "80h / (8/day * 15min) == 40d", "true"),
    ("small debt, sprints", "10pd / 1pd", "10"),
    ("automation, 2 weeks for a day a week", "2pw / 1pd/week", "10w"),
    ("headcount, gain per dollar", "$2M / $400k", "5"),
    ("headcount, net return", "($2M - $400k) / $400k", "4"),
    ("setup, a year", "8/year * 3pw * 1y", "24pw"),
    ("setup, saved", "8/year * 3pw * $7_500/pw * 90% * 1y", "$162k"),
    ("pipeline failures, hours a year", "4h * 3/week * 1y == 624h", "true"),
    ("platform case, payback in months", "$400k / $240k/year", "20mo"),
    ("platform case, three years net", "$238k/year * 3y - $400k", "$314k"),
    ("onboarding", "20 * (4pw - 1pw)", "60pw"),
    ("incidents, service hours a week", "3/week * (90min - 15min) * 1w == 3.75h", "true"),
    ("toil, product capacity", "(90% - 70%) / 70% > 28.5% / 100%", "true"),
    ("feature drag", "3pw - 4pd", "2.2pw"),
    ("stabilise first, worth", "(40% - 10%) * $2M", "$600k"),
    ("stabilise first, the most a week may cost", "(40% - 10%) * $2M / 4w", "$150k/week"),
    ("redirect, heads", "3 / 5 * 100", "60"),
    ("the same with two", "18pw / 2pw/week", "9w"),
    ("three more than six", "18pw / 2pw/week - 18pw / 3pw/week", "3w"),
    ("itemised", "sum([4w, 2w, 3w, 1w, 2w])", "12w"),
    ("itemised without the migration", "12w - 2w", "10w"),
    ("deferral, hours", "15h/week * 1q", "195h"),
    ("deferral, money", "15h/week * 1q * $100/h", "$19.5k"),
    ("capacity", "(50%..60%) * (5 * 6)", "15..18"),
    ("PERT", "(3pd..5pd..10pd) + 0pd == 5.5pd", "true"),
    ("crunch", "(30% - 15%) * 13w", "1.95w"),
    ("attainment", "(320ms - 185ms) / (320ms - 200ms) * 100", "112.5"),
    ("meetings, hours saved a sprint", "8/day * 15min * 10d == 20h", "true"),
    ("meetings, hours now", "40min * 8 * 10 == 3200min", "true"),
  ])
  func example(name: String, source: String, expected: String) {
    #expect(evaluated(source) == expected, "\(name)")
  }
}
