import Foundation
import PlanWorkbench
import TestSupport
import Testing

/// Lock files as people and git change them.
@Suite struct LockFileTests {
  private static let plan = """
    language: 1
    plan "Locked" { start: 2026-07-01, until: 2026-12-31 }
    team web "Web" { people: 4 }
    initiative a { team: web, effort: 2pw..3pw..4pw, staff: 1 }
    initiative b { team: web, work x { effort: 2pw..3pw..4pw }, work y { effort: 1pw..2pw..3pw, after: x } }
    initiative c { team: web, effort: 3pw..4pw..5pw, staff: 1, was: "old" }

    """

  @Test("two branches that agree on neighbouring initiatives are merged by git")
  func mergesCleanly() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = try lock(Self.plan)
    let ours = try lock(
      Self.plan.replacingOccurrences(
        of: "initiative a { ", with: "initiative a { not_before: 2026-07-13, "))
    let theirs = try lock(
      Self.plan.replacingOccurrences(of: "work x { ", with: "work x { not_before: 2026-08-03, "))
    #expect(base != ours && base != theirs)
    for (name, text) in [("base", base), ("ours", ours), ("theirs", theirs)] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "merge-file", "ours", "base", "theirs"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let merged = try String(contentsOf: folder.appending(path: "ours"), encoding: .utf8)
    #expect(merged.contains("a 2026-07-13"))
    #expect(merged.contains("b.x 2026-08-03"))
    #expect(codes(check(Self.plan, merged)).isEmpty)
  }

  @Test("what was renamed keeps its agreement, and who made it")
  func followsRenaming() throws {
    let base = try lock(Self.plan).replacingOccurrences(of: "\nc ", with: "\nold ")
    let noted = base.replacingOccurrences(
      of: "staff 1\n", with: "staff 1 by \"Ann \\\"A\\\" Lee\" on 2026-06-29\n")
    #expect(noted != base)
    let again = try lock(Self.plan, noted)
    #expect(again == noted.replacingOccurrences(of: "\nold ", with: "\nc "))
  }

  @Test("any damage to a lock file is told or harmless, and never more than that")
  func survivesDamage() throws {
    let text = Array(try lock(Self.plan).utf8)
    var random = SeededRandom(7)
    for _ in 0..<400 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        }
      }
      let found = Set(codes(check(Self.plan, bytes)))
      #expect(found.isSubset(of: ["E0030", "E0031", "E0032", "E0033", "W0530"]))
    }
  }

  /// The lock file of a plan, which may have one already.
  private func lock(_ plan: String, _ former: String? = nil) throws -> String {
    let checked = check(plan, former.map { Array($0.utf8) })
    #expect(!checked.hasErrors)
    let frozen = try frozen(try solve(checked, .quick), FreezeNote())
    return String(decoding: frozen.new, as: UTF8.self)
  }

  private func check(_ plan: String, _ lock: String) -> CheckedPlan {
    check(plan, Array(lock.utf8))
  }

  private func check(_ plan: String, _ lock: [UInt8]?) -> CheckedPlan {
    var options = CaseTests.options
    options.files = FileProvider(
      find: { path, _ in
        lock != nil && path == "locked.plan.lock"
          ? .file(real: path, shown: path) : .nowhere(reason: "no such file", neighbours: [])
      }, read: { _, _ in .bytes(lock ?? []) })
    return PlanWorkbench.check(Array(plan.utf8), path: "locked.plan", options)
  }
}
