/// The same as a list, one below the other in an order in which nothing comes before what it waits for, with arrows beside
/// it: for telephones, and for chains that are longer than a page is wide.
///
/// An arc diagram: Martin Wattenberg, "Arc Diagrams: Visualizing Structure in Strings", 2002.
func listedMapDrawing(_ chart: MapChart, _ graph: LayeredGraph, _ width: Double) -> Drawing {
  ListedMapLayout(chart, graph, width).drawing
}

private struct ListedMapLayout {
  let chart: MapChart
  let graph: LayeredGraph
  let width: Double
  private let order: [Int]
  /// The row of each node.
  private let rows: [Int]
  /// Of each arrow how far right it runs, counted in lanes.
  private let lanes: [Int]
  private let labelWidth: Double
  private let laneWidth: Double

  private static let rowHeight = 30.0
  private static let lanesMax = 14

  init(_ chart: MapChart, _ graph: LayeredGraph, _ width: Double) {
    self.chart = chart
    self.graph = graph
    self.width = width
    let order = graph.inOrder
    var rows = [Int](repeating: 0, count: order.count)
    for (row, node) in order.enumerated() { rows[node] = row }
    self.order = order
    self.rows = rows
    lanes = Self.lanes(graph.edges, rows)
    let laneCount = Double((lanes.max() ?? -1) + 1)
    laneWidth = min(12, width * 0.25 / max(1, laneCount))
    let widest = chart.nodes.map { extent($0.label, size: TypeSize.box) }.max() ?? 0
    labelWidth = min(widest + 18, width - laneCount * laneWidth - 22).rounded(.down)
  }

  /// Short arrows run near the names, long ones outside; two that run side by side have lanes of their own while there are
  /// any.
  private static func lanes(_ edges: [MapChart.Edge], _ rows: [Int]) -> [Int] {
    var lanes = [Int](repeating: 0, count: edges.count)
    var taken: [[ClosedRange<Int>]] = []
    func stretch(_ edge: MapChart.Edge) -> ClosedRange<Int> {
      min(rows[edge.from], rows[edge.to])...max(rows[edge.from], rows[edge.to])
    }
    let order = edges.indices.sorted {
      (stretch(edges[$0]).count, $0) < (stretch(edges[$1]).count, $1)
    }
    for index in order {
      let stretch = stretch(edges[index])
      let free = taken.firstIndex { lane in !lane.contains { $0.overlaps(stretch) } } ?? taken.count
      let lane = min(free, lanesMax - 1)
      if lane == taken.count { taken.append([]) }
      taken[lane].append(stretch)
      lanes[index] = lane
    }
    return lanes
  }

  private func middle(_ row: Int) -> Double { Double(row) * Self.rowHeight + Self.rowHeight / 2 }

  var drawing: Drawing {
    let bottom = Double(order.count) * Self.rowHeight
    var legend = Legend(left: 0, right: width, top: bottom + 4)
    addMapLegend(chart, to: &legend)
    return Drawing(
      width: width, height: legend.bottom,
      parts: [.backdrop(arrows)] + order.map(box) + [legend.part])
  }

  private func box(_ index: Int) -> Drawing.Part {
    let node = chart.nodes[index]
    let middle = middle(rows[index])
    let height = Self.rowHeight - 6
    let text = fitted(node.label, into: labelWidth - 16, size: TypeSize.box)
    return .mark(
      node.label, node.text,
      [
        .rectangle(
          x: 1, y: middle - height / 2, width: labelWidth, height: height,
          radius: node.kind == .external ? height / 2 : 4, node.kind.look),
        .text(text, x: 9, y: middle + 4, .boxLabel),
      ])
  }

  private var arrows: [Drawing.Part] {
    var arrows = Arrows()
    for (index, edge) in graph.edges.enumerated() {
      let left = labelWidth + 1
      let far = left + 10 + Double(lanes[index] + 1) * laneWidth
      let (y1, y2) = (middle(rows[edge.from]) + 4, middle(rows[edge.to]) - 4)
      arrows.add(
        [.move(left, y1), .line(far, y1), .line(far, y2), .line(left + 1, y2)],
        head: headLeft(left + 1, y2), isCritical: edge.isCritical)
    }
    return arrows.parts
  }
}
