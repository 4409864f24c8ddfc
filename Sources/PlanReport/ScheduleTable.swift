package import PlanInsight
import PlanModel

/// The schedule itself, work by work, for `plan solve`.
package func scheduleTable(_ answer: Answer) -> Document {
  let reading = Reading(answer)
  return Document(
    title: Prose(reading.plan.label),
    lead: [
      version(reading), searchCallout(reading), .paragraph(outcome(reading)),
    ].compactMap(\.self),
    sections: [
      conflictsSection(reading), scheduleSection(reading), agreedMovesSection(reading),
      unenforcedSection(reading),
      silencesSection(reading),
    ].compactMap(\.self))
}

/// Works with team, people and dates; `nil` when there is nothing to do.
func scheduleSection(_ reading: Reading) -> Section? {
  var blocks: [Block] = []
  let rows = rows(reading)
  if !rows.isEmpty { blocks.append(.table(Table(columns: columns, rows: rows))) }
  if !reading.undone.isEmpty {
    let labels = reading.undone.map { index -> Prose in
      let label = Prose(reading.label(index), .emphasis)
      guard let other = reading.excluder(of: index) else { return label }
      return "\(label) (excluded by \(emphasis: reading.label(other)))"
    }
    blocks.append(.paragraph("Left undone: \(labels.joined(separator: ", "))."))
  }
  return blocks.isEmpty ? nil : Section(title: "Schedule", blocks: blocks)
}

private let columns = [
  Table.Column("Work"), Table.Column("Team"), Table.Column("People", .trailing),
  Table.Column("Start"), Table.Column("Finish"), Table.Column("Horizon"),
]

private func rows(_ reading: Reading) -> [[Prose]] {
  let placed = reading.schedule.placements.indices.compactMap { index in
    reading.schedule.placements[index].map { (work: index, placement: $0) }
  }
  let sorted = placed.sorted { ($0.placement.start, $0.work) < ($1.placement.start, $1.work) }
  return sorted.map { work, placement in
    let id = reading.model.workIDs[work]
    let planned = reading.plan.works[id.index]
    let option = reading.problem.works[work].options[Int(placement.option)]
    var start = reading.model.date(ofDay: placement.start)
    if case .running(let begun, _) = planned.progress { start = begun }
    return [
      Prose(reading.label(id) + (reading.modeLabel(id).map { " (\($0))" } ?? "")),
      Prose(reading.label(planned.team)),
      "\(figure: heads(option.staffTenths))", "\(figure: start.text)",
      "\(figure: reading.model.date(ofDay: placement.finish).text)",
      Prose(reading.label(reading.model.horizon(ofDay: placement.start))),
    ]
  }
}

extension Reading {
  /// A work by its initiative, and by its own name where that has several.
  func label(_ work: WorkID) -> String {
    let planned = plan.works[work.index]
    let initiative = plan.initiatives[planned.initiative.index]
    let whole = wholeLabel(planned.initiative.index)
    guard initiative.works.count > 1 || initiative.slice != nil else { return whole }
    return whole + ": " + named(planned.label, planned.name)
  }
}
