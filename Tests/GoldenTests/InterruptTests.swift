import Foundation
import TestSupport
import Testing

/// Ctrl-C, as a terminal sends it, and what the number of threads changes: nothing.
@Suite struct InterruptTests {
  /// Searched for so long that nobody waits for it.
  private static let endless = ["solve", "Plans/insurer.plan", "--within", "10min"]

  @Test("the first Ctrl-C keeps the best so far, and says so")
  func keepsTheBest() throws {
    let ended = try interrupted(Self.endless, times: 1)
    #expect(ended.status == 130 && ended.signal == 0)
    #expect(ended.output.contains("**Interrupted.**"))
    #expect(ended.output.contains("## Schedule"))
    #expect(ended.errors.contains("interrupted: this is the best that was found until then"))
  }

  @Test("a search bounded by counted work stops as well, and its JSON says so")
  func stopsCountedWork() throws {
    let ended = try interrupted(
      ["solve", "Plans/insurer.plan", "--search", "thorough", "--format", "json"], times: 1)
    #expect(ended.status == 130)
    #expect(ended.output.contains("\"is_interrupted\" : true"))
  }

  @Test("nothing is agreed to that was not searched for to the end")
  func freezesNothing() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = folder.appending(path: "insurer.plan")
    try FileManager.default.copyItem(
      at: URL(filePath: "\(Repository.root)/Plans/insurer.plan"), to: plan)
    let ended = try interrupted(["freeze", plan.path(), "--search", "thorough"], times: 1)
    #expect(ended.status == 130)
    #expect(ended.errors.contains("nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: plan.path() + ".lock"))
  }

  @Test("one, two and eight threads print the same bytes")
  func threadsChangeNothing() throws {
    let folder = URL(filePath: Repository.root)
    // Eight streams that meet, on a plan with enough to search for: a small one has none.
    let all = try ["1", "2", "8"].map { threads in
      try Program.run(
        ["solve", "Plans/q3.plan", "--search", "thorough", "--threads", threads], in: folder)
    }
    #expect(all[0].status == 0 && all[0].output.contains("No schedule costs less than"))
    #expect(all[1].output == all[0].output)
    #expect(all[2].output == all[0].output)
  }

  private func interrupted(_ arguments: [String], times: Int) throws -> Program.Ended {
    try Program.run(
      arguments, in: URL(filePath: Repository.root)
    ) { process in
      waitForHandler(process.processIdentifier)
      for _ in 0..<times { kill(process.processIdentifier, SIGINT) }
    }
  }

  /// Waits until the program has said that it catches SIGINT, which it does when it begins to search.
  private func waitForHandler(_ process: Int32) {
    for _ in 0..<1_200 {
      let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
      let caught = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
      let mask = caught.flatMap { $0.split(separator: "\t").last }.flatMap { UInt64($0, radix: 16) }
      if let mask, mask & (1 << UInt64(SIGINT - 1)) != 0 { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }
}
