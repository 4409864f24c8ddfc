/// How far down everything in layers stands: each as near to the middle of its neighbours as order and room allow.
///
/// - Parameters:
///   - order: What stands in each layer.
///   - heights: The room that each needs, with the gap below it.
/// - Returns: The middle of each, the topmost edge at 0.
/// - Complexity: O(sweeps × (edges + members)).
func layerPlaces(_ order: LayerOrder, heights: [Double]) -> [Double] {
  var middles = [Double](repeating: 0, count: heights.count)
  for layer in order.layers {
    var top = 0.0
    for member in layer {
      middles[member] = top + heights[member] / 2
      top += heights[member]
    }
  }
  for sweep in 0..<sweepCount {
    let isAhead = sweep.isMultiple(of: 2)
    let layers = isAhead ? order.layers : order.layers.reversed()
    for layer in layers {
      let wishes = layer.map { member -> Double in
        // The last sweeps look both ways, so that nobody is drawn to one side.
        let neighbours =
          sweep >= sweepCount - 4
          ? order.before[member] + order.behind[member]
          : isAhead ? order.before[member] : order.behind[member]
        guard !neighbours.isEmpty else { return middles[member] }
        return neighbours.reduce(0) { $0 + middles[$1] } / Double(neighbours.count)
      }
      let placed = apart(wishes, layer.map { heights[$0] })
      for (member, middle) in zip(layer, placed) { middles[member] = middle }
    }
  }
  let top = middles.indices.map { middles[$0] - heights[$0] / 2 }.min() ?? 0
  return middles.map { $0 - top }
}

/// Beyond this nothing moves by a pixel, on graphs of the size that is drawn.
private let sweepCount = 12

/// The places nearest to the wishes, by least squares, at which nobody overlaps the next.
///
/// Room that lies before each is taken off its wish, so that order alone is left to keep, which pooling of neighbours that
/// are out of order does best: Miriam Ayer and others, "An Empirical Distribution Function for Sampling with Incomplete
/// Information", 1955.
private func apart(_ wishes: [Double], _ heights: [Double]) -> [Double] {
  var offsets: [Double] = []
  var sum = 0.0
  for height in heights {
    offsets.append(sum + height / 2)
    sum += height
  }
  var pools: [(mean: Double, count: Int)] = []
  for (wish, offset) in zip(wishes, offsets) {
    var pool = (mean: wish - offset, count: 1)
    while let last = pools.last, last.mean > pool.mean {
      let count = last.count + pool.count
      pool.mean =
        (last.mean * Double(last.count) + pool.mean * Double(pool.count)) / Double(count)
      pool.count = count
      pools.removeLast()
    }
    pools.append(pool)
  }
  let bases = pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
  return zip(bases, offsets).map { $0 + $1 }
}
