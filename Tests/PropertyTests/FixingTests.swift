import PlanSyntax
import PlanWorkbench
import TestSupport
import Testing

/// What holds of the safe fixes, whatever they are applied to.
@Suite struct FixingTests {
  private static let options = CheckOptions(
    today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil)

  static let cases: [GoldenCase] =
    (Repository.files(below: "Tests/GoldenTests/Cases", ending: ".cases")
    + Repository.files(below: "Tests/GoldenTests/Cases", ending: ".syntax")).flatMap { file in
      GoldenCase.parse((try? Repository.read(file)) ?? "", file: file)
    }

  @Test func theyMendSomething() {
    let applied = Self.cases.reduce(0) { $0 + Self.fixed($1).applied }
    #expect(applied > 20)
  }

  /// No fix makes a mistake of writing that was not there, or takes a comment away; and none is left undone.
  @Test func theyNeverDoHarm() {
    for each in Self.cases {
      let before = Self.parsed(Self.bytes(each))
      let plan = Self.fixed(each)
      let after = Self.parsed(plan.root)
      #expect(
        after.diagnostics.count <= before.diagnostics.count, "\(each.name): \(text(plan.root))")
      #expect(!plan.isUnfinished, "\(each.name)")
      let comments = Self.comments(after)
      for comment in Self.comments(before) {
        #expect(comments.contains(comment), "\(each.name) loses \(comment): \(text(plan.root))")
      }
      #expect(plan.files.isEmpty == (plan.applied == 0), "\(each.name)")
    }
  }

  /// A byte order mark and lines that end as on Windows are as good a beginning as any.
  @Test func theyStandWhereTheyShouldBehindAByteOrderMark() {
    for each in Self.cases {
      let plain = Self.fixed(each)
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      guard !Self.bytes(each).starts(with: mark) else { continue }
      let marked = PlanWorkbench.fixed(mark + Self.bytes(each), path: "case.plan", Self.options)
      #expect(marked.root.elementsEqual(mark + plain.root), "\(each.name)")
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func bytes(_ each: GoldenCase) -> [UInt8] {
    Array((each.source.split(separator: "=====\n").first ?? "").utf8)
  }

  private static func fixed(_ each: GoldenCase) -> FixedPlan {
    PlanWorkbench.fixed(bytes(each), path: "case.plan", options)
  }

  private static func parsed(_ bytes: [UInt8]) -> ParseResult {
    parse(SourceText(file: FileID(raw: 0), path: "case.plan", bytes: bytes))
  }

  private static func comments(_ result: ParseResult) -> [Substring] {
    let tree = result.tree
    return (0..<tree.tokenCount).flatMap { index in
      let token = tree.token(index)
      let trivia = tree.source.text(TextRange(start: token.triviaStart, end: token.range.start))
      return trivia.split { $0.isNewline }.compactMap { line -> Substring? in
        line.firstIndex(of: "#").map { line[$0...] }
      }
    }
  }
}
