/// The order of what stands in each layer, so that few arrows cross.
struct LayerOrder {
  /// Of each layer what stands in it, from the top; nodes first by their own numbers, then bends of long arrows.
  private(set) var layers: [[Int]]
  /// The layer of each, bends among them.
  let layerOf: [Int]
  /// Of each arrow what it passes, from its first node to its last.
  let paths: [[Int]]
  /// Of each what it is joined to in the layer before, and in the layer behind.
  let before: [[Int]]
  let behind: [[Int]]

  /// - Complexity: O(sweeps × (edges + bends) × log), and for counting crossings O(edges of two layers²).
  init(_ graph: LayeredGraph) {
    var layerOf = graph.layers
    var paths: [[Int]] = []
    for edge in graph.edges {
      var path = [edge.from]
      for layer in graph.layers[edge.from]
        + 1..<max(graph.layers[edge.from] + 1, graph.layers[edge.to])
      {
        path.append(layerOf.count)
        layerOf.append(layer)
      }
      paths.append(path + [edge.to])
    }
    var before = [[Int]](repeating: [], count: layerOf.count)
    var behind = before
    for path in paths {
      for (from, to) in zip(path, path.dropFirst()) {
        behind[from].append(to)
        before[to].append(from)
      }
    }
    var layers = [[Int]](repeating: [], count: graph.layerCount)
    for (index, layer) in layerOf.enumerated() { layers[layer].append(index) }
    self.layers = layers
    self.layerOf = layerOf
    self.paths = paths
    self.before = before
    self.behind = behind
    reduceCrossings()
  }

  /// Sweeps ahead and back, ordering each layer by the middle of its neighbours, and keeps the best order met.
  private mutating func reduceCrossings() {
    var best = layers
    var fewest = crossings
    for sweep in 0..<LayerOrder.sweeps where fewest > 0 {
      let isAhead = sweep.isMultiple(of: 2)
      let order = isAhead ? Array(layers.indices) : layers.indices.reversed()
      for layer in order { sort(layer, by: isAhead ? before : behind) }
      exchangeNeighbours()
      let count = crossings
      if count < fewest {
        fewest = count
        best = layers
      }
    }
    layers = best
  }

  /// After so many sweeps orders repeat, on all but contrived graphs.
  private static let sweeps = 16

  private var positions: [Int] {
    var positions = [Int](repeating: 0, count: layerOf.count)
    for layer in layers { for (place, member) in layer.enumerated() { positions[member] = place } }
    return positions
  }

  private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
    let positions = positions
    let middles = layers[layer].map { member -> Double in
      let places = neighbours[member].map { positions[$0] }
      // Whoever has none stays where it is.
      guard !places.isEmpty else { return Double(positions[member]) }
      return Double(places.reduce(0, +)) / Double(places.count)
    }
    let order = layers[layer].indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
    layers[layer] = order.map { layers[layer][$0] }
  }

  /// Exchanges two that stand next to each other wherever that takes away crossings.
  private mutating func exchangeNeighbours() {
    for layer in layers.indices {
      guard layers[layer].count > 1 else { continue }
      let positions = positions
      for place in 0..<layers[layer].count - 1 {
        let (upper, lower) = (layers[layer][place], layers[layer][place + 1])
        let kept =
          crossed(before[upper], before[lower], positions)
          + crossed(behind[upper], behind[lower], positions)
        let exchanged =
          crossed(before[lower], before[upper], positions)
          + crossed(behind[lower], behind[upper], positions)
        if exchanged < kept { layers[layer].swapAt(place, place + 1) }
      }
    }
  }

  /// Arrows that cross between two of a layer, the first above the second.
  private func crossed(_ upper: [Int], _ lower: [Int], _ positions: [Int]) -> Int {
    var count = 0
    for first in upper {
      for second in lower where positions[second] < positions[first] { count += 1 }
    }
    return count
  }

  private var crossings: Int {
    let positions = positions
    var count = 0
    for layer in layers {
      for (place, upper) in layer.enumerated() {
        for lower in layer[(place + 1)...] {
          count += crossed(behind[upper], behind[lower], positions)
        }
      }
    }
    return count
  }
}
