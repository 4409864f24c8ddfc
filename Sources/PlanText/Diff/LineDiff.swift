/// The shortest way from one list of lines to another, as ranges that are replaced.
///
/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), in its linear space. Boxes in which
/// more than `editsMax` edits are needed are cut where the search has come furthest, so the answer is always right and only
/// for very different lists a little longer than the shortest.
///
/// - Complexity: O((lines of both) * `editsMax`) time, O(lines) space.
package struct LineDiff: Sendable {
  /// In order, with at least one equal line between two of them.
  package let changes: [Change]

  /// Lines of the old list whose place lines of the new one take; one of the two may be empty.
  package struct Change: Equatable, Sendable {
    package let old: Range<Int>
    package let new: Range<Int>

    package init(old: Range<Int>, new: Range<Int>) {
      self.old = old
      self.new = new
    }
  }

  /// Edits that are looked for in one box: enough for what people write in a day, and a bound for files of another origin.
  private static let editsMax = 512

  package init<Line: Hashable>(_ old: [Line], _ new: [Line]) {
    var numbers: [Line: Int32] = [:]
    func numbered(_ lines: [Line]) -> [Int32] {
      lines.map { line in
        if let known = numbers[line] { return known }
        let number = Int32(truncatingIfNeeded: numbers.count)
        numbers[line] = number
        return number
      }
    }
    let oldNumbers = numbered(old)
    var search = Search(oldNumbers, numbered(new))
    search.run()
    changes = search.changes
  }

  /// A part of both lists that is still to be compared.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  private struct Search {
    private let old: [Int32]
    private let new: [Int32]
    private var isRemoved: [Bool]
    private var isAdded: [Bool]
    /// The furthest old line reached on each diagonal, from the start of a box and from its end.
    private var forward: [Int]
    private var backward: [Int]
    /// Diagonals are old line minus new line, which may be negative.
    private let origin: Int

    init(_ old: [Int32], _ new: [Int32]) {
      self.old = old
      self.new = new
      isRemoved = Array(repeating: false, count: old.count)
      isAdded = Array(repeating: false, count: new.count)
      origin = new.count + 1
      forward = Array(repeating: 0, count: old.count + new.count + 3)
      backward = forward
    }

    mutating func run() {
      // A stack of its own: boxes may lie in one another as deep as there are edits.
      var boxes = [Box(old: old.indices, new: new.indices)]
      while let whole = boxes.popLast() {
        let box = trimmed(whole)
        if box.old.isEmpty || box.new.isEmpty {
          for line in box.old { isRemoved[line] = true }
          for line in box.new { isAdded[line] = true }
          continue
        }
        let cut = middle(of: box)
        boxes.append(
          Box(old: cut.old..<box.old.upperBound, new: cut.new..<box.new.upperBound))
        boxes.append(
          Box(old: box.old.lowerBound..<cut.old, new: box.new.lowerBound..<cut.new))
      }
    }

    /// Without the equal lines at both ends.
    private func trimmed(_ box: Box) -> Box {
      var (oldStart, oldEnd) = (box.old.lowerBound, box.old.upperBound)
      var (newStart, newEnd) = (box.new.lowerBound, box.new.upperBound)
      while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
        oldStart += 1
        newStart += 1
      }
      while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
        oldEnd -= 1
        newEnd -= 1
      }
      return Box(old: oldStart..<oldEnd, new: newStart..<newEnd)
    }

    /// A point of a shortest path through a box, found from both of its ends at once.
    private mutating func middle(of box: Box) -> (old: Int, new: Int) {
      let least = box.old.lowerBound - box.new.upperBound
      let most = box.old.upperBound - box.new.lowerBound
      let start = box.old.lowerBound - box.new.lowerBound
      let end = box.old.upperBound - box.new.upperBound
      let meetsGoingForward = (start - end) % 2 != 0
      forward[origin + start] = box.old.lowerBound
      backward[origin + end] = box.old.upperBound
      var ahead = start...start
      var behind = end...end
      for _ in 0..<LineDiff.editsMax {
        ahead = Self.widened(ahead, least...most, &forward, origin, unreached: -1)
        for diagonal in stride(from: ahead.upperBound, through: ahead.lowerBound, by: -2) {
          let index = origin + diagonal
          var line = max(forward[index - 1] + 1, forward[index + 1])
          while line < box.old.upperBound, line - diagonal < box.new.upperBound,
            old[line] == new[line - diagonal]
          { line += 1 }
          forward[index] = line
          if meetsGoingForward, behind.contains(diagonal), backward[index] <= line {
            return (line, line - diagonal)
          }
        }
        behind = Self.widened(behind, least...most, &backward, origin, unreached: Int.max)
        for diagonal in stride(from: behind.upperBound, through: behind.lowerBound, by: -2) {
          let index = origin + diagonal
          var line = min(backward[index - 1], backward[index + 1] - 1)
          while line > box.old.lowerBound, line - diagonal > box.new.lowerBound,
            old[line - 1] == new[line - diagonal - 1]
          { line -= 1 }
          backward[index] = line
          if !meetsGoingForward, ahead.contains(diagonal), line <= forward[index] {
            return (line, line - diagonal)
          }
        }
      }
      return furthest(in: box, ahead)
    }

    /// The diagonals of one more edit; those that would leave the box are left out.
    private static func widened(
      _ range: ClosedRange<Int>, _ limits: ClosedRange<Int>, _ reached: inout [Int],
      _ origin: Int, unreached: Int
    ) -> ClosedRange<Int> {
      var (low, high) = (range.lowerBound, range.upperBound)
      if low > limits.lowerBound {
        low -= 1
        reached[origin + low - 1] = unreached
      } else {
        low += 1
      }
      if high < limits.upperBound {
        high += 1
        reached[origin + high + 1] = unreached
      } else {
        high -= 1
      }
      return low...high
    }

    /// Where the search from the start has come furthest.
    private func furthest(in box: Box, _ ahead: ClosedRange<Int>) -> (old: Int, new: Int) {
      var best = (old: box.old.lowerBound, new: box.new.lowerBound)
      for diagonal in stride(from: ahead.upperBound, through: ahead.lowerBound, by: -2) {
        let line = min(forward[origin + diagonal], box.old.upperBound)
        let other = line - diagonal
        guard other <= box.new.upperBound, line + other > best.old + best.new else { continue }
        best = (line, other)
      }
      return best
    }

    /// What was marked, put together.
    var changes: [Change] {
      var changes: [Change] = []
      var (oldLine, newLine) = (0, 0)
      while oldLine < old.count || newLine < new.count {
        let (oldStart, newStart) = (oldLine, newLine)
        while oldLine < old.count, isRemoved[oldLine] { oldLine += 1 }
        while newLine < new.count, isAdded[newLine] { newLine += 1 }
        if oldLine > oldStart || newLine > newStart {
          changes.append(Change(old: oldStart..<oldLine, new: newStart..<newLine))
        }
        if oldLine < old.count { oldLine += 1 }
        if newLine < new.count { newLine += 1 }
      }
      return changes
    }
  }
}
