import PlanWorkbench
import TestSupport
import Testing

/// What holds of every merge, whatever is merged.
@Suite struct MergeTests {
  static let plans = Repository.files(below: "Plans", ending: ".plan")

  @Test("where only one of two changed a plan, the merge is what they made of it", arguments: plans)
  func oneSide(path: String) throws {
    let base = Array(try Repository.read(path).utf8)
    var random = SeededRandom(11)
    for _ in 0..<12 {
      let changed = mutated(base, &random)
      if let merge = PlanMerge(base: base, ours: changed, theirs: base) {
        #expect(merge.bytes == changed)
        #expect(merge.conflicts == 0)
      }
      if let merge = PlanMerge(base: base, ours: base, theirs: changed) {
        #expect(merge.conflicts == 0)
        // Nothing is left to be taken over.
        let again = PlanMerge(base: base, ours: merge.bytes, theirs: changed)
        #expect(again?.bytes == merge.bytes)
      }
      if let merge = PlanMerge(base: base, ours: changed, theirs: changed) {
        #expect(merge.bytes == changed)
      }
    }
  }

  @Test("any bytes are merged or not, and never crash")
  func anyBytes() {
    var random = SeededRandom(12)
    let base = Array("plan \"P\" { start: 2026-07-01 }\nteam a { people: 1 }\n".utf8)
    for _ in 0..<300 {
      _ = PlanMerge(
        base: damaged(base, &random), ours: damaged(base, &random), theirs: damaged(base, &random))
    }
  }

  /// With some lines taken out, doubled or exchanged.
  private func mutated(_ text: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var lines = text.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) where lines.count > 2 {
      let line = Int.random(in: 0..<lines.count - 1, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: line)
      default: lines.swapAt(line, Int.random(in: 0..<lines.count - 1, using: &random))
      }
    }
    return Array(lines.joined(separator: [10]))
  }

  private func damaged(_ text: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = text
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      } else {
        bytes.remove(at: place)
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }
}
