/// The candidate that was most likely meant, for "did you mean".
enum Spelling {
  /// Only so many candidates are compared: enough for any plan written by hand, and an error in a generated plan of a
  /// hundred thousand names stays instant.
  static let candidatesMax = 20_000

  /// Names longer than this are not compared; nobody misspells them by a letter.
  static let lengthMax = 64

  /// The nearest candidate within a third of the word's length; ties go to the earlier one.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let target = Array(word.utf8)
    guard !target.isEmpty, target.count <= lengthMax else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates.prefix(candidatesMax) where candidate != word {
      let limit = best.map { $0.distance - 1 } ?? max(1, target.count / 3)
      let bytes = Array(candidate.utf8)
      guard limit >= 0, bytes.count <= lengthMax, abs(bytes.count - target.count) <= limit,
        let distance = distance(target, bytes, limit: limit)
      else { continue }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words; `nil` above `limit`.
  ///
  /// The restricted form of F. Damerau, "A technique for computer detection and correction of spelling errors" (1964).
  private static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in 1...max(1, first.count) where !first.isEmpty {
      var current = [row] + [Int](repeating: 0, count: second.count)
      for column in 1...max(1, second.count) where !second.isEmpty {
        let isSame = first[row - 1] == second[column - 1]
        var cost = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = cost
      }
      if let least = current.min(), least > limit { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
