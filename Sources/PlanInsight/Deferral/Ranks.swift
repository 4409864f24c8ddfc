/// The places that subjects may have in an order, the dearest first, by what several searches found.
///
/// Where the searches put two of them differently, or find them alike, they share a place.
///
/// - Parameter amounts: Of each subject what each search found; as many everywhere.
/// - Returns: Of each subject its first and its last place, from 1.
/// - Complexity: O(searches × subjects × log subjects).
package func sharedRanks(_ amounts: [[Int64]]) -> [ClosedRange<Int>] {
  var ranks: [ClosedRange<Int>?] = amounts.map { _ in nil }
  for search in amounts.first?.indices ?? 0..<0 {
    let order = amounts.indices.sorted { amounts[$0][search] > amounts[$1][search] }
    var first = 0
    while first < order.count {
      let alike = order[first...].prefix { amounts[$0][search] == amounts[order[first]][search] }
      for subject in alike {
        let known = ranks[subject] ?? alike.startIndex + 1...alike.endIndex
        ranks[subject] =
          min(known.lowerBound, alike.startIndex + 1)...max(known.upperBound, alike.endIndex)
      }
      first = alike.endIndex
    }
  }
  return ranks.map { $0 ?? 1...max(1, amounts.count) }
}
