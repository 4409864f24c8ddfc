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
package let shownSections: [String] = ShownSection.allCases.map(\.rawValue)

/// One section of a report; empty where there is nothing to say, `nil` where no section has the name.
package func section(_ word: String, of answer: Answer) -> [Section]? {
  ShownSection(rawValue: word).map {
    $0.kind.build(Reading(answer, ReportRequest(), checks: []))
  }
}

private enum ShownSection: String, CaseIterable {
  case schedule
  case goals
  case deadlines
  case load
  case people
  case chain
  case risks
  case dependencies
  case guardrails
  case budgets
  case decisions
  case asks
  case conflicts
  case assumptions

  var kind: SectionKind {
    switch self {
    case .schedule: .schedule
    case .goals: .goals
    case .deadlines: .deadlines
    case .load: .load
    case .people: .people
    case .chain: .chain
    case .risks: .risks
    case .dependencies: .dependencies
    case .guardrails: .guardrails
    case .budgets: .budgets
    case .decisions: .decisions
    case .asks: .asks
    case .conflicts: .conflicts
    case .assumptions: .assumptions
    }
  }
}
