import Foundation
import Synchronization
import TestSupport
import Testing

/// What somebody at a terminal sees of a long run, and what Ctrl-C leaves them with.
@Suite struct ProgressTests {
  /// Enough trials that nobody waits for the end, of a plan that takes no time to solve.
  @Test("a simulation shows how far it is, and Ctrl-C keeps the trials that are done")
  func simulation() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try longPlan.write(
      to: folder.appending(path: "long.plan"), atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal()
    let ended = try Program.run(
      ["simulate", "long.plan", "--trials", "60000", "--search", "quick", "--format", "markdown"],
      in: folder, errorsTo: terminal.slave
    ) { process in
      terminal.wait(for: "simulating ")
      kill(process.processIdentifier, SIGINT)
    }
    let seen = terminal.everything()
    #expect(ended.status == 130 && ended.signal == 0)
    #expect(seen.contains("█") || seen.contains("░"))
    #expect(seen.contains("Ctrl-C: the best so far"))
    // The line is taken back before anything else is said.
    let last = try #require(seen.range(of: "Ctrl-C: the best so far", options: .backwards))
    #expect(seen[last.upperBound...].contains("\r\u{1B}[K"))
    #expect(seen.contains("interrupted: this is the best that was found until then"))
    #expect(ended.output.contains("**Interrupted:** 60,000 were asked for."))
    let told = try #require(ended.output.firstMatch(of: #/([0-9,]+) trials/#)).1
    let trials = try #require(Int(told.filter { $0 != "," }))
    #expect(trials > 0 && trials < 60_000 && trials.isMultiple(of: 64))
  }

  @Test("on a pipe nothing is shown")
  func pipe() throws {
    let folder = try Program.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let ended = try Program.run(
      ["simulate", "\(Repository.root)/Plans/hello.plan", "--trials", "1000"], in: folder)
    #expect(ended.status == 0)
    #expect(!ended.errors.contains("simulating"))
  }

  /// Twelve hundred works that are worth nothing: little is searched for, and their trials take seconds.
  private var longPlan: String {
    let works = (1...8).map { "work w\($0) { effort: 1pd..2pd..4pd, staff: 1 }" }
    let initiatives = (1...150).map {
      "initiative i\($0) { team: t, \(works.joined(separator: ", ")) }"
    }
    return """
      language: 1
      plan "Long" { start: 2026-07-01, until: 2028-06-30 }
      team t { people: 8 }
      \(initiatives.joined(separator: "\n"))

      """
  }
}

/// A terminal for a program, and what it writes there.
private final class PseudoTerminal: Sendable {
  let slave: FileHandle
  private let master: FileHandle
  private let text = Mutex("")

  init() throws {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    try #require(openpty(&ends.master, &ends.slave, nil, nil, nil) == 0)
    master = FileHandle(fileDescriptor: ends.master, closeOnDealloc: true)
    slave = FileHandle(fileDescriptor: ends.slave, closeOnDealloc: true)
    let master = master
    Thread.detachNewThread { [self] in
      // The end of a terminal is an error of the one who reads it.
      var bytes = [UInt8](repeating: 0, count: 4_096)
      while true {
        let count = read(master.fileDescriptor, &bytes, bytes.count)
        guard count > 0 else { return }
        text.withLock { $0 += String(decoding: bytes.prefix(count), as: UTF8.self) }
      }
    }
  }

  /// Waits until something has been written, a minute at most.
  func wait(for words: String) {
    for _ in 0..<1_200 where !text.withLock({ $0.contains(words) }) {
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  /// What was written, once nobody can write any more.
  func everything() -> String {
    try? slave.close()
    var before = -1
    while text.withLock({ $0.utf8.count }) != before {
      before = text.withLock { $0.utf8.count }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return text.withLock { $0 }
  }
}
