/// The days that a schedule decides and the precedences between them, as a graph whose spanning forest can be settled exactly.
///
/// A node is a day: the start and the finish of a work, the completion of an initiative or a goal, a milestone. The value
/// `days` stands for "never". An edge is a relation between two days. Relations in the forest hold exactly when the days are
/// chosen by dynamic programming along it; the others are priced, each on the last day of each stretch, as in the
/// disaggregated precedences of the time-indexed model (Christofides, Alvarez-Valdés & Tamarit 1987).
///
/// What cannot be said as a relation between two days is left out, which only makes a bound smaller.
struct Network: ~Copyable {
  enum Kind: UInt8, BitwiseCopyable {
    /// From a work's start to its finish; `row` is the work.
    case work
    /// `to` is no earlier than the row of `release` says of `from`.
    case after
    /// `to` is no earlier than `from`, and one is never where the other is.
    case covers
  }

  struct Edge: BitwiseCopyable {
    var kind: Kind
    var from: Int32
    var to: Int32
    /// Offset in `release`, or a work.
    var row: Int32
  }

  /// How a node hangs in the forest.
  struct Branch: BitwiseCopyable {
    var parent: Int32
    var edge: Edge
    /// Whether the node is the `from` of its edge.
    var isFrom: Bool
  }

  let days: Int
  /// Values of a node: the days and never.
  let width: Int
  let nodeCount: Int
  /// By work, −1 for those that are running or cannot be.
  let startNode: Table<Int32>
  let finishNode: Table<Int32>
  /// By initiative, −1 where there is nothing to decide.
  let completionNode: Table<Int32>
  /// Rows of `width` days.
  let release: Table<Int32>
  /// Nodes, parents before children.
  let order: Table<Int32>
  /// By node; the parent of a root is −1.
  let branch: Table<Branch>
  /// The relations that are priced.
  let priced: Table<Edge>
  /// All relations.
  let edges: Table<Edge>
  /// By node, the offset of its costs by day, or −1 for none.
  let costRow: Table<Int32>
  /// Rows of `width` costs in minor units, shifted as the instance's.
  let cost: Table<Int64>
  /// What is not to be decided costs.
  let constant: Int64
  let rootDomain: Domain

  init(_ board: borrowing Board) {
    var draft = NetworkDraft(board)
    draft.addInitiatives(board)
    draft.addLinks(board)
    draft.addGoals(board)
    let forest = Forest(nodes: draft.nodeCount, draft.edges)
    days = draft.days
    width = draft.days + 1
    nodeCount = draft.nodeCount
    startNode = Table(draft.startNode)
    finishNode = Table(draft.finishNode)
    completionNode = Table(draft.completionNode)
    release = Table(draft.release)
    order = Table(forest.order)
    branch = Table(forest.branch)
    priced = Table(forest.rest)
    edges = Table(draft.edges)
    costRow = Table(draft.costRow)
    cost = Table(draft.cost)
    constant = draft.constant
    rootDomain = Domain(
      first: Table(draft.first), last: Table(draft.last), mayBeNever: Table(draft.mayBeNever))
  }

  /// Whether one day decides what all costs, as that on which a project ends.
  var hasOneAim: Bool {
    var found = 0
    for node in costRow.indices where costRow[node] >= 0 { found += 1 }
    return found == 1
  }

  /// The days that each node may still take.
  struct Domain: ~Copyable {
    var first: Table<Int32>
    var last: Table<Int32>
    var mayBeNever: Table<Bool>

    /// The days that are left to a node.
    @inline(__always)
    func days(of node: Int32) -> Range<Int> {
      Int(first[node])..<max(Int(first[node]), Int(last[node]) + 1)
    }

    func copy() -> Domain {
      var copy = Domain(
        first: Table(repeating: 0, count: first.count),
        last: Table(repeating: 0, count: last.count),
        mayBeNever: Table(repeating: false, count: mayBeNever.count))
      copy.restore(self)
      return copy
    }

    mutating func restore(_ other: borrowing Domain) {
      first.copy(from: other.first)
      last.copy(from: other.last)
      mayBeNever.copy(from: other.mayBeNever)
    }
  }
}

/// A spanning forest of relations, those given first preferred (Kruskal 1956), and what is left over.
private struct Forest {
  private(set) var order: [Int32] = []
  private(set) var branch: [Network.Branch]
  private(set) var rest: [Network.Edge] = []

  init(nodes: Int, _ edges: [Network.Edge]) {
    let none = Network.Branch(
      parent: -1, edge: Network.Edge(kind: .after, from: 0, to: 0, row: 0), isFrom: false)
    branch = Array(repeating: none, count: nodes)
    var group = Array(0..<nodes)
    func find(_ node: Int) -> Int {
      var root = node
      while group[root] != root {
        group[root] = group[group[root]]
        root = group[root]
      }
      return root
    }
    var inForest: [[Network.Edge]] = Array(repeating: [], count: nodes)
    for edge in edges {
      let (from, to) = (find(Int(edge.from)), find(Int(edge.to)))
      guard from != to else {
        rest.append(edge)
        continue
      }
      group[from] = to
      inForest[Int(edge.from)].append(edge)
      inForest[Int(edge.to)].append(edge)
    }
    var isReached = Array(repeating: false, count: nodes)
    for root in 0..<nodes where !isReached[root] {
      isReached[root] = true
      var head = order.count
      order.append(Int32(root))
      while head < order.count {
        let node = order[head]
        head += 1
        for edge in inForest[Int(node)] {
          let other = edge.from == node ? edge.to : edge.from
          guard !isReached[Int(other)] else { continue }
          isReached[Int(other)] = true
          branch[Int(other)] = Network.Branch(
            parent: node, edge: edge, isFrom: edge.from == other)
          order.append(other)
        }
      }
    }
  }
}
