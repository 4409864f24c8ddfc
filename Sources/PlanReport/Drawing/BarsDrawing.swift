/// Bars with their names beside them and their figures at their ends.
func barsDrawing(_ chart: BarsChart) -> Drawing {
  let widest = chart.bars.map { extent($0.label, size: TypeSize.label) }.max() ?? 0
  let column = min(widest, labelColumnMax)
  return bars(
    chart, width: Layout.wide, left: column + 12,
    BarShape(height: 25, labelBaseline: 17, labelWidth: column, top: 6, thickness: 13))
}

/// Bars with their names above them.
func narrowBarsDrawing(_ chart: BarsChart) -> Drawing {
  bars(
    chart, width: Layout.narrow, left: 0,
    BarShape(height: 40, labelBaseline: 14, labelWidth: Layout.narrow - 4, top: 20, thickness: 13))
}

private let labelColumnMax = 330.0

private struct BarShape {
  let height: Double
  let labelBaseline: Double
  let labelWidth: Double
  let top: Double
  let thickness: Double
}

private func bars(
  _ chart: BarsChart, width: Double, left: Double, _ shape: BarShape
) -> Drawing {
  let figures = chart.bars.map { bar in
    fitted(bar.figure, into: (width - left) * figureShare, size: TypeSize.label)
  }
  let figureWidth = figures.map { extent($0, size: TypeSize.label) }.max() ?? 0
  let room = max(1, width - left - figureWidth - 10)
  let most = Double(max(1, chart.bars.compactMap(\.amount).max() ?? 1))
  let marks = chart.bars.indices.map { index -> Drawing.Part in
    let bar = chart.bars[index]
    let top = Double(index) * shape.height
    let length = max(1.5, room * (bar.amount.map { Double($0) / most } ?? 1))
    let label = fitted(bar.label, into: shape.labelWidth, size: TypeSize.label)
    var parts: [Drawing.Part] = [
      .rectangle(x: 0, y: top + 1, width: width - 1, height: shape.height - 2, .touch),
      .text(label, x: 0, y: top + shape.labelBaseline, .label),
      .rectangle(
        x: left, y: top + shape.top, width: length, height: shape.thickness,
        bar.amount == nil ? .critical : .committed),
    ]
    // What is known only as an upper limit, or not to be had at any price, is hatched.
    if bar.isUpperLimit || bar.amount == nil {
      parts.append(
        .rectangle(
          x: left, y: top + shape.top, width: length, height: shape.thickness, .hatch))
    }
    parts.append(
      .text(
        figures[index], x: left + length + 7, y: top + shape.top + shape.thickness - 2.5, .figure))
    return .mark(bar.label, bar.text, parts)
  }
  var legend = Legend(left: 0, right: width, top: Double(chart.bars.count) * shape.height + 4)
  if chart.bars.contains(where: { $0.isUpperLimit && $0.amount != nil }) {
    legend.add("at most so much") {
      [
        .rectangle(x: $0, y: $1, width: Legend.swatch, height: 10, .committed),
        .rectangle(x: $0, y: $1, width: Legend.swatch, height: 10, .hatch),
      ]
    }
  }
  if chart.bars.contains(where: { $0.amount == nil }) {
    legend.add("breaks what has to be kept") {
      [
        .rectangle(x: $0, y: $1, width: Legend.swatch, height: 10, .critical),
        .rectangle(x: $0, y: $1, width: Legend.swatch, height: 10, .hatch),
      ]
    }
  }
  return Drawing(width: width, height: legend.bottom, parts: marks + [legend.part])
}

/// At least half of the room is for bars.
private let figureShare = 0.5
