/// A parse of a file before an edit, as the parser of the file after it sees it.
struct EarlierParse {
  let tree: SyntaxTree
  let record: ParseRecord
  /// Tokens and bytes that what stands behind the edit has moved by.
  let tokenShift: Int32
  let byteShift: Int32
  /// From this token on, in the file as it is now, both files have the same tokens.
  let sameFrom: Int

  /// The statement of the earlier parse that begins at a token of the file as it is now, if one does and its surroundings
  /// are the same.
  func checkpoint(at token: Int) -> (index: Int, checkpoint: Checkpoint)? {
    guard token >= sameFrom + Int(Checkpoint.lookbehind) else { return nil }
    let old = Int32(truncatingIfNeeded: token) - tokenShift
    let index = record.checkpoints.firstIndex(from: old)
    guard index < record.checkpoints.count, record.checkpoints[index].token == old else {
      return nil
    }
    return (index, record.checkpoints[index])
  }
}

extension Parser {
  /// Remembers the state before a statement of the file.
  ///
  /// Where an earlier parse was in the same state before the same tokens, everything behind would be read as it was then,
  /// and is taken from there.
  ///
  /// - Returns: Whether it was, and the parser is at the end of the file.
  mutating func endsAtCheckpoint() -> Bool {
    let here = checkpoint
    if let earlier, let (index, then) = earlier.checkpoint(at: position),
      then.mistakeDistance == here.mistakeDistance
    {
      takeOver(earlier, from: index)
      return true
    }
    checkpoints.append(here)
    return false
  }

  /// Takes what stands before a statement from an earlier parse: the part of the file that comes before an edit.
  mutating func resume(_ earlier: EarlierParse, at index: Int?) {
    let there = index.map { earlier.record.checkpoints[$0] } ?? .start
    self.earlier = earlier
    arena.append(
      0..<Int(there.nodes), entries: 0..<Int(there.childEntries), of: earlier.tree.arena,
      tokenShift: 0)
    appendFileChildren(0..<Int(there.fileChildren), of: earlier.tree, shiftedBy: 0)
    diagnostics += earlier.record.mistakes[..<Int(there.mistakes)]
    superseded += earlier.record.superseded[..<Int(there.superseded)]
    checkpoints += earlier.record.checkpoints[..<(index ?? 0)]
    position = Int(there.token)
    tokensTakenOver = position
    reportedAt =
      there.mistakeDistance < Checkpoint.distanceMax
      ? position - Int(there.mistakeDistance) : Self.nowhere
    examine(upTo: Int(there.examinedEnd))
  }

  /// Goes through what an earlier parse has left from a statement on: the part of the file that comes behind an edit.
  private mutating func takeOver(_ earlier: EarlierParse, from index: Int) {
    let there = earlier.record.checkpoints[index]
    let old = earlier.tree
    var shift = checkpoint
    shift.token -= there.token
    shift.nodes -= there.nodes
    shift.childEntries -= there.childEntries
    shift.fileChildren -= there.fileChildren
    shift.mistakes -= there.mistakes
    shift.superseded -= there.superseded
    // The last node is the file itself, and the last entries are its children.
    let fileEntries = Int(old.arena.childStarts[old.arena.count - 1])
    arena.append(
      Int(there.nodes)..<old.arena.count - 1, entries: Int(there.childEntries)..<fileEntries,
      of: old.arena, tokenShift: shift.token)
    appendFileChildren(
      Int(there.fileChildren)..<old.root.childCount, of: old, shiftedBy: shift.nodes)
    for diagnostic in earlier.record.mistakes[Int(there.mistakes)...] {
      diagnostics.append(diagnostic.shifted(by: earlier.byteShift))
    }
    for range in earlier.record.superseded[Int(there.superseded)...] {
      superseded.append(range.shifted(by: earlier.byteShift))
    }
    for each in earlier.record.checkpoints[index...] {
      var moved = each
      moved.token += shift.token
      moved.nodes += shift.nodes
      moved.childEntries += shift.childEntries
      moved.fileChildren += shift.fileChildren
      moved.mistakes += shift.mistakes
      moved.superseded += shift.superseded
      moved.examinedEnd = max(moved.examinedEnd + shift.token, Int32(examinedEnd))
      checkpoints.append(moved)
    }
    tokensTakenOver += tokens.count - position
    position = tokens.count - 1
    hasRejoined = true
  }

  private var checkpoint: Checkpoint {
    let distance =
      reportedAt == Self.nowhere ? Checkpoint.distanceMax : Int32(position - reportedAt)
    return Checkpoint(
      token: Int32(position), nodes: Int32(arena.count), childEntries: Int32(arena.children.count),
      fileChildren: Int32(pending.count), mistakes: Int32(diagnostics.count),
      superseded: Int32(superseded.count),
      mistakeDistance: min(distance, Checkpoint.distanceMax),
      examinedEnd: Int32(max(examinedEnd, position)))
  }

  /// Adds nodes that are the file's children in another tree to those of this one.
  private mutating func appendFileChildren(
    _ range: Range<Int>, of tree: SyntaxTree, shiftedBy shift: Int32
  ) {
    let first = Int(tree.arena.childStarts[tree.arena.count - 1])
    pending.append(
      tree.arena.children[first + range.lowerBound..<first + range.upperBound], shiftedBy: shift)
    // Heights matter to chains of operators only, and no such chain holds a statement.
    pendingHeights += repeatElement(1, count: range.count)
  }
}
