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
        "No schedule costs less than $29k, so a better order could save at most 50 %."))
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

        As of 1 Jul 2026: three of four initiatives scheduled, delay cost $59k as scheduled, which is \
        optimistic. Proved optimal: no schedule costs less.

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
  # Two quarters

  1 Jul 2026 to 31 Mar 2027. As of 1 Jul 2026. *Scheduled, not simulated.*

  ## Summary

  **Where we are.** We are one person in one team today. Until 31 Mar 2027, 39 person-weeks are paid for, and we plan with all of them.

  **What the business needs.** One thing: **Grow** by 31 Dec 2026, taking users from 10 to 40.

  **The gap.** The four initiatives in this plan still need 54 person-weeks of work, as estimated and with the risks we know. There is not time for all of it by 31 Mar 2027: Web has 39 pw for 54 pw of work. What has begun by then may run on until 30 Apr 2027.

  **How we close it.** Two initiatives start by 30 Sep 2026; those that can wait least are *Sign up* and *Invitations*. One follows in Next.

  **What we are not doing.** One initiative is not in the schedule: *Dark mode*.

  **What time costs.** In this order, waiting costs $59k in all until 30 Apr 2027, if everything takes what is to be expected; that is optimistic. Of that, $21k is the price of doing one thing after another; the rest would be lost even with people for everything at once. Proved optimal: no schedule costs less. *Opportunity, not budget.*

  **What would change our mind.** *Dark mode* comes back when ten customers ask.

  ## Goals

  | Goal | Wanted by | Measure | In this schedule |
  | --- | --- | --- | --- |
  | **Grow** | 31 Dec 2026 | users from 10 to 40 | complete in Dec 2026, in time |

  What carries them:

  - **Grow**: *Sign up* and *Invitations*

  ## Now: 1 Jul to 30 Sep 2026

  What we commit to. Dates are scheduled, not simulated.

  | Initiative | Team | Start | Finish | Owner | How we will know |
  | --- | --- | --- | --- | --- | --- |
  | **Sign up** | Web | 1 Jul | 8 Sep | Ada | sign-up rate from 2% to 5% |
  | **Invitations** | Web | 9 Sep | in Dec 2026 |  |  |

  Nobody has said how we will know that *Invitations* worked.

  ## Next: 1 Oct to 31 Dec 2026

  What follows, by what it is for. Scope is still open, and weeks are scheduled, not simulated.

  | Initiative | Team | Weeks |
  | --- | --- | --- |
  | **Search** | Web | from week 49, Dec 2026, into Later |

  ## Not doing

  ### Parked

  Not now, and looked at again on the day given.

  | What | Why not | Looked at again |
  | --- | --- | --- |
  | **Dark mode** | gives way to what is worth more | when ten customers ask |

  ## What waiting costs

  What the business loses if one initiative starts a quarter later than scheduled and everything else is planned anew around it. *Alone* is its own loss; *others* is what those would lose who wait for it or for its people if nothing were planned anew.

  | Initiative | Planned | One quarter later costs | Alone | Others |
  | --- | --- | --: | --: | --: |
  | **Sign up** | Now | $16,900 | $26,300 | $17,900 |
  | **Invitations** | Now | $7k | $13k | $4,710 |
  | **Search** | Next | $4,710 | $4,710 | $0 |

  These figures do not add up: each assumes that only the one initiative waits.

  ## Load of the teams

  The share of each team's planned time that this schedule takes. The time for the unforeseen is not in it.

  | Month | Web |
  | --- | --: |
  | Jul 2026 | 100 % |
  | Aug 2026 | 100 % |
  | Sep 2026 | 100 % |
  | Oct 2026 | 100 % |
  | Nov 2026 | 100 % |
  | Dec 2026 | 100 % |
  | Jan 2027 | 100 % |
  | Feb 2027 | 85 % |
  | Mar 2027 | 0 % |
  | **Whole plan** | **87 %** |
  | **Planned for** | 39 pw |

  ## What decides the end

  One after the other these decide when the last work of the plan ends. Whoever wants the end earlier starts here.

  - **Sign up** (Web): starts as soon as it may
  - **Invitations** (Web): waits for people of Web, who are with *Sign up*
  - **Search** (Web): waits for people of Web, who are with *Invitations*

  ## What would change our mind

  - *Dark mode* comes back when ten customers ask.

  ## Assumptions

  The plan assumes one person in Web.

  ## How to read this

  - **Scheduled, not simulated.** Each initiative is taken at the effort to be expected of it. Things seldom go exactly so; until somebody simulates the plan, every date is more hopeful than it looks.
  - **As of** 1 Jul 2026. What was done before is not counted again.
  - **Effort** is counted in person-weeks (pw), person-days (pd) and hours (h) of people who are at it: 1 pw is 5 pd is 40 h.
  - **Money** is what the business loses by waiting, as the plan states it. It is opportunity, not budget. *At most* is said where a better answer may exist, and two digits are given instead of three.
  - **The order.** Proved optimal: no schedule costs less.

  """#
