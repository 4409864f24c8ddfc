import PlanText
import Testing

/// How wide text is at most where it is set.
@Suite struct SetWidthTests {
  @Test(
    arguments: [
      ("", 0), ("i", 278), ("W", 989), ("Hi", 752 + 278), ("漢字", 2_000), ("한", 1_000),
      // An accent that stands on a letter, and a blank of no width, take nothing.
      ("e\u{301}", 615), ("a\u{200B}b", 613 + 635),
      // One picture each: a family, a flag, a symbol that a selector makes one.
      ("👨‍👩‍👧", 1_300), ("🇪🇺", 1_300), ("✔️", 1_300), ("✅", 1_300),
    ] as [(String, Int)])
  func widths(text: String, expected: Int) {
    #expect(setWidth(text) == expected)
  }

  @Test(
    arguments: [
      ("short", 9_000, "short"), ("exactly", 3_863, "exactly"), ("Direct debit", 4_300, "Direct…"),
      ("Direct debit", 900, ""), ("漢字漢字", 3_500, "漢字…"), ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2_400, "👨‍👩‍👧…"),
    ] as [(String, Int, String)])
  func cutWhereItHasToBe(text: String, limit: Int, expected: String) {
    #expect(shortened(text, toSetWidth: limit) == expected)
  }

  @Test func whatIsCutFits() {
    let text = String(repeating: "Wide Łódź 漢字 🎉 ", count: 700)
    for limit in stride(from: 1_000, through: 30_000, by: 377) {
      #expect(setWidth(shortened(text, toSetWidth: limit)) <= limit)
    }
  }
}
