package import PlanInsight
import PlanModel

/// The initiatives of a plan for a spreadsheet, a row each, in the plan's order: where each stands, when, how sure, what it costs.
///
/// Dates are ISO 8601, efforts person-weeks, chances and shares numbers from 0 to 1, money whole units of the currency that the
/// row names; several names in a cell are separated by blanks. `Grammar/initiatives.csv.json` describes the columns; `format_version`
/// rises when one goes or changes its meaning. Where the plan prints no money its columns are empty.
///
/// - Parameters:
///   - answer: The schedule and what was asked of it.
///   - request: For whom: what they may not see is in no row, nor any figure that would give it away.
/// - Returns: Text that ends with a line end.
package func initiativesCSV(
  _ answer: Answer, _ request: ReportRequest = ReportRequest()
) -> String {
  let reading = Reading(answer, request, checks: [])
  let shown = reading.plan.initiatives.indices.filter { reading.standings[$0] != .hidden }
  return csv(columns, shown.map { Subject(index: $0, reading: reading) })
}

private struct Subject {
  let index: Int
  let reading: Reading

  var initiative: Initiative { reading.plan.initiatives[index] }
  var words: InitiativeWords { initiative.words }
  var span: Standing.Span? { reading.standings[index].span }

  /// Its cost when it is put off by a cycle, where that breaks nothing.
  var net: (amount: Int64, isProved: Bool)? {
    guard !reading.hidesWorth else { return nil }
    let step = reading.answer.deferrals[index]?.step(.by(reading.plan.cycle))
    guard case .costs(let amount, let isProved)? = step?.net else { return nil }
    return (amount, isProved)
  }

  func percentile(_ percent: Int64) -> String? {
    reading.answer.simulation?.initiatives[index].flatMap { reading.record($0.finish, percent) }
  }

  /// Whole units of the currency, and what remains of one as decimals.
  func money(_ minorUnits: Int64?) -> String? {
    guard let minorUnits, reading.plan.printsMoney else { return nil }
    let currency = reading.plan.currency
    return Rational(minorUnits, max(1, Int64(currency.minorPerUnit)))?
      .digits(decimals: currency.minorDigits)
  }
}

private var columns: [SpreadsheetColumn<Subject>] {
  [
    SpreadsheetColumn("name") { $0.initiative.path },
    SpreadsheetColumn(text: "label") { $0.reading.label($0.index) },
    SpreadsheetColumn("kind") { $0.initiative.kind },
    SpreadsheetColumn("goals") { subject in
      subject.initiative.goals.map { subject.reading.plan.goals[$0.index].name }
        .joined(separator: " ")
    },
    SpreadsheetColumn("teams") { subject in
      subject.reading.teams(subject.index).map { subject.reading.plan.teams[$0.index].name }
        .joined(separator: " ")
    },
    SpreadsheetColumn("priority") { $0.initiative.priority.rawValue },
    SpreadsheetColumn("status") { $0.initiative.status.rawValue },
    SpreadsheetColumn("standing") { $0.reading.standings[$0.index].word },
    SpreadsheetColumn("horizon") { subject in
      subject.span.map { subject.reading.plan.horizons[$0.horizon.index].name }
    },
    SpreadsheetColumn("start") { $0.span?.start.record },
    SpreadsheetColumn("finish") { ($0.span?.finish ?? $0.initiative.finished)?.record },
    SpreadsheetColumn("finish_p50") { $0.percentile(50) },
    SpreadsheetColumn("finish_p80") { $0.percentile(80) },
    SpreadsheetColumn("chance_to_start_in_horizon") { subject in
      subject.reading.answer.simulation?.initiatives[subject.index]?.startsInHorizon
        .digits(decimals: 4)
    },
    SpreadsheetColumn("effort_person_weeks") { subject in
      Rational(subject.reading.effort(subject.index).minutes, Effort.minutesPerPersonWeek)?
        .digits(decimals: 2)
    },
    SpreadsheetColumn("is_effort_assumed") { $0.initiative.isEffortAssumed ? "true" : "false" },
    SpreadsheetColumn(text: "owner") { $0.words.owner },
    SpreadsheetColumn(text: "asked_by") { $0.words.askedBy },
    SpreadsheetColumn(text: "why") { $0.words.why },
    SpreadsheetColumn(text: "why_not") { $0.words.whyNot },
    SpreadsheetColumn("revisit") { $0.words.revisit?.record },
    SpreadsheetColumn(text: "revisit_when") { $0.words.revisitWhen },
    SpreadsheetColumn("currency") { subject in
      subject.reading.plan.printsMoney ? subject.reading.plan.currency.code : nil
    },
    SpreadsheetColumn("delay_cost") { subject in
      subject.money(
        subject.reading.schedule.cost(of: subject.index, in: subject.reading.problem))
    },
    SpreadsheetColumn("deferral_by_one_cycle_at_most") { $0.money($0.net?.amount) },
    SpreadsheetColumn("is_deferral_proved") { subject in
      subject.money(0).flatMap { _ in subject.net.map { $0.isProved ? "true" : "false" } }
    },
    SpreadsheetColumn("undone_cost") { subject in
      subject.money(subject.reading.answer.undone[subject.index]?.untilEnd)
    },
    SpreadsheetColumn(text: "key") { $0.words.key },
    SpreadsheetColumn("format_version") { _ in "1" },
  ]
}
