import PlanInsight
import PlanModel

/// Who works on what and when, a table a team, and why it does not begin earlier; `nil` where nothing is placed.
func worksSection(_ reading: Reading) -> Section? {
  let placed = reading.schedule.placements.indices.compactMap { index -> Placed? in
    guard let placement = reading.schedule.placements[index] else { return nil }
    let work = reading.plan.works[reading.model.workIDs[index].index]
    guard reading.standings[work.initiative.index] != .hidden, reading.shows(work.readers) else {
      return nil
    }
    return Placed(index: index, placement: placement, team: work.team)
  }
  let blocks = reading.teams.flatMap { team -> [Block] in
    let own = placed.filter { $0.team == team }
      .sorted { ($0.placement.start, $0.index) < ($1.placement.start, $1.index) }
    guard !own.isEmpty else { return [] }
    let table = Table(columns: columns, rows: own.map { row($0, reading) })
    return [.heading(Prose(reading.label(team))), .table(table.compacted)]
  }
  guard !blocks.isEmpty else { return nil }
  let intro: Prose = """
    In the order in which each team begins. Days are scheduled; a work that grows moves what waits for it and for its people.
    """
  return Section(title: "Who does what, and when", blocks: [.paragraph(intro)] + blocks)
}

private struct Placed {
  let index: Int
  let placement: Schedule.Placement
  let team: TeamID
}

private let columns = [
  Table.Column("Work"), Table.Column("Effort", .trailing), Table.Column("People", .trailing),
  Table.Column("From"), Table.Column("To"), Table.Column("Decides the end", .trailing),
  Table.Column("Why not earlier"),
]

private func row(_ placed: Placed, _ reading: Reading) -> [Prose] {
  let id = reading.model.workIDs[placed.index]
  let work = reading.plan.works[id.index]
  let option = reading.problem.works[placed.index].options[Int(placed.placement.option)]
  let skill =
    work.skill.map { reading.plan.skills[$0.index] }
    .map { " (\(named($0.label, $0.name)))" } ?? ""
  let mode = reading.modeLabel(id).map { ", \($0)" } ?? ""
  let criticality = reading.answer.simulation?.criticalities[placed.index]?.share
  return [
    "\(strong: reading.label(id))\(mode)", "\(figure: work.effort.personWeeksText)",
    "\(figure: heads(option.staffTenths))\(skill)", begins(placed, work, reading),
    reading.when(placed.placement.finish),
    criticality.map { $0 >= .percent(5) ? "\(figure: $0.percentText())" : "" } ?? "",
    reading.answer.holds[placed.index].map { reason($0, of: id, reading) } ?? "",
  ]
}

private func begins(_ placed: Placed, _ work: Work, _ reading: Reading) -> Prose {
  if case .running(let begun, _) = work.progress { return "since \(figure: begun.text)" }
  return reading.when(placed.placement.start)
}
