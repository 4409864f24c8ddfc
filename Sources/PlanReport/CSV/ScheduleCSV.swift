package import PlanInsight
import PlanModel

/// The schedule of a plan for a spreadsheet, a row for each work that it places, the first to start first.
///
/// Forms are those of `initiativesCSV`; `Grammar/schedule.csv.json` describes the columns.
package func scheduleCSV(_ answer: Answer) -> String {
  let reading = Reading(answer)
  let placed = reading.schedule.placements.indices.compactMap { index in
    reading.schedule.placements[index].map {
      Subject(index: index, placement: $0, reading: reading)
    }
  }
  return csv(
    columns, placed.sorted { ($0.placement.start, $0.index) < ($1.placement.start, $1.index) })
}

private struct Subject {
  let index: Int
  let placement: Schedule.Placement
  let reading: Reading

  var id: WorkID { reading.model.workIDs[index] }
  var work: Work { reading.plan.works[id.index] }

  var start: CivilDate {
    if case .running(let begun, _) = work.progress { return begun }
    return reading.model.date(ofDay: placement.start)
  }
}

private var columns: [SpreadsheetColumn<Subject>] {
  [
    SpreadsheetColumn("name") { $0.reading.path($0.id) },
    SpreadsheetColumn(text: "label") { $0.reading.label($0.id) },
    SpreadsheetColumn("initiative") { $0.reading.plan.initiatives[$0.work.initiative.index].path },
    SpreadsheetColumn("team") { $0.reading.plan.teams[$0.work.team.index].name },
    SpreadsheetColumn("skill") { subject in
      subject.work.skill.map { subject.reading.plan.skills[$0.index].name }
    },
    SpreadsheetColumn("mode") { subject in
      (subject.reading.model.mode(of: subject.id, in: subject.reading.schedule)
        ?? subject.work.usedMode)?.name
    },
    SpreadsheetColumn("people") { subject in
      let option = subject.reading.problem.works[subject.index]
        .options[Int(subject.placement.option)]
      return Rational(Int64(option.staffTenths), 10)?.digits(decimals: 1)
    },
    SpreadsheetColumn("start") { $0.start.record },
    SpreadsheetColumn("finish") { $0.reading.model.date(ofDay: $0.placement.finish).record },
    SpreadsheetColumn("horizon") { subject in
      let horizon = subject.reading.model.horizon(ofDay: subject.placement.start)
      return subject.reading.plan.horizons[horizon.index].name
    },
    SpreadsheetColumn("effort_person_weeks") { subject in
      Rational(subject.work.effort.minutes, Effort.minutesPerPersonWeek)?.digits(decimals: 2)
    },
    SpreadsheetColumn("format_version") { _ in "1" },
  ]
}
