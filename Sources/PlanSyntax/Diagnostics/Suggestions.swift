/// The words that a misspelt one was most likely meant to be: the nearest, at most three where several are equally near.
///
/// Near is a distance of at most a third of the word's length, counted as insertions, deletions, replacements and swaps
/// of neighbours (the restricted distance of Damerau, "A technique for computer detection and correction of spelling
/// errors", 1964, computed with the table of Wagner & Fischer, 1974). Capitals count as small letters. Equally near ones
/// come in alphabetical order, so the answer does not depend on the order of the candidates.
///
/// - Complexity: O(candidates · length²).
package func suggestions(for word: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = Array(word.utf8.map(\.lowercased))
  guard !wanted.isEmpty, wanted.count <= suggestedLengthMax else { return [] }
  // One letter for another leaves nothing of a word of one letter.
  var farthest = min(max(1, wanted.count / 3), wanted.count - 1)
  var found: Set<String> = []
  var ranked: [(distance: Int, candidate: String)] = []
  for candidate in candidates where candidate != word && found.insert(candidate).inserted {
    let other = Array(candidate.utf8.map(\.lowercased))
    guard other.count <= suggestedLengthMax, abs(other.count - wanted.count) <= farthest else {
      continue
    }
    let distance = editDistance(wanted, other)
    guard distance <= farthest else { continue }
    farthest = distance
    ranked.append((distance, candidate))
  }
  return Array(
    ranked.filter { $0.distance == farthest }.map(\.candidate).sorted().prefix(suggestedMax))
}

/// Longest word that is compared: names are short, and the table grows with the square.
private let suggestedLengthMax = 64

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  // Three rows of the table: the one being filled, the one before it, and the one before that for swaps.
  var previous = Array(0...right.count)
  var beforePrevious = previous
  var row = previous
  for i in 0..<left.count {
    row[0] = i + 1
    for j in 0..<right.count {
      let replaced = previous[j] + (left[i] == right[j] ? 0 : 1)
      row[j + 1] = min(replaced, previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        row[j + 1] = min(row[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    (beforePrevious, previous, row) = (previous, row, beforePrevious)
  }
  return previous[right.count]
}

extension UInt8 {
  fileprivate var lowercased: UInt8 {
    self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
  }
}
