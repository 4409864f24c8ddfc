import PlanModel

/// Bars along a calendar with their names beside them.
func timelineDrawing(_ chart: TimelineChart) -> Drawing {
  let labels = chart.groups.flatMap(\.rows).map { extent($0.label, size: TypeSize.label) }
  let headings = chart.groups.map { extent($0.label, size: TypeSize.label, isBold: true) }
  let widest = (labels + headings).max() ?? 0
  let column = min(widest, labelColumnMax)
  return TimelineLayout(
    chart, width: Layout.wide, left: column + 14,
    rows: RowShape(height: 26, labelBaseline: 17, labelWidth: column, barTop: 8, barHeight: 11),
    hasAllLinks: chart.links.count <= linksMax
  ).drawing
}

/// Bars along a calendar with their names above them.
func narrowTimelineDrawing(_ chart: TimelineChart) -> Drawing {
  TimelineLayout(
    chart, width: Layout.narrow, left: 0,
    rows: RowShape(
      height: 38, labelBaseline: 14, labelWidth: Layout.narrow - 4, barTop: 20, barHeight: 11),
    hasAllLinks: false
  ).drawing
}

/// Names that are longer are cut: the bars need the rest of the page.
private let labelColumnMax = 310.0

/// More arrows than this are a net; then only those that decide the end are drawn.
private let linksMax = 60

/// Where things stand in a row.
private struct RowShape {
  let height: Double
  let labelBaseline: Double
  let labelWidth: Double
  let barTop: Double
  let barHeight: Double

  var middle: Double { barTop + barHeight / 2 }
}

private struct TimelineLayout {
  let chart: TimelineChart
  let width: Double
  let axis: TimeAxis
  let shape: RowShape
  let hasAllLinks: Bool
  /// The top of each row, counted over all groups.
  private var tops: [Double] = []
  private var headings: [(label: String, baseline: Double)] = []
  private var bottom = TimelineLayout.header

  private static let header = 52.0
  private static let groupHeading = 24.0

  init(
    _ chart: TimelineChart, width: Double, left: Double, rows shape: RowShape, hasAllLinks: Bool
  ) {
    self.chart = chart
    self.width = width
    self.shape = shape
    self.hasAllLinks = hasAllLinks
    axis = TimeAxis(chart.days, left: left, right: width - 1)
    for group in chart.groups {
      headings.append((group.label, bottom + 17))
      bottom += Self.groupHeading
      for _ in group.rows {
        tops.append(bottom)
        bottom += shape.height
      }
    }
    bottom += 4
  }

  private var rows: [TimelineChart.Row] { chart.groups.flatMap(\.rows) }

  var drawing: Drawing {
    let legend = legend
    let rows = rows
    return Drawing(
      width: width, height: legend.bottom,
      parts: [.backdrop(background)] + [.backdrop(links)]
        + rows.indices.map { mark(rows[$0], top: tops[$0]) } + [legend.part])
  }

  // MARK: Behind the bars

  private var background: [Drawing.Part] {
    var parts: [Drawing.Part] = []
    for (index, span) in chart.spans.enumerated() {
      let x = axis.start(of: span.days.lowerBound)
      let end = axis.end(of: span.days.upperBound)
      guard end - x > 1 else { continue }
      parts.append(
        .rectangle(
          x: x, y: 0, width: end - x, height: bottom,
          index.isMultiple(of: 2) ? .band : .bandAlternate))
      let label = fitted(span.label, into: end - x - 6, size: TypeSize.label, isBold: true)
      parts.append(.text(label, x: x + 3, y: 15, .strong))
    }
    parts += axis.months(gridFrom: 22, to: bottom, baseline: 33)
    parts += headings.map { heading in
      let room = max(0, axis.left > 0 ? axis.left - 8 : width - 8)
      let text = fitted(heading.label, into: room, size: TypeSize.label, isBold: true)
      return .text(text, x: 0, y: heading.baseline, .strong)
    }
    for top in tops where axis.left > 0 {
      parts.append(.line(x1: 0, y1: top, x2: width - 1, y2: top, .grid))
    }
    if let today = chart.today, axis.holds(today) {
      let x = axis.start(of: today)
      parts.append(.line(x1: x, y1: 22, x2: x, y2: bottom, .today))
    }
    return parts
  }

  // MARK: Bars

  private func mark(_ row: TimelineChart.Row, top: Double) -> Drawing.Part {
    let label = fitted(row.label, into: shape.labelWidth, size: TypeSize.label)
    var parts: [Drawing.Part] = [
      .rectangle(x: 0, y: top + 1, width: width - 1, height: shape.height - 2, .touch),
      .text(label, x: 0, y: top + shape.labelBaseline, .label),
    ]
    parts += bar(row.bar, top: top + shape.barTop)
    for point in row.points where axis.holds(point.date) {
      parts.append(self.point(point, top: top))
    }
    return .mark(row.label, row.text, parts)
  }

