import PlanModel
import PlanReport
import Testing

@Suite struct DeadlineTests {
  @Test func eachIsKeptOrMissedAsExactlyAsItsHorizonAllows() {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    builder.initiative("Audit", team: web, weeks: 4) {
      $0.urgency.deadlines = [deadline("2026-07-31", dollars: 50_000)]
    }
    builder.initiative("Peak", team: web, weeks: 10) {
      $0.urgency.deadlines = [deadline("2026-09-30", dollars: 200_000)]
    }
    builder.initiative("Licence", team: web, weeks: 14) {
      $0.urgency.deadlines = [deadline("2027-03-31", dollars: 80_000)]
    }
    builder.initiative("Badge", team: web, weeks: 20) {
      $0.priority = .wont
      $0.urgency.deadlines = [deadline("2027-01-31", dollars: 1_000)]
    }
    let text = markdown(report(builder.answer()))
    #expect(
      text.contains(
        """
        ## Deadlines

        Two of four are missed in this schedule, which costs $201k in all.

        | What | Due | In this schedule | Missing it costs |
        | --- | --- | --- | --: |
        | **Audit** | 31 Jul 2026 | done on 28 Jul 2026, in time | $50k |
        | **Peak** | 30 Sep 2026 | done in Oct 2026, too late | $200k |
        | **Badge** | 31 Jan 2027 | left out | $1k |
        | **Licence** | 31 Mar 2027 | done in Later, in time | $80k |

        """))
  }

  @Test func aGoalKeepsItsDateWhenTheLastOfItsInitiativesDoes() {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    let europe = builder.goal("Europe", by: "2026-12-31")
    builder.plan.goals[europe.index].urgency.deadlines = [deadline("2026-08-31", dollars: 9_000)]
    builder.initiative("Germany", team: web, weeks: 4, goal: europe)
    builder.initiative("France", team: web, weeks: 4, goal: europe)
    let text = markdown(report(builder.answer()))
    #expect(text.contains("The one deadline is kept in this schedule."))
    #expect(text.contains("| **Europe** | 31 Aug 2026 | done on 25 Aug 2026, in time | $9k |"))
  }

  @Test func aPlanWithoutDeadlinesDoesNotSpeakOfThem() {
    var builder = ReportPlan()
    let web = builder.team("Web", people: 1)
    builder.initiative("Search", team: web, weeks: 4, dollarsPerWeek: 1_000)
    #expect(!markdown(report(builder.answer())).contains("Deadlines"))
  }

  private func deadline(_ day: String, dollars: Int64) -> Deadline {
    Deadline(date: date(day), costs: Money(minorUnits: dollars * 100), isHard: false)
  }
}
