/// Boxes in layers from left to right, with arrows between them.
func mapDrawing(_ chart: MapChart, _ graph: LayeredGraph) -> Drawing {
  // More layers leave no room for names.
  guard graph.layerCount <= layersMax else {
    return listedMapDrawing(chart, graph, Layout.wide)
  }
  return MapLayout(chart, graph).drawing
}

private let layersMax = 7

private struct MapLayout {
  let chart: MapChart
  let graph: LayeredGraph
  private let order: LayerOrder
  private let middles: [Double]
  private let boxWidth: Double
  /// What stands in each box, and how high that makes it.
  private let labels: [[String]]
  private let heights: [Double]
  private let gap: Double

  private static let linesMax = 3
  private static let lineHeight = 14.0
  /// Room for two lines, which most boxes need.
  private static let boxHeightLeast = 38.0
  private static let rowGap = 10.0
  /// What an arrow takes that only passes.
  private static let bendHeight = 12.0
  private static let boxWidthMax = 200.0
  private static let textInset = 7.0

  init(_ chart: MapChart, _ graph: LayeredGraph) {
    self.chart = chart
    self.graph = graph
    order = LayerOrder(graph)
    let count = Double(max(1, graph.layerCount))
    gap = graph.layerCount > 5 ? 26 : 40
    let boxWidth = min(
      Self.boxWidthMax, ((Layout.wide - 2 - gap * (count - 1)) / count).rounded(.down))
    self.boxWidth = boxWidth
    labels = chart.nodes.map {
      fittedOnLines(
        $0.label, Self.linesMax, into: boxWidth - Self.textInset * 2, size: TypeSize.box)
    }
    let heights = labels.map {
      max(Self.boxHeightLeast, Double($0.count) * Self.lineHeight + Self.rowGap)
    }
    self.heights = heights
    let rooms = order.layerOf.indices.map {
      $0 < heights.count ? heights[$0] + Self.rowGap : Self.bendHeight
    }
    middles = layerPlaces(order, heights: rooms).map { $0.rounded() }
  }

  private func left(_ layer: Int) -> Double { 1 + Double(layer) * (boxWidth + gap) }

  var drawing: Drawing {
    let boxes = graph.inOrder.map(box)
    let bottom =
      (middles.indices.map { middles[$0] + ($0 < heights.count ? heights[$0] / 2 : 0) }.max() ?? 0)
      + Self.rowGap
    var legend = Legend(left: 0, right: Layout.wide, top: bottom + 4)
    addMapLegend(chart, to: &legend)
    return Drawing(
      width: Layout.wide, height: legend.bottom,
      parts: [.backdrop(arrows)] + boxes + [legend.part])
  }

  private func box(_ index: Int) -> Drawing.Part {
    let node = chart.nodes[index]
    let x = left(graph.layers[index])
    let middle = middles[index]
    let lines = labels[index]
    let height = heights[index]
    let first = middle + 4 - Double(lines.count - 1) * Self.lineHeight / 2
    let texts = lines.enumerated().map { place, line in
      Drawing.Part.text(
        line, x: x + Self.textInset, y: first + Double(place) * Self.lineHeight, .boxLabel)
    }
    return .mark(
      node.label, node.text,
      [
        .rectangle(
          x: x, y: middle - height / 2, width: boxWidth, height: height,
          radius: node.kind == .external ? height / 2 : 4, node.kind.look)
      ] + texts)
  }

  /// Curves from box to box through the gaps, straight across the layers that they pass.
  private var arrows: [Drawing.Part] {
    var arrows = Arrows()
    for (edge, path) in zip(graph.edges, order.paths) {
      guard let first = path.first, let last = path.last else { continue }
      var steps: [Drawing.Step] = [
        .move(left(order.layerOf[first]) + boxWidth, middles[first])
      ]
      for (from, to) in zip(path, path.dropFirst()) {
        let x1 = left(order.layerOf[from]) + boxWidth
        let x2 = left(order.layerOf[to])
        let middle = (x1 + x2) / 2
        if abs(middles[from] - middles[to]) < 0.5 {
          steps.append(.line(x2, middles[from]))
        } else {
          steps.append(.curve(middle, middles[from], middle, middles[to], x2, middles[to]))
        }
        if to != last { steps.append(.line(x2 + boxWidth, middles[to])) }
      }
      arrows.add(
        steps, head: headRight(left(order.layerOf[last]) - 1, middles[last]),
        isCritical: edge.isCritical)
    }
    return arrows.parts
  }
}

/// What the boxes of a map stand for.
func addMapLegend(_ chart: MapChart, to legend: inout Legend) {
  let words: [(MapChart.Kind, String)] = [
    (.planned, "scheduled"), (.critical, "decides the end"), (.done, "done"),
    (.undone, "not in the schedule"), (.external, "promised by others"),
  ]
  for (kind, word) in words where chart.nodes.contains(where: { $0.kind == kind }) {
    legend.add(word) {
      [
        .rectangle(
          x: $0, y: $1 - 1, width: Legend.swatch, height: 12, radius: kind == .external ? 6 : 3,
          kind.look)
      ]
    }
  }
}

extension MapChart.Kind {
  var look: Look {
    switch self {
    case .planned: .box
    case .critical: .boxCritical
    case .done: .boxDone
    case .undone: .boxUndone
    case .external: .boxExternal
    }
  }
}
