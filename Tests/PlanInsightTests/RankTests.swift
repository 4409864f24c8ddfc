import PlanInsight
import Testing

/// Places in an order that several searches have to agree on.
@Suite struct RankTests {
  @Test func agreedPlacesAreOne() {
    #expect(sharedRanks([[30, 31], [10, 12], [20, 19]]) == [1...1, 3...3, 2...2])
  }

  @Test func whatSearchesPutDifferentlySharesPlaces() {
    // The first search has b before c, the second c before b; a is before both in either.
    #expect(sharedRanks([[9, 9], [5, 3], [4, 6], [1, 1]]) == [1...1, 2...3, 2...3, 4...4])
  }

  @Test func theSameAmountIsTheSamePlace() {
    #expect(sharedRanks([[0], [7], [0]]) == [2...3, 1...1, 2...3])
    #expect(sharedRanks([]).isEmpty)
  }
}
