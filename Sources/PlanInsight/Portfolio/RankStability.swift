package import PlanModel

/// How far a place in an order hangs on the estimates: what becomes of it when they are drawn.
package struct RankStability: Hashable, Sendable {
  /// Between these it lies in eight of ten draws (P10 to P90), from 1.
  package var places: ClosedRange<Int>
  /// The share of the draws in which it is on or above the line, 0...1.
  package var aboveLine: Rational
}

extension RankStability {
  /// Of each initiative what became of its place.
  ///
  /// - Parameters:
  ///   - places: One list a draw, by initiative, all with a place for the same ones; never empty.
  ///   - line: The last place above it.
  /// - Returns: `nil` for what has no place.
  /// - Complexity: O(initiatives × draws × log draws).
  static func all(_ places: [[Int?]], line: Int) -> [RankStability?] {
    let draws = places.count
    return (places.first ?? []).indices.map { initiative in
      let drawn = places.compactMap { $0[initiative] }.sorted()
      guard drawn.count == draws, draws > 0 else { return nil }
      // The smallest place that a tenth of the draws does not pass, and that nine tenths do not.
      let low = drawn[max(0, (draws + 9) / 10 - 1)]
      let high = drawn[max(0, (9 * draws + 9) / 10 - 1)]
      let above = Rational(Int64(drawn.count { $0 <= line }), Int64(draws)) ?? .zero
      return RankStability(places: low...high, aboveLine: above)
    }
  }
}
