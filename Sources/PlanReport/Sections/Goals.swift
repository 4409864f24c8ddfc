import PlanInsight
import PlanModel

/// Each goal: its measure, when it was wanted and when this schedule completes it; `nil` without
/// goals.
func goalsSection(_ reading: Reading) -> Section? {
  guard !reading.goals.isEmpty else { return nil }
  let rows = reading.goals.map { index -> [Prose] in
    let goal = reading.plan.goals[index]
    var row: [Prose] = [
      "\(strong: reading.label(GoalID(index)))",
      goal.by.map { "\(figure: $0.text)" } ?? "",
      Prose(goal.metrics.map(\.phrase).joined(separator: "; ")),
      completion(GoalID(index), reading), reading.verdict(ofGoal: index).phrase,
    ]
    if reading.plan.printsMoney {
      let rate = goal.urgency.costOfDelay.map { $0.text(reading.plan.currency, .week) }
      row.append(rate.map { "\(figure: $0)" } ?? "")
    }
    return row
  }
  var columns = [
    Table.Column("Goal"), Table.Column("Wanted by"), Table.Column("Measure"),
    Table.Column("In this schedule"), Table.Column("Standing"),
  ]
  if reading.plan.printsMoney { columns.append(Table.Column("Cost of delay", .trailing)) }
  let carried = reading.goals.compactMap { carriers($0, reading) }
  var blocks: [Block] = [.table(Table(columns: columns, rows: rows).compacted)]
  if !carried.isEmpty { blocks += [.paragraph("What carries them:"), .list(carried)] }
  if let picture = chancesPicture(reading) { blocks.append(.picture(picture)) }
  return Section(title: "Goals", blocks: blocks)
}

/// The initiatives that serve a goal, those that are scheduled first to last; `nil` without any.
private func carriers(_ goal: Int, _ reading: Reading) -> Prose? {
  let members = reading.standings.indices.filter { index in
    reading.plan.initiatives[index].goals.contains(GoalID(goal))
      && (reading.standings[index].span != nil)
  }.sorted { (reading.standings[$0].start, $0) < (reading.standings[$1].start, $1) }
  guard !members.isEmpty else { return nil }
  var names = members.prefix(carriersMax).map { Prose(reading.label($0), .emphasis) }
  if members.count > carriersMax {
    names.append(Prose(inWords(members.count - carriersMax) + " more"))
  }
  return "\(strong: reading.label(GoalID(goal))): \(names.joinedAsSentence())"
}

/// Initiatives that are named for a goal; the horizons have the others.
private let carriersMax = 6

/// When everything that a goal needs is done, as exactly as the horizon of that day allows.
private func completion(_ goal: GoalID, _ reading: Reading) -> Prose {
  if let day = reading.plan.goals[goal.index].dropped, day <= reading.plan.asOf {
    return "given up on \(figure: day.text)"
  }
  let members = reading.members(ofGoal: goal.index)
  guard !members.isEmpty else { return "nothing in this plan serves it" }
  let missing = members.filter { reading.standings[$0] == .undone }
  if let first = missing.first {
    let more = missing.count > 1 ? " and \(inWords(missing.count - 1)) more" : ""
    return "not complete: \(emphasis: reading.label(first))\(more) left out"
  }
  let spans = members.compactMap { reading.standings[$0].span }
  guard let last = spans.map(\.finish).max() else { return "complete" }
  let horizon = reading.model.horizon(ofDay: reading.model.day(of: last))
  let wanted = reading.plan.goals[goal.index].by
  let isLate = wanted.map { last > $0 } ?? false
  var text: Prose
  switch horizon.index {
  case 0: text = "complete on \(figure: last.text)"
  case 1: text = "complete in \(figure: last.monthText)"
  default: text = "complete in \(reading.label(horizon))"
  }
  if wanted != nil { text += isLate ? ", too late" : ", in time" }
  if let wanted, let outlook = reading.answer.simulation?.goals[goal.index] {
    let chance = outlook.finish.chance(by: reading.model.day(of: wanted))
    text += "; by then in \(figure: chanceText(chance)) of the trials"
  }
  return text
}
