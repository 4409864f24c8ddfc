import TestSupport
import Testing

/// What a reviewer would otherwise have to say again and again.
@Suite struct HouseRulesTests {
  /// A file that outgrows this has a second noun inside.
  static let sourceLinesMax = 500
  /// Tables of cases may be longer, but nothing may be endless.
  static let testLinesMax = 800

  @Test func filesAreShort() throws {
    for (folder, limit) in [("Sources", Self.sourceLinesMax), ("Tests", Self.testLinesMax)] {
      for file in Repository.files(below: folder, ending: ".swift") {
        let lines = try Repository.read(file).split(
          separator: "\n", omittingEmptySubsequences: false
        ).count
        #expect(lines <= limit, "\(file) has \(lines) lines")
      }
    }
  }

  @Test func theTopLevelIsGiven() {
    let allowed: Set<String> = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Plans", "Grammar", "README.md",
    ]
    for name in Repository.entries(of: "") where !name.hasPrefix(".") {
      #expect(allowed.contains(name), "\(name) does not belong at the top level")
    }
  }

  /// Crashes in waiting, and words that promise work nobody has done.
  static let forbidden = [
    "try!", "as!", "fatalError(", "preconditionFailure(", "TO" + "DO", "FIX" + "ME",
    "import Foundation\n",
  ]

  @Test(arguments: forbidden)
  func sourcesAreFreeOf(word: String) throws {
    for file in Repository.files(below: "Sources", ending: ".swift") {
      #expect(!(try Repository.read(file).contains(word)), "\(file) has `\(word)`")
    }
  }
}
