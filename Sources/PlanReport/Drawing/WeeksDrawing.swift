import PlanModel

/// Columns of what is taken under the line of what there is, with who comes and goes below.
func weeksDrawing(_ chart: WeeksChart) -> Drawing { WeeksLayout(chart).drawing }

private struct WeeksLayout {
  let chart: WeeksChart
  let axis: TimeAxis
  /// Person-weeks at the top of the picture.
  private let top: Double
  private let lanes: [(change: WeeksChart.Change, lane: Int)]

  private static let plotTop = 30.0
  private static let plotBottom = 112.0
  private static let left = 30.0
  private static let laneHeight = 15.0

  init(_ chart: WeeksChart) {
    self.chart = chart
    let first = chart.columns.first?.first ?? CivilDate(dayNumber: 0)
    axis = TimeAxis(first...max(first, chart.last), left: Self.left, right: Layout.panel - 1)
    let most = chart.columns.map { max($0.taken, $0.limit) }.max() ?? 0
    top = roundUp(Double(most) / minutesPerWeek)
    lanes = Self.lanes(chart.changes, axis)
  }

  var drawing: Drawing {
    let laneCount = (lanes.map(\.lane).max() ?? -1) + 1
    let height = Self.plotBottom + 30 + Double(laneCount) * Self.laneHeight + 4
    return Drawing(
      width: Layout.panel, height: height,
      parts: [.backdrop(background)] + columns + [.backdrop(limit)] + lanes.map(change))
  }

  private func y(_ weeks: Double) -> Double {
    Self.plotBottom - (Self.plotBottom - Self.plotTop) * min(1, top > 0 ? weeks / top : 0)
  }

  private var background: [Drawing.Part] {
    let title = fitted(chart.title, into: Layout.panel, size: TypeSize.label, isBold: true)
    var parts: [Drawing.Part] = [.text(title, x: 0, y: 14, .strong)]
    for value in [0, top / 2, top] {
      let y = y(value)
      parts.append(.line(x1: Self.left, y1: y, x2: Layout.panel - 1, y2: y, .grid))
      parts.append(.text(number(value), x: Self.left - 5, y: y + 4, .end, .small))
    }
    parts += axis.months(
      gridFrom: Self.plotBottom, to: Self.plotBottom + 5, baseline: Self.plotBottom + 14)
    return parts
  }

  private var columns: [Drawing.Part] {
    chart.columns.indices.compactMap { index in
      let column = chart.columns[index]
      let end = index + 1 < chart.columns.count ? chart.columns[index + 1].first : nil
      let x = axis.start(of: column.first)
      let right = end.map { axis.start(of: $0) } ?? axis.right
      let height = Self.plotBottom - y(Double(column.taken) / minutesPerWeek)
      guard right > x, height > 0 || column.limit > 0 else { return nil }
      let isOver = column.taken > column.limit
      return .mark(
        nil, column.text,
        [
          .rectangle(
            x: x, y: Self.plotBottom - max(1, height), width: max(1, right - x - 0.7),
            height: max(1, height), isOver ? .over : .taken)
        ])
    }
  }

  /// A line of steps above the columns.
  private var limit: [Drawing.Part] {
    var steps: [Drawing.Step] = []
    for (index, column) in chart.columns.enumerated() {
      let x = axis.start(of: column.first)
      let end =
        index + 1 < chart.columns.count
        ? axis.start(of: chart.columns[index + 1].first) : axis.right
      let y = y(Double(column.limit) / minutesPerWeek)
      steps.append(index == 0 ? .move(x, y) : .line(x, y))
      steps.append(.line(end, y))
    }
    return steps.isEmpty ? [] : [.path(steps, .limit)]
  }

  private func change(_ place: (change: WeeksChart.Change, lane: Int)) -> Drawing.Part {
    let change = place.change
    let middle = Self.plotBottom + 30 + Double(place.lane) * Self.laneHeight + 7
    let x = axis.start(of: change.days.lowerBound)
    let look = change.isLoss ? Look.loss : .gain
    var parts: [Drawing.Part] = []
    if change.isLoss {
      let end = max(x + 5, axis.end(of: change.days.upperBound))
      parts.append(.rectangle(x: x, y: middle - 3, width: end - x, height: 6, radius: 1, look))
    } else {
      parts.append(
        .path(
          [.move(x, middle + 4), .line(x + 4, middle - 4), .line(x + 8, middle + 4), .close], look))
    }
    let (labelX, anchor) = Self.labelPlace(change, axis)
    parts.append(.text(change.label, x: labelX, y: middle + 4, anchor, .small))
    return .mark(nil, change.text, parts)
  }

  /// Where the label of a change stands: behind its sign, or before it at the right end.
  private static func labelPlace(
    _ change: WeeksChart.Change, _ axis: TimeAxis
  ) -> (x: Double, Drawing.Text.Anchor) {
    let (start, end) = signPlace(change, axis)
    let width = extent(change.label, size: TypeSize.small)
    return end + 4 + width <= axis.right ? (end + 4, .start) : (start - 4, .end)
  }

  private static func signPlace(_ change: WeeksChart.Change, _ axis: TimeAxis) -> (Double, Double) {
    let start = axis.start(of: change.days.lowerBound)
    return (start, change.isLoss ? max(start + 5, axis.end(of: change.days.upperBound)) : start + 8)
  }

  /// The first lane in which each change touches no other.
  private static func lanes(
    _ changes: [WeeksChart.Change], _ axis: TimeAxis
  ) -> [(change: WeeksChart.Change, lane: Int)] {
    var taken: [[ClosedRange<Double>]] = []
    return changes.map { change in
      let (start, end) = signPlace(change, axis)
      let (labelX, anchor) = labelPlace(change, axis)
      let width = extent(change.label, size: TypeSize.small)
      let left = min(start, anchor == .start ? labelX : labelX - width) - 3
      let right = max(end, anchor == .start ? labelX + width : labelX) + 3
      let room = left...max(left, right)
      let lane = taken.firstIndex { lane in !lane.contains { $0.overlaps(room) } } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(room)
      return (change, lane)
    }
  }
}

private let minutesPerWeek = Double(Effort.minutesPerPersonWeek)

/// The next of 1, 2, 4, 5 and 8 with zeros that is no smaller.
private func roundUp(_ value: Double) -> Double {
  guard value > 0 else { return 1 }
  var scale = 0.01
  while scale * 10 < value { scale *= 10 }
  return [1, 2, 4, 5, 8, 10].map { $0 * scale }.first { $0 >= value } ?? scale * 10
}

/// At most two decimals, none where there are none.
private func number(_ value: Double) -> String {
  (Rational(Int64((value * 100).rounded()), 100) ?? .zero).text(decimals: 2)
}
