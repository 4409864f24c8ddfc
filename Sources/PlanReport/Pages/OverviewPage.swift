package import PlanInsight
import PlanModel

/// A plan at a glance, for a session: what is done in each horizon, by the names that are typed, and what is left out.
package func overviewPage(_ answer: Answer) -> [Section] {
  let reading = Reading(answer)
  var sections = reading.plan.horizons.indices.compactMap { index -> Section? in
    let members = reading.initiatives(in: HorizonID(index))
    guard !members.isEmpty else { return nil }
    return Section(
      title: Prose(reading.label(HorizonID(index))), blocks: [.table(table(members, reading))])
  }
  if !reading.undone.isEmpty {
    sections.append(
      Section(title: "Not done", blocks: [.table(table(reading.undone, reading))]))
  }
  sections.append(Section(title: "", blocks: [.paragraph(outcome(reading))]))
  return sections
}

private func table(_ members: [Int], _ reading: Reading) -> Table {
  Table(
    columns: [
      Table.Column("Name"), Table.Column("Initiative"), Table.Column("Teams"),
      Table.Column("Start"), Table.Column("Finish"),
    ],
    rows: members.map { index in
      let span = reading.standings[index].span
      return [
        Prose(reading.plan.initiatives[index].path, .code),
        Prose(reading.titled(index)), Prose(reading.teamLabels(index)),
        span.map { "\(figure: $0.start.text)" } ?? "",
        span.map { "\(figure: $0.finish.text)" } ?? "",
      ]
    }
  ).compacted
}

/// The sections of a report that a session shows by their words, in the order in which they are listed.
///
/// The plan's own checks are asked by `check`, and what waiting costs by `defer`; nothing is drawn on a terminal.
package let shownSections: [String] = shown.map(\.rawValue)

private let shown: [SectionKind] = [
  .summary, .schedule, .goals, .measures, .deadlines, .milestones, .gates, .signals, .notDoing,
  .load, .people, .chain, .risks, .dependencies, .benefits, .guardrails, .budgets, .freezes,
  .decisions, .choices, .asks, .doubts, .conflicts, .unenforced, .assumptions, .method,
]

/// One section of a report; empty where there is nothing to say, `nil` where no section has the name.
package func section(_ word: String, of answer: Answer) -> [Section]? {
  SectionKind(rawValue: word).flatMap { kind in
    shown.contains(kind) ? kind.build(Reading(answer, ReportRequest(), checks: [])) : nil
  }
}
