/// A graph whose nodes stand in layers, so that arrows lead from one layer to a later one.
///
/// After Kozo Sugiyama, Shojiro Tagawa and Mitsuhiko Toda, "Methods for Visual Understanding of Hierarchical System
/// Structures", 1981: arrows of circles are turned, nodes get layers, long arrows get a place in each layer that they pass,
/// crossings are reduced by medians layer by layer, and at last everything moves as near to its neighbours as there is room.
struct LayeredGraph {
  /// Arrows as they are drawn: circles cut, and without those that follow from others.
  let edges: [MapChart.Edge]
  /// The layer of each node, from 0.
  let layers: [Int]
  let layerCount: Int

  /// - Complexity: O(edges × (nodes + edges)), for leaving out what follows from other arrows.
  init(_ chart: MapChart) {
    let count = chart.nodes.count
    let forward = acyclic(chart.edges, count: count)
    // What decides the end is drawn whatever follows from it.
    edges = withoutImplied(forward, keeping: \.isCritical, from: \.from, to: \.to)
    layers = layering(edges, count: count)
    layerCount = (layers.max() ?? -1) + 1
  }

  /// Nodes so that each comes after all that leads to it, by layer and then as they were given.
  var inOrder: [Int] {
    layers.indices.sorted { (layers[$0], $0) < (layers[$1], $1) }
  }
}

/// The edges without those that close a circle, found in the order of the nodes.
private func acyclic(_ edges: [MapChart.Edge], count: Int) -> [MapChart.Edge] {
  var following = [[Int]](repeating: [], count: count)
  for (index, edge) in edges.enumerated() where edge.from != edge.to {
    following[edge.from].append(index)
  }
  enum State { case unseen, open, finished }
  var states = [State](repeating: .unseen, count: count)
  var isKept = [Bool](repeating: true, count: edges.count)
  for root in 0..<count where states[root] == .unseen {
    // Without recursion: a chain may be as long as the plan.
    var stack = [(node: root, next: 0)]
    states[root] = .open
    while let top = stack.last {
      guard top.next < following[top.node].count else {
        states[top.node] = .finished
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let edge = following[top.node][top.next]
      let target = edges[edge].to
      switch states[target] {
      case .open: isKept[edge] = false
      case .unseen:
        states[target] = .open
        stack.append((target, 0))
      case .finished: break
      }
    }
  }
  return edges.indices.filter { isKept[$0] && edges[$0].from != edges[$0].to }.map { edges[$0] }
}

/// Each node one layer behind the last that leads to it; what nothing leads to stands just before what it leads to.
private func layering(_ edges: [MapChart.Edge], count: Int) -> [Int] {
  var incoming = [Int](repeating: 0, count: count)
  var following = [[Int]](repeating: [], count: count)
  for edge in edges {
    incoming[edge.to] += 1
    following[edge.from].append(edge.to)
  }
  let sources = incoming.indices.filter { incoming[$0] == 0 }
  var layers = [Int](repeating: 0, count: count)
  var open = sources
  var place = 0
  while place < open.count {
    let node = open[place]
    place += 1
    for target in following[node] {
      layers[target] = max(layers[target], layers[node] + 1)
      incoming[target] -= 1
      if incoming[target] == 0 { open.append(target) }
    }
  }
  for node in sources {
    if let next = following[node].map({ layers[$0] }).min() { layers[node] = next - 1 }
  }
  return layers
}
