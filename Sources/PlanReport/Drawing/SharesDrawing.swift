/// Bars of one length, each shared out among the same parts.
func sharesDrawing(_ chart: SharesChart, width: Double) -> Drawing {
  let labelWidth = min(
    chart.rows.map { extent($0.label, size: TypeSize.label) }.max() ?? 0, width * 0.3)
  let figureWidth = min(
    chart.rows.map { extent($0.figure, size: TypeSize.label) }.max() ?? 0, width * 0.3)
  let left = labelWidth + 10
  let right = width - figureWidth - 10
  let rowHeight = 34.0
  var parts: [Drawing.Part] = []
  for (index, row) in chart.rows.enumerated() {
    let top = Double(index) * rowHeight
    let baseline = top + 20
    let label = fitted(row.label, into: labelWidth, size: TypeSize.label)
    let figure = fitted(row.figure, into: figureWidth, size: TypeSize.label)
    parts.append(
      .backdrop([
        .text(label, x: 0, y: baseline, .label),
        .text(figure, x: width, y: baseline, .end, .figure),
      ]))
    parts += segments(row, left: left, right: right, top: top + 4, height: rowHeight - 10)
  }
  var legend = Legend(left: 0, right: width, top: Double(chart.rows.count) * rowHeight + 6)
  for (index, name) in chart.parts.enumerated() {
    legend.add(name) { segment(index, x: $0, y: $1, width: Legend.swatch, height: 10) }
  }
  return Drawing(width: width, height: legend.bottom, parts: parts + [legend.part])
}

private func segments(
  _ row: SharesChart.Row, left: Double, right: Double, top: Double, height: Double
) -> [Drawing.Part] {
  var before = 0
  return row.thousandths.indices.compactMap { index in
    let share = row.thousandths[index]
    guard share > 0 else { return nil }
    let x = left + (right - left) * Double(before) / 1_000
    let width = (right - left) * Double(share) / 1_000
    before += share
    return .mark(
      nil, row.texts[index],
      segment(index, x: x, y: top, width: max(0.5, width - 1), height: height))
  }
}

/// A part's colour, and over every other the pattern that tells it apart without colour.
private func segment(
  _ index: Int, x: Double, y: Double, width: Double, height: Double
) -> [Drawing.Part] {
  let place = index % Look.parts.count
  var parts: [Drawing.Part] = [
    .rectangle(x: x, y: y, width: width, height: height, Look.parts[place])
  ]
  if let pattern = Look.patterns[place] {
    parts.append(.rectangle(x: x, y: y, width: width, height: height, pattern))
  }
  return parts
}
