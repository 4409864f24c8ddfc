import Foundation
import Testing

/// Files nobody means to write: one diagnostic, an exit code, and no crash.
@Suite struct HostileInputTests {
  @Test func aFileOfTwentyMegabytesIsRefusedBeforeItIsRead() throws {
    let ended = try check(Data(repeating: UInt8(ascii: "a"), count: 20_000_000))
    #expect(ended.status == 4)
    #expect(ended.errors.contains("E0910"))
    #expect(ended.errors.contains("larger than 16 MB"))
  }

  @Test(arguments: ["{", "x {", "x: [", "x: (", "x: not "])
  func nestingHasALimit(opener: String) throws {
    // `x: [[[[…`, `x { x { x { …`, `{{{{…`.
    let inner = opener.hasPrefix("x: ") ? String(opener.dropFirst(3)) : opener
    let text = opener + String(repeating: inner, count: 100_000)
    let ended = try check(Data(text.utf8))
    #expect(ended.status == 4)
    #expect(
      ended.output.components(separatedBy: "error[").count == 2, "\(ended.output.prefix(2000))")
    #expect(ended.output.contains("E0901") || ended.output.contains("E0902"))
  }

  @Test func aLineOfAMegabyteIsNotPrintedWhole() throws {
    let text =
      "language: 1\nplan \"P\" { start: 2026-07-01, note: \""
      + String(repeating: "x", count: 1_000_000)
    let ended = try check(Data(text.utf8))
    #expect(ended.status == 1)
    #expect(ended.output.utf8.count < 10_000)
  }

  /// Somebody's generator has made one mistake in every line: more than ten thousand of them are not even collected.
  @Test func aMistakeInEveryLineIsNotCollectedForEver() throws {
    let ended = try check(Data(String(repeating: "team: web\n", count: 11_000).utf8))
    #expect(ended.status == 1)
    #expect(ended.output.contains("and 9900 more errors"))
    #expect(ended.errors == "hostile.plan: 10000 errors\n")
  }

  @Test func anythingButTextIsAnswered() throws {
    let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ $0 >> 3) }
    let ended = try check(Data(bytes))
    #expect(ended.status == 1)
    #expect(ended.output.contains("E0001"))
  }

  private func check(_ bytes: Data) throws -> Program.Ended {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try bytes.write(to: folder.appending(path: "hostile.plan"))
    let ended = try Program.run(["check", "hostile.plan"], in: folder)
    #expect(ended.signal == 0)
    return ended
  }
}
