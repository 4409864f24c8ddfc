import Foundation
import Testing

/// A folder with a real git repository in it, made for one test.
final class Workshop {
  let folder: URL

  /// - Parameter branch: What the first branch is called; `nil` makes no repository.
  /// - Throws: Where no folder can be made.
  init(branch: String? = "main") throws {
    folder = try Program.folder()
    if let branch { try git("init", "-q", "-b", branch) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs git as somebody does who has configured nothing, and expects that it works.
  @discardableResult
  func git(_ arguments: String..., date: String = "2026-07-01") throws -> String {
    let ended = try run("git", arguments, date: date)
    #expect(ended.status == 0, "git \(arguments.joined(separator: " ")): \(ended.output)")
    return ended.output
  }

  /// Runs a program; what it prints on both streams.
  func run(
    _ program: String, _ arguments: [String], date: String = "2026-07-01",
    environment more: [String: String] = [:]
  ) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["HOME"] = folder.path()
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    environment["GIT_AUTHOR_NAME"] = "Ann Lee"
    environment["GIT_AUTHOR_EMAIL"] = "ann@example.org"
    environment["GIT_COMMITTER_NAME"] = "Ann Lee"
    environment["GIT_COMMITTER_EMAIL"] = "ann@example.org"
    environment["GIT_AUTHOR_DATE"] = "\(date)T12:00:00+0000"
    environment["GIT_COMMITTER_DATE"] = "\(date)T12:00:00+0000"
    for (name, value) in more { environment[name] = value }
    process.environment = environment
    let log = FileManager.default.temporaryDirectory.appending(path: "git-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let handle = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    return (try String(contentsOf: log, encoding: .utf8), process.terminationStatus)
  }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Writes a file and commits everything.
  func commit(
    _ text: String, to name: String = "q3.plan", saying message: String = "A change",
    date: String = "2026-07-01"
  ) throws {
    try write(text, to: name)
    try git("add", "-A", date: date)
    try git("commit", "-q", "--no-verify", "--allow-empty", "-m", message, date: date)
  }

  /// Runs `plan`.
  func plan(_ arguments: String..., in place: String = "") throws -> Program.Ended {
    try plan(arguments, in: place)
  }

  func plan(_ arguments: [String], in place: String = "") throws -> Program.Ended {
    try Program.run(arguments, in: place.isEmpty ? folder : folder.appending(path: place))
  }
}
