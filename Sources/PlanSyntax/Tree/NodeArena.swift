/// The nodes of a tree as columns, children before their parents.
///
/// A node covers tokens `firstTokens ..< endTokens`; those of them that no child covers are its own. Its children are
/// `children[childStarts ..< childEnds]`, in source order.
struct NodeArena: Equatable, Sendable {
  private(set) var kinds: [SyntaxKind] = []
  private(set) var firstTokens: [Int32] = []
  private(set) var endTokens: [Int32] = []
  private(set) var childStarts: [Int32] = []
  private(set) var childEnds: [Int32] = []
  private(set) var children: [Int32] = []

  /// - Parameter tokenCount: Of the file; plans have about two nodes in three tokens.
  init(tokenCount: Int) {
    let expected = tokenCount / 3 * 2 + 8
    kinds.reserveCapacity(expected)
    firstTokens.reserveCapacity(expected)
    endTokens.reserveCapacity(expected)
    childStarts.reserveCapacity(expected)
    childEnds.reserveCapacity(expected)
    children.reserveCapacity(expected)
  }

  var count: Int { kinds.count }

  /// Adds a node over the nodes `pending[start...]`, which exist already, and returns its id.
  ///
  /// Takes the array and not a slice of it: a slice would make the caller's next change copy the whole array.
  mutating func append(
    _ kind: SyntaxKind, tokens: Range<Int>, children pending: borrowing [Int32], from start: Int
  ) -> Int32 {
    let id = Int32(truncatingIfNeeded: kinds.count)
    kinds.append(kind)
    firstTokens.append(Int32(truncatingIfNeeded: tokens.lowerBound))
    endTokens.append(Int32(truncatingIfNeeded: tokens.upperBound))
    childStarts.append(Int32(truncatingIfNeeded: children.count))
    for index in start..<pending.count { children.append(pending[index]) }
    childEnds.append(Int32(truncatingIfNeeded: children.count))
    return id
  }

  /// Adds nodes of another arena, whose children are all among them.
  ///
  /// - Parameters:
  ///   - nodes: Ids in the other arena.
  ///   - entries: Their lists of children there.
  ///   - other: Where they stand.
  ///   - shift: How far their tokens have moved.
  /// - Complexity: O(nodes), by copying.
  mutating func append(
    _ nodes: Range<Int>, entries: Range<Int>, of other: NodeArena, tokenShift shift: Int32
  ) {
    let nodeShift = Int32(truncatingIfNeeded: count - nodes.lowerBound)
    let entryShift = Int32(truncatingIfNeeded: children.count - entries.lowerBound)
    kinds += other.kinds[nodes]
    firstTokens.append(other.firstTokens[nodes], shiftedBy: shift)
    endTokens.append(other.endTokens[nodes], shiftedBy: shift)
    childStarts.append(other.childStarts[nodes], shiftedBy: entryShift)
    childEnds.append(other.childEnds[nodes], shiftedBy: entryShift)
    children.append(other.children[entries], shiftedBy: nodeShift)
  }
}
