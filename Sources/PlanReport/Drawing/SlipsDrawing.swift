import PlanModel

/// A line for each thing from revision to revision, downwards: one that leans to the right moves away.
///
/// Milestone trend analysis with the axes turned, so that revisions stand below one another as in a log.
func slipsDrawing(_ chart: SlipsChart, width: Double) -> Drawing {
  SlipsLayout(chart, width: width).drawing
}

private struct SlipsLayout {
  let chart: SlipsChart
  let width: Double
  private let axis: TimeAxis
  private let left: Double
  /// Where the number of each line stands, below its last dot; `nil` for a line without dots.
  private let numbers: [(x: Double, level: Int)?]
  /// Lines of numbers.
  private let levels: Int
  private let keyColumns: Int

  private static let header = 34.0
  private static let rowHeight = 24.0
  private static let keyHeight = 20.0
  private static let labelColumnMax = 120.0
  private static let numberHeight = 13.0
  private static let radius = 4.0
  private static let gap = 10.0

  init(_ chart: SlipsChart, width: Double) {
    self.chart = chart
    self.width = width
    let widest = chart.revisions.map { extent($0, size: TypeSize.small) }.max() ?? 0
    left = min(widest, Self.labelColumnMax) + Self.gap
    axis = TimeAxis(chart.days, left: left, right: width - Self.radius - 1)
    keyColumns = width >= Layout.wide ? 2 : 1
    let apart = extent(String(chart.lines.count), size: TypeSize.small, isBold: true) + 4
    let room = max(apart, axis.right - axis.left)
    levels = max(1, Int((Double(chart.lines.count) * apart / room).rounded(.up)))
    numbers = Self.places(of: chart.lines, axis, apart: apart, levels: levels)
  }

  /// Below its last dot each, or as near to that as no number touches the next.
  private static func places(
    of lines: [SlipsChart.Line], _ axis: TimeAxis, apart: Double, levels: Int
  ) -> [(x: Double, level: Int)?] {
    let ends = lines.enumerated().compactMap { index, line in
      line.finishes.compactMap(\.self).last.map { (index: index, x: axis.end(of: $0)) }
    }.sorted { ($0.x, $0.index) < ($1.x, $1.index) }
    var places = [(x: Double, level: Int)?](repeating: nil, count: lines.count)
    for level in 0..<levels {
      let some = stride(from: level, to: ends.count, by: levels).map { ends[$0] }
      var xs: [Double] = []
      for end in some {
        xs.append(max(end.x, xs.last.map { $0 + apart } ?? axis.left + apart / 2))
      }
      // What was pushed over the edge pushes back.
      var limit = axis.right - apart / 2
      for place in xs.indices.reversed() {
        xs[place] = min(xs[place], limit)
        limit = xs[place] - apart
      }
      for (end, x) in zip(some, xs) { places[end.index] = (x, level) }
    }
    return places
  }

  private func y(_ row: Int) -> Double { Self.header + (Double(row) + 0.5) * Self.rowHeight }

  private var bottom: Double { Self.header + Double(chart.revisions.count) * Self.rowHeight }

  private var keyTop: Double { bottom + 17 + Double(levels) * Self.numberHeight }

  var drawing: Drawing {
    guard !chart.lines.isEmpty else {
      return Drawing(
        width: width, height: 24,
        parts: [.text("No date has moved.", x: 0, y: 16, .label)])
    }
    let rows = (chart.lines.count + keyColumns - 1) / keyColumns
    return Drawing(
      width: width, height: keyTop + Double(rows) * Self.keyHeight + 4,
      parts: [.backdrop(background)] + chart.lines.indices.map(mark))
  }

  private var background: [Drawing.Part] {
    var parts = axis.months(gridFrom: 0, to: bottom, baseline: 11)
    for (row, name) in chart.revisions.enumerated() {
      let text = fitted(name, into: left - Self.gap, size: TypeSize.small)
      parts.append(.text(text, x: left - Self.gap, y: y(row) + 4, .end, .small))
      parts.append(.line(x1: left, y1: y(row), x2: width - 1, y2: y(row), .grid))
    }
    return parts
  }

  private func mark(_ index: Int) -> Drawing.Part {
    let line = chart.lines[index]
    let look = Look.lines[index % Look.lines.count]
    let dots = line.finishes.enumerated().compactMap { row, finish in
      finish.map { (x: axis.end(of: $0), y: y(row)) }
    }
    let key = keyPlace(index)
    let number = String(index + 1)
    let numberWidth = extent(String(chart.lines.count), size: TypeSize.small, isBold: true)
    let room = width / Double(keyColumns) - numberWidth - 18
    var parts: [Drawing.Part] = [
      .rectangle(
        x: key.x, y: key.baseline - 14, width: width / Double(keyColumns) - 8,
        height: Self.keyHeight - 1, radius: 3, .touch)
    ]
    if let (x, level) = numbers[index], let last = dots.last {
      let baseline = bottom + 14 + Double(level) * Self.numberHeight
      let steps = dots.enumerated().map { place, dot in
        place == 0 ? Drawing.Step.move(dot.x, dot.y) : .line(dot.x, dot.y)
      }
      parts += [
        .line(x1: last.x, y1: last.y, x2: x, y2: baseline - 11, .link), .path(steps, look),
      ]
      parts += dots.map { .shape(.circle(x: $0.x, y: $0.y, radius: Self.radius), look) }
      parts.append(.text(number, x: x, y: baseline, .middle, .number))
    }
    return .mark(
      line.label, line.text,
      parts + [
        .text(number, x: key.x + numberWidth + 4, y: key.baseline, .end, .number),
        .text(
          fitted(line.label, into: room, size: TypeSize.label), x: key.x + numberWidth + 10,
          y: key.baseline, .label),
      ])
  }

  private func keyPlace(_ index: Int) -> (x: Double, baseline: Double) {
    let rows = (chart.lines.count + keyColumns - 1) / keyColumns
    return (
      Double(index / rows) * width / Double(keyColumns),
      keyTop + Double(index % rows) * Self.keyHeight + 14
    )
  }
}
