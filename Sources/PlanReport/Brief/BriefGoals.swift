import PlanInsight
import PlanModel

/// Each goal with its measure, when it was wanted, what is to be expected and how it stands; `nil` without goals.
func briefGoals(_ reading: Reading) -> Section? {
  let goals = reading.goals
  guard !goals.isEmpty else { return nil }
  let rows = goals.prefix(reading.fit.goals).map { index -> [Prose] in
    let goal = reading.plan.goals[index]
    var row: [Prose] = [
      "\(strong: reading.cut(reading.label(GoalID(index))))",
      Prose(goal.metrics.lazy.compactMap { reading.thought($0.phrase) }.first ?? ""),
      goal.by.map { "\(figure: $0.text)" } ?? "", reading.expected(ofGoal: index),
      reading.verdict(ofGoal: index).phrase(reading.thought),
    ]
    if reading.plan.printsMoney {
      row.append(
        goal.urgency.costOfDelay.map { "\(figure: $0.text(reading.plan.currency, .week))" } ?? "")
    }
    return row
  }
  var columns = [
    Table.Column("Goal"), Table.Column("Measure"), Table.Column("Wanted by"),
    Table.Column("Expected"), Table.Column("Standing"),
  ]
  if reading.plan.printsMoney { columns.append(Table.Column("Cost of delay", .trailing)) }
  var blocks: [Block] = [.table(Table(columns: columns, rows: Array(rows)).compacted)]
  if goals.count > reading.fit.goals {
    let more = goals.count - reading.fit.goals
    blocks.append(
      .paragraph(Prose(capitalised(counted(more, "more goal")) + ".")))
  }
  return Section(title: "What it is for", blocks: blocks)
}

extension Reading {
  /// When everything that a goal needs may be expected, no more exactly than its horizon allows.
  func expected(ofGoal index: Int) -> Prose {
    if let day = plan.goals[index].dropped, day <= plan.asOf {
      return "given up on \(figure: day.text)"
    }
    let members = members(ofGoal: index)
    guard !members.isEmpty else { return "nothing in this plan serves it" }
    let missing = members.filter {
      !schedule.isDone($0, in: problem) && !problem.initiatives[$0].works.isEmpty
    }
    if !missing.isEmpty { return without(missing) }
    let finishes = members.compactMap { schedule.finish(of: $0, in: problem) }
    guard let last = finishes.max() else { return "done" }
    guard let outlook = answer.simulation?.goals[index] else {
      return season(of: last, last)
    }
    return season(of: outlook.finish.percentile(50), outlook.finish.percentile(80))
  }

  /// What a goal lacks that is left out: "not without *Prices by usage* and two more".
  private func without(_ missing: [Int]) -> Prose {
    guard let first = missing.compactMap(told).first else {
      return "not without \(counted(missing.count, "piece")) of groundwork"
    }
    let more: Prose = missing.count > 1 ? " and \(inWords(missing.count - 1)) more" : ""
    return "not without \(emphasis: first)\(more)"
  }

  /// From one day to another: a date in the first horizon, weeks in the second, and no dates in the others.
  func season(of first: Int32, _ last: Int32) -> Prose {
    guard first < problem.lastDay else { return "after \(figure: lastDate.text)" }
    // What is over after the plan's last day is in none of its horizons.
    guard model.date(ofDay: first) <= plan.end else { return "after \(figure: plan.end.text)" }
    let horizon = model.horizon(ofDay: min(last, problem.lastDay - 1))
    switch horizon.index {
    case 0: return "by \(figure: model.date(ofDay: last).text)"
    case 1: return weeks(model.date(ofDay: first), model.date(ofDay: last))
    default:
      let begins = plan.horizons[model.horizon(ofDay: first).index].first
      return "\(figure: begins.monthText) or later"
    }
  }
}
