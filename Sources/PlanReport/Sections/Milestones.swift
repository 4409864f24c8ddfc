import PlanInsight
import PlanModel

/// What was to be reached when, and when it was or is going to be; `nil` where the plan says no day.
func milestonesSection(_ reading: Reading) -> Section? {
  let told = reading.plan.milestones.indices.filter { index in
    let milestone = reading.plan.milestones[index]
    return (milestone.due != nil || milestone.met != nil)
      && ![.cancelled, .hidden].contains(reading.standings[milestone.initiative.index])
  }
  guard !told.isEmpty else { return nil }
  let order = told.sorted { left, right in
    (day(left, reading), left) < (day(right, reading), right)
  }
  let table = Table(
    columns: [
      Table.Column("Milestone"), Table.Column("Initiative"), Table.Column("Share", .trailing),
      Table.Column("Due"), Table.Column("Reached"), Table.Column("Against that"),
    ], rows: order.map { row(MilestoneID($0), reading) })
  return Section(title: "Milestones", blocks: [.table(table.compacted)])
}

private func day(_ index: Int, _ reading: Reading) -> CivilDate {
  let milestone = reading.plan.milestones[index]
  return milestone.due ?? milestone.met ?? reading.plan.end
}

private func row(_ id: MilestoneID, _ reading: Reading) -> [Prose] {
  let milestone = reading.plan.milestones[id.index]
  let planned = reading.model.date(of: id, in: reading.schedule)
  return [
    "\(strong: named(milestone.label, milestone.name))",
    Prose(reading.wholeLabel(milestone.initiative.index)),
    "\(figure: milestone.share.percentText())",
    milestone.due.map { "\(figure: $0.text)" } ?? "", reached(milestone, planned, reading),
    against(milestone, planned),
  ]
}

/// As exactly as the horizon of the day allows.
private func reached(_ milestone: Milestone, _ planned: CivilDate?, _ reading: Reading) -> Prose {
  if let met = milestone.met { return "on \(figure: met.text)" }
  guard let planned else { return "not in this schedule" }
  let horizon = reading.model.horizon(ofDay: reading.model.day(of: planned))
  return switch horizon.index {
  case 0: "planned for \(figure: planned.text)"
  case 1: "planned for \(figure: planned.monthText)"
  default: "in \(reading.label(horizon))"
  }
}

private func against(_ milestone: Milestone, _ planned: CivilDate?) -> Prose {
  guard let due = milestone.due, let day = milestone.met ?? planned else { return "" }
  let late = due.days(until: day)
  if late <= 0 { return "in time" }
  return milestone.met == nil ? "will be late" : "\(counted(late, "day")) late"
}
