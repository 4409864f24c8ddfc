/// Numbered dots on two scales, with the list of what the numbers mean beside them.
func scatterDrawing(_ chart: ScatterChart) -> Drawing {
  let perColumn = max(1, (chart.items.count + 1) / 2)
  let plotBottom = max(380, Double(perColumn) * ScatterLayout.listLine)
  let listLeft = 460.0
  let column = (Layout.wide - listLeft) / 2
  return ScatterLayout(
    chart: chart, width: Layout.wide, plot: Box(left: 62, top: 8, right: 430, bottom: plotBottom),
    listPlace: { index in
      (
        listLeft + column * Double(index / perColumn),
        20 + Double(index % perColumn) * ScatterLayout.listLine
      )
    }, listWidth: column - 10
  ).drawing
}

/// The dots alone.
func plotDrawing(_ chart: ScatterChart) -> Drawing {
  ScatterLayout(
    chart: chart, width: Layout.plot,
    plot: Box(left: 58, top: 8, right: Layout.plot - 4, bottom: 310), listPlace: nil, listWidth: 0
  ).drawing
}

struct Box {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
}

private struct ScatterLayout {
  let chart: ScatterChart
  let width: Double
  let plot: Box
  /// Where the entry of an item in the list begins; `nil` where there is no list.
  let listPlace: ((_ index: Int) -> (x: Double, baseline: Double))?
  let listWidth: Double

  static let listLine = 19.0
  static let radius = 9.0

  var drawing: Drawing {
    let places = dotPlaces
    let marks = chart.items.indices.map { mark($0, at: places[$0]) }
    let lists =
      listPlace.flatMap { place in chart.items.indices.map { place($0).baseline }.max() } ?? 0
    return Drawing(
      width: width, height: max(plot.bottom + 46, lists + 8),
      parts: [.backdrop(background)] + marks)
  }

  private var background: [Drawing.Part] {
    var parts: [Drawing.Part] = [
      .rectangle(
        x: plot.left, y: plot.top, width: plot.right - plot.left, height: plot.bottom - plot.top,
        .band)
    ]
    var rightmost = -Double.infinity
    for tick in chart.across.ticks {
      let x = plot.left + (plot.right - plot.left) * Double(tick.thousandths) / 1_000
      parts.append(.line(x1: x, y1: plot.top, x2: x, y2: plot.bottom, .grid))
      let half = extent(tick.label, size: TypeSize.small) / 2
      let middle = min(max(x, half), width - half)
      guard middle - half > rightmost + 6 else { continue }
      rightmost = middle + half
      parts.append(.text(tick.label, x: middle, y: plot.bottom + 16, .middle, .small))
    }
    var lowest = Double.infinity
    for tick in chart.up.ticks {
      let y = plot.bottom - (plot.bottom - plot.top) * Double(tick.thousandths) / 1_000
      parts.append(.line(x1: plot.left, y1: y, x2: plot.right, y2: y, .grid))
      guard y + 12 < lowest else { continue }
      lowest = y
      parts.append(.text(tick.label, x: plot.left - 6, y: y + 4, .end, .small))
    }
    let across = fitted(chart.across.title + " →", into: plot.right, size: TypeSize.small)
    parts.append(.text(across, x: plot.right, y: plot.bottom + 34, .end, .small))
    let up = fitted("↑ " + chart.up.title, into: plot.right - plot.left - 12, size: TypeSize.small)
    parts.append(.text(up, x: plot.left + 6, y: plot.top + 15, .small))
    return parts
  }

  private func mark(_ index: Int, at place: (x: Double, y: Double)) -> Drawing.Part {
    let item = chart.items[index]
    let number = String(index + 1)
    let dot: [Drawing.Part] = [
      .shape(
        .circle(x: place.x, y: place.y, radius: Self.radius), item.isUndone ? .open : .committed),
      .text(number, x: place.x, y: place.y + 3.5, .middle, item.isUndone ? .number : .inverse),
    ]
    guard let list = listPlace?(index) else { return .mark(item.label, item.text, dot) }
    let label = fitted(item.label, into: listWidth - 26, size: TypeSize.label)
    return .mark(
      item.label, item.text,
      [
        .rectangle(
          x: list.x + 0.5, y: list.baseline - 14, width: listWidth, height: Self.listLine - 1,
          radius: 3, .touch)
      ] + dot + [
        .text(number, x: list.x + 20, y: list.baseline, .end, .number),
        .text(label, x: list.x + 26, y: list.baseline, .label),
      ])
  }

  /// Where each dot stands: at its place, or as near to it as it touches no other.
  ///
  /// - Complexity: O(items² × rings tried).
  private var dotPlaces: [(x: Double, y: Double)] {
    var taken: [(x: Double, y: Double)] = []
    let apart = Self.radius * 2 + 1
    let radius = Self.radius
    // The title of the axis stands at the top of the plot.
    let lowest = plot.top + radius + 20
    for item in chart.items {
      let x = plot.left + (plot.right - plot.left) * Double(item.across) / 1_000
      let y = plot.bottom - (plot.bottom - plot.top) * Double(item.up) / 1_000
      func inside(_ dx: Double, _ dy: Double) -> (x: Double, y: Double) {
        (
          min(max(x + dx, plot.left + radius), plot.right - radius),
          min(max(y + dy, lowest), plot.bottom - radius)
        )
      }
      var best = inside(0, 0)
      search: for ring in 0..<ringsMax {
        for offset in ringOffsets(ring) {
          let place = inside(offset.x * apart / 2, offset.y * apart / 2)
          let isFree = taken.allSatisfy { other in
            let (dx, dy) = (other.x - place.x, other.y - place.y)
            return dx * dx + dy * dy >= apart * apart
          }
          if isFree {
            best = place
            break search
          }
        }
      }
      taken.append(best)
    }
    return taken
  }
}

/// So far from its place a dot may stand, in steps of its radius; forty dots find room in far less.
private let ringsMax = 40

/// The places of a square ring on a grid, the centre for ring 0.
private func ringOffsets(_ ring: Int) -> [(x: Double, y: Double)] {
  guard ring > 0 else { return [(0, 0)] }
  var places: [(x: Double, y: Double)] = []
  for step in -ring..<ring {
    let (far, along) = (Double(ring), Double(step))
    places += [(along, -far), (far, along), (-along, far), (-far, -along)]
  }
  return places
}
