import PlanModel

/// The chance that something has happened, rising day by day, with the days that matter.
func curveDrawing(_ chart: CurveChart) -> Drawing { CurveLayout(chart: chart).drawing }

private struct CurveLayout {
  let chart: CurveChart

  private static let left = 42.0
  private static let top = 58.0
  private static let bottom = 158.0

  private var axis: TimeAxis {
    TimeAxis(chart.days, left: Self.left, right: Layout.panel - 1)
  }

  var drawing: Drawing {
    Drawing(
      width: Layout.panel, height: Self.bottom + 32,
      parts: [.backdrop(background), .backdrop(curve)] + marks)
  }

  private func y(_ thousandths: Int) -> Double {
    Self.bottom - (Self.bottom - Self.top) * Double(thousandths) / 1_000
  }

  private var background: [Drawing.Part] {
    let title = fitted(chart.title, into: Layout.panel, size: TypeSize.label, isBold: true)
    var parts: [Drawing.Part] = [.text(title, x: 0, y: 14, .strong)]
    for percent in [0, 50, 80, 100] {
      let y = y(percent * 10)
      parts.append(.line(x1: Self.left, y1: y, x2: Layout.panel - 1, y2: y, .grid))
      parts.append(.text("\(percent) %", x: Self.left - 5, y: y + 4, .end, .small))
    }
    parts += axis.months(gridFrom: Self.bottom, to: Self.bottom + 5, baseline: Self.bottom + 14)
    return parts
  }

  private var curve: [Drawing.Part] {
    guard let first = chart.steps.first else { return [] }
    let axis = axis
    var steps: [Drawing.Step] = [.move(axis.start(of: first.day), y(0))]
    for step in chart.steps { steps.append(.line(axis.end(of: step.day), y(step.thousandths))) }
    let last = chart.steps.last?.thousandths ?? 0
    steps.append(.line(axis.right, y(last)))
    let area = steps + [.line(axis.right, y(0)), .close]
    return [.path(area, .area), .path(steps, .curve)]
  }

  /// Dots on the curve with their labels beside them, and lines of days that somebody named with theirs above.
  private var marks: [Drawing.Part] {
    let axis = axis
    var named = 0
    return chart.points.map { point in
      let x = axis.end(of: point.day)
      switch point.kind {
      case .quantile:
        let y = y(point.thousandths)
        return .mark(
          nil, point.text,
          [.shape(.circle(x: x, y: y, radius: 4), .dot), besides(point.label, x, y + 4, gap: 8)])
      case .wanted, .scheduled:
        let baseline = 31 + Double(named) * 14
        named += 1
        let look = point.kind == .wanted ? Look.wanted : .scheduled
        return .mark(
          nil, point.text,
          [
            .line(x1: x, y1: baseline - 8, x2: x, y2: Self.bottom, look),
            besides(point.label, x, baseline, gap: 4),
          ])
      }
    }
  }

  /// On the right of a place, or on its left where there is more room.
  private func besides(_ label: String, _ x: Double, _ y: Double, gap: Double) -> Drawing.Part {
    let width = extent(label, size: TypeSize.small)
    if x + gap + width <= axis.right { return .text(label, x: x + gap, y: y, .small) }
    let text = fitted(label, into: x - gap, size: TypeSize.small)
    return .text(text, x: x - gap, y: y, .end, .small)
  }
}
