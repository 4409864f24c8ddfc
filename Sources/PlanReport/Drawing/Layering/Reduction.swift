/// Edges without those that a longer way through others says as well, each pair of ends once.
///
/// The transitive reduction of a graph without circles, which is one alone (Alfred Aho, Michael Garey and Jeffrey Ullman, "The
/// Transitive Reduction of a Directed Graph", 1972); of one with circles a graph that reaches the same.
///
/// - Parameters:
///   - edges: In the order in which they are looked at.
///   - isKept: Whether one stays whatever says the same.
///   - from: The node where one begins, as a small number.
///   - to: The node where it ends.
/// - Returns: Those that are left, in their order.
/// - Complexity: O(edges × (nodes + edges)).
func withoutImplied<Edge>(
  _ edges: [Edge], keeping isKept: (Edge) -> Bool, from: (Edge) -> Int, to: (Edge) -> Int
) -> [Edge] {
  var reduction = Reduction(edges.map { (from($0), to($0)) })
  for index in edges.indices where !isKept(edges[index]) { reduction.removeIfImplied(index) }
  return edges.indices.filter { reduction.isLeft[$0] }.map { edges[$0] }
}

private struct Reduction {
  private let ends: [(from: Int, to: Int)]
  private(set) var isLeft: [Bool]
  /// Of each node the edges that lead away from it.
  private var following: [[Int]]
  /// For which edge each node was reached last.
  private var reached: [Int]

  init(_ ends: [(from: Int, to: Int)]) {
    let count = (ends.map { max($0.from, $0.to) }.max() ?? -1) + 1
    self.ends = ends
    isLeft = [Bool](repeating: true, count: ends.count)
    following = [[Int]](repeating: [], count: count)
    reached = [Int](repeating: -1, count: count)
    for (index, end) in ends.enumerated() {
      if following[end.from].contains(where: { ends[$0].to == end.to }) {
        isLeft[index] = false
      } else {
        following[end.from].append(index)
      }
    }
  }

  mutating func removeIfImplied(_ edge: Int) {
    guard isLeft[edge] else { return }
    let (from, to) = ends[edge]
    reached[from] = edge
    var open = [from]
    while let node = open.popLast() {
      for next in following[node] where isLeft[next] && next != edge {
        let target = ends[next].to
        if target == to {
          isLeft[edge] = false
          return
        }
        if reached[target] != edge {
          reached[target] = edge
          open.append(target)
        }
      }
    }
  }
}
