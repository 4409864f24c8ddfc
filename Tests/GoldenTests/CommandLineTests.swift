import Foundation
import TestSupport
import Testing

/// Transcripts: every line that begins with `$ ` is run, and what it prints has to be what stands below it.
///
/// Standard output comes first, then standard error with `! ` before each line, then `[exit N]` unless it is 0. Commands run in
/// a copy of `Cases/cli/files`; `plan` is the program under test. `name | plan …` feeds a file to standard input.
@Suite struct CommandLineTests {
  static let transcripts = Repository.files(
    below: "Tests/GoldenTests/Cases/cli", ending: ".transcript")

  @Test(arguments: transcripts)
  func transcript(path: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "plan-cli-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: URL(filePath: Repository.root + "/Tests/GoldenTests/Cases/cli/files"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }

    var actual: [String] = []
    var isOutput = false
    for line in try Repository.read(path).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        actual.append(String(line))
        actual += try run(line.dropFirst(2), in: folder)
        isOutput = true
      } else if line.hasPrefix("# ") {
        // A comment ends the output above it and is kept.
        if isOutput { actual.append("") }
        actual.append(String(line))
        isOutput = false
      }
    }
    Golden.expect(actual.joined(separator: "\n") + "\n", at: path)
  }

  private func run(_ command: Substring, in folder: URL) throws -> [String] {
    var words = command.split(separator: " ").map(String.init)
    let process = Process()
    if words.count > 2, words[1] == "|" {
      process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: words[0]))
      words.removeFirst(2)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    #expect(words.first == "plan")
    process.executableURL = Self.program
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    // Files, not pipes: a program that fills one pipe while the other is read would wait for ever.
    let output = folder.appending(path: ".stdout")
    let errors = folder.appending(path: ".stderr")
    try Data().write(to: output)
    try Data().write(to: errors)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()

    var lines = Self.lines(try String(contentsOf: output, encoding: .utf8))
    lines += Self.lines(try String(contentsOf: errors, encoding: .utf8)).map { "! " + $0 }
    if process.terminationReason == .uncaughtSignal {
      lines.append("[signal \(process.terminationStatus)]")
    } else if process.terminationStatus != 0 {
      lines.append("[exit \(process.terminationStatus)]")
    }
    return lines
  }

  /// Beside the test bundle.
  private static let program: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0])
    let beside = bundle.deletingLastPathComponent().appending(path: "plan")
    if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
    return Bundle.main.bundleURL.appending(path: "plan")
  }()

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