  private func bar(_ bar: TimelineChart.Bar, top: Double) -> [Drawing.Part] {
    let start = axis.start(of: bar.start)
    let finish = max(start + leastBar, axis.end(of: bar.finish))
    var parts: [Drawing.Part] = []
    if let late = bar.late {
      let end = axis.end(of: late)
      if end - finish > 0.5 {
        parts.append(
          .rectangle(
            x: finish - 0.5, y: top, width: end - finish + 0.5, height: shape.barHeight,
            bar.fade))
      }
    }
    parts.append(
      .rectangle(
        x: start, y: top, width: finish - start, height: shape.barHeight, bar.look))
    return parts
  }

  private func point(_ point: TimelineChart.Point, top: Double) -> Drawing.Part {
    let x = axis.end(of: point.date)
    let middle = top + shape.middle
    return switch point.kind {
    case .deadline: deadline(x, middle)
    case .milestone: milestone(x, middle)
    }
  }

  // MARK: Arrows

  private var links: [Drawing.Part] {
    var arrows = Arrows()
    for link in chart.links where hasAllLinks || link.isCritical { add(link, to: &arrows) }
    return arrows.parts
  }

  /// Along the row, down or up, and into the bar; where that starts right below, only down or up.
  private func add(_ link: TimelineChart.Link, to arrows: inout Arrows) {
    let x1 = axis.end(of: link.from.date)
    let x2 = axis.start(of: link.to.date)
    let y1 = tops[link.from.row] + shape.middle
    let y2 = tops[link.to.row] + shape.middle
    if x2 >= x1 + 9 {
      arrows.add(
        [.move(x1, y1), .line(x1 + 3, y1), .line(x1 + 3, y2), .line(x2, y2)],
        head: headRight(x2, y2), isCritical: link.isCritical)
      return
    }
    let isDown = y2 > y1
    let tip = isDown ? y2 - shape.barHeight / 2 : y2 + shape.barHeight / 2
    let x = min(max(x1, x2) + 1, axis.right - 2)
    arrows.add(
      [.move(x, y1), .line(x, tip)], head: headVertical(x, tip, isDown: isDown),
      isCritical: link.isCritical)
  }

  // MARK: Legend

  private var legend: Legend {
    var legend = Legend(left: 0, right: width, top: bottom + 6)
    let bars = rows.map(\.bar)
    func hasBar(_ firmness: TimelineChart.Firmness) -> Bool {
      bars.contains { $0.firmness == firmness && !$0.isCritical }
    }
    let fades = bars.contains { $0.late != nil }
    let entries: [(TimelineChart.Firmness, String)] = [
      (.committed, "committed, with dates"), (.expected, "expected, by weeks"),
      (.open, "an order, no dates"),
    ]
    for (firmness, text) in entries where hasBar(firmness) {
      legend.add(text) {
        [.rectangle(x: $0, y: $1, width: Legend.swatch, height: 10, firmness.look)]
      }
    }
    if bars.contains(where: \.isCritical) {
      legend.add("decides the end") {
        [.rectangle(x: $0, y: $1, width: Legend.swatch, height: 10, .critical)]
      }
    }
    if fades {
      legend.add("fades from an even chance to four in five") {
        [
          .rectangle(x: $0, y: $1, width: 8, height: 10, .committed),
          .rectangle(x: $0 + 8, y: $1, width: Legend.swatch - 8, height: 10, .fadeCommitted),
        ]
      }
    }
    let points = rows.flatMap(\.points).filter { axis.holds($0.date) }
    if points.contains(where: { $0.kind == .deadline }) {
      legend.add("deadline") { [deadline($0 + 11, $1 + 5)] }
    }
    if points.contains(where: { $0.kind == .milestone }) {
      legend.add("milestone") { [milestone($0 + 11, $1 + 5)] }
    }
    if chart.today != nil {
      legend.add("today") { [.line(x1: $0 + 11, y1: $1 - 2, x2: $0 + 11, y2: $1 + 12, .today)] }
    }
    return legend
  }

  /// A flag on a line through the bar, its tip at the end of the day.
  private func deadline(_ x: Double, _ middle: Double) -> Drawing.Part {
    .path(
      [
        .move(x, middle + 11), .line(x, middle - 11), .line(x - 10, middle - 7),
        .line(x - 2, middle - 3),
        .line(x - 2, middle + 11), .close,
      ], .deadline)
  }

  private func milestone(_ x: Double, _ middle: Double) -> Drawing.Part {
    .path(
      [
        .move(x, middle - 5), .line(x + 5, middle), .line(x, middle + 5), .line(x - 5, middle),
        .close,
      ], .milestone)
  }
}

/// Narrower than this a bar is not seen.
private let leastBar = 2.0

extension TimelineChart.Bar {
  fileprivate var look: Look {
    isCritical ? .critical : firmness.look
  }

  fileprivate var fade: Look {
    if isCritical { return .fadeCritical }
    return switch firmness {
    case .committed: .fadeCommitted
    case .expected: .fadeExpected
    case .open: .fadeOpen
    }
  }
}

extension TimelineChart.Firmness {
  fileprivate var look: Look {
    switch self {
    case .committed: .committed
    case .expected: .expected
    case .open: .open
    }
  }
}
