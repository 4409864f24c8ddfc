package import PlanInsight
import PlanModel

/// Versions of a plan side by side, for `plan compare`: money, horizons, load and the dates that differ.
///
/// - Parameters:
///   - answers: At least one, each the schedule of a version.
///   - names: What each version is called.
/// - Returns: Tables with a column for each version.
package func comparePage(_ answers: [Answer], names: [String]) -> Document {
  let readings = answers.map { Reading($0) }
  let columns = zip(readings, names).map { reading, name in
    Table.Column(Prose(reading.plan.scenario?.label ?? name), .trailing)
  }
  var sections = [
    Section(
      title: "In all",
      blocks: [
        .table(Table(columns: [Table.Column("")] + columns, rows: totals(readings)).compacted)
      ])
  ]
  sections += [beats(readings, columns), goalChances(readings, columns)].compactMap(\.self)
  let loads = loads(readings)
  if !loads.isEmpty {
    sections.append(
      Section(
        title: "Load of the teams",
        blocks: [
          .paragraph("The share of each team's planned time that the schedule takes."),
          .table(Table(columns: [Table.Column("Team")] + columns, rows: loads)),
        ]))
  }
  if let people = headcounts(readings, columns) { sections.append(people) }
  let (rows, same) = dates(readings)
  var blocks: [Block] = []
  if !rows.isEmpty {
    blocks.append(.table(Table(columns: [Table.Column("Initiative")] + columns, rows: rows)))
  }
  if same > 0 {
    blocks.append(
      .paragraph(
        "\(capitalised(counted(same, "initiative"))) \(same == 1 ? "is" : "are") the same in all."))
  }
  sections.append(Section(title: "What differs", blocks: blocks))
  return Document(
    title: Prose(readings.first?.plan.label ?? ""),
    lead: [
      .paragraph(
        """
        Each version is solved for itself, as of \(figure: readings.first?.plan.asOf.text ?? "").\(comparability(readings))
        """)
    ], sections: sections)
}

/// Why figures of trials may be compared, or that there are none.
private func comparability(_ readings: [Reading]) -> Prose {
  let simulated = readings.count { $0.answer.simulation != nil }
  if simulated == 0 { return " None is simulated." }
  return simulated == readings.count
    ? " Trials of all draw the same for what they have in common, so a difference between them is one."
    : " Trials of those that can be carried out draw the same for what they have in common."
}

private func totals(_ readings: [Reading]) -> [[Prose]] {
  func row(_ title: Prose, _ cell: (Reading) -> Prose) -> [Prose] { [title] + readings.map(cell) }
  let areOptimistic = readings.allSatisfy(\.isOptimistic)
  var rows = [
    row("Cost of delay, as scheduled\(areOptimistic ? " (optimistic)" : "")") { reading in
      guard reading.plan.printsMoney else { return "" }
      guard reading.answer.solution.isFeasible else { return "cannot be carried out" }
      let total = reading.total(reading.answer.solution.delayCost)
      return areOptimistic || !reading.isOptimistic ? total : "\(total) (optimistic)"
    },
    row("Trials that cost more") { reading in
      guard reading.plan.printsMoney, let share = reading.exceedance else { return "" }
      return "\(figure: chanceText(share))"
    },
    row("The same, in half of the trials (P50)") { simulatedCost($0) { $0.percentile(50) } },
    row("In four of five trials (P80)") { simulatedCost($0) { $0.percentile(80) } },
    row("By proof no schedule costs less than") { reading in
      let solution = reading.answer.solution
      guard reading.plan.printsMoney, solution.isFeasible else { return "" }
      return solution.isOptimal
        ? "the same" : "\(figure: reading.atLeast(solution.lowerBound))"
    },
  ]
  let horizons = readings.first?.plan.horizons ?? []
  for (index, horizon) in horizons.enumerated()
  where readings.contains(where: { !$0.initiatives(in: HorizonID(index)).isEmpty }) {
    rows.append(
      row(Prose(named(horizon.label, horizon.name))) { reading in
        guard reading.plan.horizons.indices.contains(index) else { return "" }
        return "\(figure: String(reading.initiatives(in: HorizonID(index)).count))"
      })
  }
  rows.append(row("Not done") { "\(figure: String($0.undone.count))" })
  rows.append(row("People paid for") { "\(figure: paid($0).personWeeksText)" })
  rows.append(
    row("At the plan's rate") { reading in
      let price = reading.plan.rate.price(of: paid(reading))
      return "\(figure: reading.money(price.minorUnits, isProved: true))"
    })
  rows.append(
    row("Besides people") { reading in
      let fees = reading.plan.teams.flatMap(\.hires).filter {
        reading.plan.asOf <= $0.on && $0.on <= reading.plan.end
      }
      .compactMap(\.fee)
      let sum = reading.plan.initiatives.indices.reduce(fees.reduce(Money.zero, +)) { sum, index in
        guard reading.standings[index].span != nil,
          let money = reading.plan.initiatives[index].money
        else { return sum }
        return sum + money
      }
      return sum > .zero ? "\(figure: reading.money(sum.minorUnits, isProved: true))" : ""
    })
  // What no version says anything of is no row.
  return rows.filter { row in row.dropFirst().contains { !$0.isEmpty } }
}

private func paid(_ reading: Reading) -> Effort { reading.model.peopleChain().paid }

private func simulatedCost(
  _ reading: Reading, _ amount: (MoneyDistribution) -> Money
) -> Prose {
  guard reading.plan.printsMoney, let cost = reading.answer.simulation?.cost else { return "" }
  return "\(figure: reading.money(amount(cost).minorUnits, isProved: true))"
}

/// By the teams of all versions.
private func loads(_ readings: [Reading]) -> [[Prose]] {
  rowsByName(readings) { reading in
    reading.plan.teams.map { ($0.name, named($0.label, $0.name)) }
  } cell: { team, reading in
    let load = reading.answer.loads[team]
    let share = Rational(load.placed.minutes, load.planned.minutes)
    return share.map { "\(figure: $0.percentText())" } ?? "–"
  }.map(\.all)
}

/// Rows of the initiatives that stand otherwise in some version, and how many do not.
private func dates(_ readings: [Reading]) -> (rows: [[Prose]], same: Int) {
  let rows = rowsByName(readings, missing: "not in it") { reading in
    reading.plan.initiatives.indices.map { (reading.plan.initiatives[$0].name, reading.label($0)) }
  } cell: { initiative, reading in
    standing(initiative, reading)
  }
  let different = rows.filter { Set($0.cells).count > 1 }
  return (different.map(\.all), rows.count - different.count)
}

private func standing(_ index: Int, _ reading: Reading) -> Prose {
  switch reading.standings[index] {
  case .scheduled(let span):
    "\(reading.label(span.horizon)): \(dates(span.start, span.finish))\(lateness(index, reading))"
  case .undone: "not done"
  case .done: "done"
  case .cancelled: "cancelled"
  case .hidden: ""
  }
}

/// When it is done in four of five trials.
private func lateness(_ index: Int, _ reading: Reading) -> Prose {
  guard let outlook = reading.answer.simulation?.initiatives[index] else { return "" }
  return " (P80 \(reading.simulatedDate(outlook.finish, 80)))"
}
