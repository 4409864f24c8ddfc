import PlanText
import TestSupport
import Testing

@Suite struct LineDiffTests {
  @Test func randomListsAreTurnedIntoOneAnotherByAsFewLinesAsPossible() {
    var random = SeededRandom(1986)
    for _ in 0..<3_000 {
      let letters = Int.random(in: 1...6, using: &random)
      func list() -> [Int] {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          Int.random(in: 0..<letters, using: &random)
        }
      }
      let (old, new) = (list(), list())
      let changes = LineDiff(old, new).changes
      #expect(Self.applied(changes, to: old, new) == new, "\(old) \(new)")
      let edits = changes.reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(edits == old.count + new.count - 2 * Self.longestCommon(old, new), "\(old) \(new)")
    }
  }

  /// Above the edits that are looked for at once the way is no longer the shortest, but it is one.
  @Test func veryDifferentListsAreTurnedIntoOneAnotherToo() {
    var random = SeededRandom(7)
    for _ in 0..<4 {
      let old = (0..<4_000).map { _ in Int.random(in: 0..<50, using: &random) }
      let new = (0..<3_000).map { _ in Int.random(in: 0..<50, using: &random) }
      #expect(Self.applied(LineDiff(old, new).changes, to: old, new) == new)
    }
    let changes = LineDiff(Array(0..<2_000), Array(2_000..<4_000)).changes
    #expect(changes == [.init(old: 0..<2_000, new: 0..<2_000)])
  }

  private static func applied(_ changes: [LineDiff.Change], to old: [Int], _ new: [Int]) -> [Int] {
    var result: [Int] = []
    var next = 0
    for change in changes {
      result += old[next..<change.old.lowerBound]
      result += new[change.new]
      next = change.old.upperBound
    }
    return result + old[next...]
  }

  /// By the table that every textbook has.
  private static func longestCommon(_ old: [Int], _ new: [Int]) -> Int {
    var row = Array(repeating: 0, count: new.count + 1)
    for left in old {
      var diagonal = 0
      for (index, right) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = left == right ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }
}

@Suite struct UnifiedDiffTests {
  private func diff(
    _ old: String, _ new: String, name: String = "q3.plan", style: UnifiedDiff.Style = .plain
  ) -> String {
    unifiedDiff(old: (name, Array(old.utf8)), new: (name, Array(new.utf8)), style: style)
  }

  private func numbered(_ changed: [Int: String]) -> String {
    (1...20).map { (changed[$0] ?? "line \($0)") + "\n" }.joined()
  }

  @Test func equalTextsHaveNone() {
    #expect(diff("a\n", "a\n").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test func changesThatAreNearShareAHunk() {
    #expect(
      diff(numbered([:]), numbered([5: "five", 10: "ten"])) == """
        --- q3.plan
        +++ q3.plan
        @@ -2,12 +2,12 @@
         line 2
         line 3
         line 4
        -line 5
        +five
         line 6
         line 7
         line 8
         line 9
        -line 10
        +ten
         line 11
         line 12
         line 13

        """)
  }

  @Test func changesThatAreFarHaveTheirOwn() {
    let heads = diff(numbered([:]), numbered([1: "one", 20: "twenty"])).split(separator: "\n")
      .filter { $0.hasPrefix("@@") }
    #expect(heads == ["@@ -1,4 +1,4 @@", "@@ -17,4 +17,4 @@"])
  }

  @Test func whatIsNewOrGoneAltogether() {
    #expect(diff("", "a\n") == "--- q3.plan\n+++ q3.plan\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\nb\n", "") == "--- q3.plan\n+++ q3.plan\n@@ -1,2 +0,0 @@\n-a\n-b\n")
  }

  @Test func aLastLineWithoutItsEndIsMarked() {
    #expect(
      diff("a\nb", "a\nb\n") == """
        --- q3.plan
        +++ q3.plan
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b

        """)
  }

  @Test(arguments: [
    ("a b.plan", "\"a b.plan\""), ("a\nb.plan", "\"a\\nb.plan\""),
    ("ä.plan", "\"\\303\\244.plan\""),
    ("a\"\u{1B}.plan", "\"a\\\"\\033.plan\""),
  ])
  func namesStayOnTheirLine(name: String, shown: String) {
    #expect(diff("a", "b", name: name).hasPrefix("--- \(shown)\n+++ \(shown)\n"))
  }

  @Test func onATerminalNothingThatWasWrittenIsObeyed() {
    #expect(
      diff("a\u{1B}[2J\n", "a\u{202E}\n", style: .ansi) == """
        \u{1B}[1m--- q3.plan\u{1B}[0m
        \u{1B}[1m+++ q3.plan\u{1B}[0m
        \u{1B}[36m@@ -1 +1 @@\u{1B}[0m
        \u{1B}[31m-a\u{FFFD}[2J\u{1B}[0m
        \u{1B}[32m+a\u{FFFD}\u{1B}[0m

        """)
  }
}
