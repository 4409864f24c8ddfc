import PlanInsight
import PlanModel
import PlanReport
import Testing

@Suite struct ReportTests {
  /// The whole of a small report, as it would be sent.
  @Test func aStoryFromBeginningToEnd() {
    #expect(markdown(report(twoQuarters().answer())) == expectedStory)
  }

  @Test func whatIsNotProvedSaysSo() {
    let text = markdown(report(twoQuarters().answer(isProved: false)))
    #expect(text.contains("waiting costs $59k in all"))
    #expect(
      text.contains(
        "No schedule costs less than $30k; this one is within 50 % of the best possible."))
    #expect(text.contains("| **Sign up** | Now | at most $17k | $26,300 | $17,900 |"))
    #expect(!text.contains("Proved optimal"))
    #expect(text.contains("found no place in this schedule"))
  }

  @Test func aCheaperPlanIsOfferedAndNotTaken() {
    let answer = twoQuarters().answer(order: [2, 1, 0, 3], isProved: false)
    let text = markdown(report(answer))
    #expect(text.contains("cheaper exists.** It was found while the questions below were asked"))
    #expect(text.contains("| **Search** | Web | 1 Jul |"))
  }

  @Test func withoutValueThereIsNoMoney() throws {
    var builder = twoQuarters()
    builder.plan.printsMoney = false
    let answer = builder.answer()
    for text in [markdown(report(answer)), markdown(scheduleTable(answer)), try json(answer)] {
      #expect(!text.contains("$"))
      #expect(!text.contains("minor_units"))
    }
    #expect(!markdown(report(answer)).contains("What waiting costs"))
  }

  @Test func assumedValueMakesItIllustrative() {
    var builder = twoQuarters()
    #expect(!markdown(report(builder.answer())).contains("Illustrative"))
    for index in builder.plan.initiatives.indices {
      builder.plan.initiatives[index].urgency.isAssumed = true
    }
    #expect(markdown(report(builder.answer())).contains("> **Illustrative.** More than half"))
  }

  @Test func whatCannotHoldIsSaidInWords() {
    var builder = ReportPlan("Too much")
    let web = builder.team("Web", people: 1)
    builder.initiative("Data residency", team: web, weeks: 6) {
      $0.priority = .must
      $0.urgency.deadlines = [Deadline(date: date("2026-07-31"), costs: .zero, isHard: true)]
    }
    let text = markdown(report(builder.answer()))
    #expect(
      text.contains(
        """
        > **This plan cannot be carried out as it is written.** It is proved that no schedule keeps every hard \
        demand.
        """))
    #expect(
      text.contains(
        """
        - **Data residency** must be finished by 31 Jul 2026, and could not be before 14 Aug 2026 even with every team \
        to itself: it needs 6 pw of Web, which has 4.6 pw until then.
        """))
    #expect(!text.contains("## Now"))
  }

  @Test func theScheduleHasAllDates() {
    #expect(
      markdown(scheduleTable(twoQuarters().answer())) == """
        # Two quarters

        As of 1 Jul 2026: three of four initiatives scheduled, delay cost $59k. Proved optimal: no \
        schedule costs less.

        ## Schedule

        | Work | Team | People | Start | Finish | Horizon |
        | --- | --- | --: | --- | --- | --- |
        | Sign up | Web | 1 | 1 Jul 2026 | 8 Sep 2026 | Now |
        | Invitations | Web | 1 | 9 Sep 2026 | 1 Dec 2026 | Now |
        | Search | Web | 1 | 2 Dec 2026 | 23 Feb 2027 | Next |

        Left undone: *Dark mode*.

        """)
  }

  @Test func jsonIsVersionedAndExact() throws {
    let text = try json(twoQuarters().answer())
    #expect(text.contains("\"format_version\" : 1,"))
    #expect(text.contains("\"critical_chain\""))
    #expect(text == (try json(twoQuarters().answer())))
    // No figure has passed through binary floating point.
    #expect(text.firstMatch(of: /: -?[0-9]+\.[0-9]/) == nil)
  }

  @Test func emptyPlansHaveShortReports() {
    let text = markdown(report(ReportPlan("Nothing yet").answer()))
    #expect(
      text.split(separator: "\n").filter { $0.hasPrefix("## ") } == [
        "## Summary", "## Not doing", "## How to read this",
      ])
  }
}

func twoQuarters() -> ReportPlan {
  var builder = ReportPlan("Two quarters")
  let web = builder.team("Web", people: 1)
  let growth = builder.goal(
    "Grow", by: "2026-12-31",
    metric: Metric(name: "users", label: "users", baseline: "10", target: "40"))
  builder.initiative("Sign up", team: web, weeks: 10, dollarsPerWeek: 2000, goal: growth) {
    $0.words.owner = "Ada"
    $0.metrics = [Metric(name: "rate", label: "sign-up rate", baseline: "2%", target: "5%")]
  }
  builder.initiative("Invitations", team: web, weeks: 12, dollarsPerWeek: 1000, goal: growth)
  builder.initiative("Search", team: web, weeks: 12, dollarsPerWeek: 500)
  builder.initiative("Dark mode", team: web, weeks: 20) {
    $0.words.revisitWhen = "ten customers ask"
  }
  return builder
}

private let expectedStory = #"""
  STORY
  """#
