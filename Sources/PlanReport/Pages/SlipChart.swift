package import PlanInsight
import PlanModel

/// A slip chart: the day something was to be done, as each revision had it.
///
/// A line that leans to the right is a promise that moves away; one that stands upright is kept.
///
/// - Parameters:
///   - history: The revisions.
///   - paths: What is drawn.
///   - label: What readers call it.
/// - Returns: The picture; where nothing has a date it says so.
package func slipPicture(
  _ history: PlanHistory, _ paths: [String], _ label: (String) -> String
) -> Picture {
  var rows: [SlipRow] = []
  for (revision, promise) in history.promises {
    let finishes = paths.map { promise[$0]?.finish }
    // Revisions that move nothing of it add nothing to see.
    guard rows.last?.finishes != finishes else { continue }
    rows.append(SlipRow(name: revision.name, date: revision.date, finishes: finishes))
  }
  let dates = rows.flatMap(\.finishes).compactMap(\.self)
  let days = dates.min().flatMap { first in dates.max().map { first...$0 } }
  let today = CivilDate(dayNumber: 0)
  let lines = paths.enumerated().compactMap { index, path -> SlipsChart.Line? in
    guard days != nil else { return nil }
    let finishes = rows.map { $0.finishes[index] }
    let moves = finishes.compactMap { $0?.text }.joined(separator: ", then ")
    return SlipsChart.Line(
      label: label(path), text: "\(label(path)): \(moves.isEmpty ? "not done" : moves)",
      finishes: finishes)
  }
  return Picture(
    .slips, title: "The day each was to be done, revision by revision",
    caption:
      "The latest stands at the bottom. A line that leans to the right is a promise that moves away.",
    alternative: .drawn(letters(rows, days, paths.map(label))),
    chart: .slips(
      SlipsChart(
        days: days ?? today...today, revisions: rows.map { $0.date?.text ?? $0.name },
        lines: lines)))
}

/// What a revision says of everything that is drawn.
private struct SlipRow {
  let name: String
  let date: CivilDate?
  let finishes: [CivilDate?]
}

/// As lines of text: a row a revision, a letter an initiative.
private func letters(
  _ rows: [SlipRow], _ days: ClosedRange<CivilDate>?, _ labels: [String]
) -> [String] {
  guard let days else { return ["nothing is done in any revision"] }
  let names = rows.map { $0.date?.description ?? $0.name }
  let width = names.map(\.count).max() ?? 0
  func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  let (first, last) = (days.lowerBound.shortText, days.upperBound.text)
  let blanks = String(repeating: " ", count: max(1, columns - first.count - last.count))
  var lines = [padded("") + "  " + first + blanks + last]
  for (row, name) in zip(rows, names) {
    var cells = [Character](repeating: "·", count: columns)
    for (index, finish) in row.finishes.enumerated() {
      guard let finish else { continue }
      let whole = max(1, days.lowerBound.days(until: days.upperBound))
      let column = days.lowerBound.days(until: finish) * (columns - 1) / whole
      cells[column] = cells[column] == "·" ? letter(index) : "*"
    }
    lines.append(padded(name) + "  " + String(cells))
  }
  lines.append("")
  for (index, label) in labels.enumerated() { lines.append("\(letter(index)) \(label)") }
  if labels.count > 1 { lines.append("* several") }
  return lines
}

private let columns = 60

private func letter(_ index: Int) -> Character {
  let letters = Array("abcdefghijklmnopqrstuvwxyz")
  return letters[index % letters.count]
}
