package import PlanInsight
import PlanModel

/// The Now, Next and Later report of a plan.
///
/// It tells a story and never says what the model does not know. A plan that cannot be carried out gets a report that
/// says so, and which demands cannot hold.
package func report(_ answer: Answer) -> Document {
  let reading = Reading(answer)
  let kinds = answer.solution.isFeasible ? SectionKind.story : SectionKind.conflict
  return Document(
    title: Prose(answer.plan.label), lead: lead(reading),
    sections: kinds.flatMap { $0.build(reading) })
}

/// What a report may be made of.
///
/// An audience is an order of these.
enum SectionKind {
  case conflicts
  case schedule
  case assumptions
  case unenforced

  static let story: [SectionKind] = [.schedule, .unenforced, .assumptions]
  static let conflict: [SectionKind] = [.conflicts, .schedule, .unenforced, .assumptions]

  func build(_ reading: Reading) -> [Section] {
    switch self {
    case .conflicts: [conflictsSection(reading)].compactMap(\.self)
    case .schedule: scheduleTable(reading.answer).sections.prefix(1).map(\.self)
    case .assumptions: [assumptionsSection(reading)].compactMap(\.self)
    case .unenforced: [unenforcedSection(reading)].compactMap(\.self)
    }
  }
}

private func lead(_ reading: Reading) -> [Block] {
  [.paragraph(outcome(reading))]
}
