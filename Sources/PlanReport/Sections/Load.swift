import PlanInsight
import PlanModel

/// How full every team is, month by month; `nil` when nothing is placed.
func loadSection(_ reading: Reading) -> Section? {
  let loads = reading.answer.loads.filter {
    ($0.planned > .zero || $0.placed > .zero) && reading.teams.contains($0.team)
  }
  guard let first = loads.first, loads.contains(where: { $0.placed > .zero }) else { return nil }
  let columns =
    [Table.Column("Month")]
    + loads.map { Table.Column(Prose(reading.label($0.team)), .trailing) }
  var rows = first.months.indices.map { month in
    ["\(figure: first.months[month].days.lowerBound.monthText)"]
      + loads.map { cell($0.months[month]) }
  }
  rows.append(
    ["\(strong: "Whole plan")"]
      + loads.map { load -> Prose in
        guard let share = Rational(load.placed.minutes, load.planned.minutes) else { return "–" }
        return "\(strong: share.percentText())"
      })
  if !reading.hidesPeople {
    rows.append(
      ["\(strong: "Planned for")"]
        + loads.map { "\(figure: $0.planned.personWeeksText)" as Prose })
  }
  var table = Table(columns: columns, rows: rows)
  if loads.count > teamsAcrossMax { table = table.turned }
  let intro: Prose = """
    The share of each team's planned time that this schedule takes. The time for the unforeseen is not \
    in it.
    """
  let picture = loadPicture(reading).map { [Block.picture($0)] } ?? []
  return Section(
    title: "Load of the teams",
    blocks: [.paragraph(intro)] + picture + [.table(table)])
}

/// So many teams fit side by side on a page; more stand below one another, with the months across.
private let teamsAcrossMax = 10

extension Table {
  /// Columns as rows and rows as columns.
  fileprivate var turned: Table {
    let heads = rows.compactMap(\.first).map { Column($0, .trailing) }
    let corner = Column("Team")
    return Table(
      columns: [corner] + heads,
      rows: columns.indices.dropFirst().map { column in
        [columns[column].title] + rows.map { $0[column] }
      })
  }
}

private func cell(_ month: TeamLoad.Month) -> Prose {
  guard let share = month.share else { return "–" }
  return "\(figure: share.percentText())"
}
