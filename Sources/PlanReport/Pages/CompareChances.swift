import PlanInsight
import PlanModel

// How versions of a plan compare trial by trial.

/// How often each version loses less by delay than each other; `nil` where there are no two that were simulated and print money.
func beats(_ readings: [Reading], _ columns: [Table.Column]) -> Section? {
  let simulated = readings.indices.filter {
    readings[$0].plan.printsMoney && readings[$0].answer.simulation != nil
  }
  guard simulated.count > 1 else { return nil }
  let rows = simulated.map { row -> [Prose] in
    [columns[row].title]
      + readings.indices.map { column -> Prose in
        guard row != column, let mine = readings[row].answer.simulation,
          let other = readings[column].answer.simulation
        else { return row == column ? "–" : "" }
        return "\(figure: chanceText(mine.chance(ofCostingLessThan: other)))"
      }
  }
  var blocks: [Block] = [
    .paragraph(
      """
      In how many of the trials the version of a row has less cost of delay than that of a column. What is to be paid is not \
      in it.
      """),
    .table(Table(columns: [Table.Column("")] + columns, rows: rows)),
  ]
  if let first = simulated.first, let base = readings[first].answer.simulation {
    blocks.append(
      .list(
        simulated.dropFirst().compactMap { index in
          readings[index].answer.simulation.map {
            difference($0, from: base, columns[index].title, columns[first].title, readings[index])
          }
        }))
  }
  return Section(title: "Which loses less by delay", blocks: blocks)
}

private func difference(
  _ simulation: Simulation, from base: Simulation, _ name: Prose, _ baseName: Prose,
  _ reading: Reading
) -> Prose {
  let (mean, error) = simulation.saving(against: base)
  guard mean != 0 || error != 0 else {
    return "\(name) loses as much by delay as \(baseName)"
  }
  let word = mean < 0 ? "more" : "less"
  let amount = reading.money(Int64(clamping: mean.magnitude), isProved: true)
  return """
    \(name) loses \(figure: amount) (±\(figure: reading.money(error, isProved: true))) \(word) by delay than \(baseName), on \
    average of the trials
    """
}

/// How sure each goal is in each version; `nil` where none has a goal.
func goalChances(_ readings: [Reading], _ columns: [Table.Column]) -> Section? {
  let rows = rowsByName(readings) { reading in
    reading.plan.goals.indices.map { (reading.plan.goals[$0].name, reading.label(GoalID($0))) }
  } cell: { goal, reading in
    sureness(goal, reading)
  }
  guard !rows.isEmpty else { return nil }
  return Section(
    title: "Goals",
    blocks: [
      .paragraph("When each is complete in four of five trials, and how sure its date is."),
      .table(Table(columns: [Table.Column("Goal")] + columns, rows: rows.map(\.all))),
    ])
}

private func sureness(_ index: Int, _ reading: Reading) -> Prose {
  guard let outlook = reading.answer.simulation?.goals[index] else { return "not in full" }
  let day: Prose = "P80 \(reading.simulatedDate(outlook.finish, 80))"
  guard let by = reading.plan.goals[index].by, by >= reading.plan.asOf else { return day }
  let chance = outlook.finish.chance(by: reading.model.day(of: by))
  return "\(day); by \(figure: by.text) in \(strong: chanceText(chance))"
}
