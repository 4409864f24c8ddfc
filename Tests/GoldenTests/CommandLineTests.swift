import Foundation
import TestSupport
import Testing

/// Transcripts: every line that begins with `$ ` is run, and what it prints has to be what stands below it.
///
/// Standard output comes first, then standard error with `! ` before each line, then `[exit N]` unless it is 0. Commands run in
/// a copy of `Cases/cli/files`, and those of `Cases/practice` in one of `Plans/practice`; `plan` is the program under test. `name | plan …` feeds a file to standard input, `'…'` is one word.
/// A carriage return is shown as `␍`.
@Suite struct CommandLineTests {
  /// Where commands run, by where their transcripts stand.
  private static let rooms = [
    (transcripts: "Tests/GoldenTests/Cases/cli", files: "Tests/GoldenTests/Cases/cli/files"),
    (transcripts: "Tests/GoldenTests/Cases/practice", files: "Plans/practice"),
  ]
  static let transcripts = rooms.flatMap {
    Repository.files(below: $0.transcripts, ending: ".transcript")
  }

  @Test(arguments: transcripts)
  func transcript(path: String) throws {
    let folder = try Program.folder()
    let room = try #require(Self.rooms.first { path.hasPrefix($0.transcripts + "/") })
    for name in Repository.entries(of: room.files) {
      try FileManager.default.copyItem(
        at: URL(filePath: "\(Repository.root)/\(room.files)/\(name)"),
        to: folder.appending(path: name))
    }
    defer { try? FileManager.default.removeItem(at: folder) }

    var actual: [String] = []
    var isOutput = false
    let lines = try Repository.read(path).split(separator: "\n", omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst()) {
      if line.hasPrefix("$ ") {
        actual.append(String(line))
        actual += try run(line.dropFirst(2), in: folder)
        isOutput = true
      } else if line.hasPrefix("# "), next.hasPrefix("$ ") {
        // A comment stands on a command, which no heading of a report does; it ends the output above it and is kept.
        if isOutput { actual.append("") }
        actual.append(String(line))
        isOutput = false
      }
    }
    Golden.expect(actual.joined(separator: "\n") + "\n", at: path)
  }

  private func run(_ command: Substring, in folder: URL) throws -> [String] {
    var words = Self.words(command)
    var input: String?
    if words.count > 2, words[1] == "|" {
      input = words[0]
      words.removeFirst(2)
    }
    #expect(words.first == "plan")
    let ended = try Program.run(Array(words.dropFirst()), input: input, in: folder)
    var lines = Self.lines(ended.output) + Self.lines(ended.errors).map { "! " + $0 }
    if ended.signal != 0 {
      lines.append("[signal \(ended.signal)]")
    } else if ended.status != 0 {
      lines.append("[exit \(ended.status)]")
    }
    return lines
  }

  /// As a shell splits them, with single quotes only.
  static func words(_ command: Substring) -> [String] {
    var words: [String] = []
    for (index, piece) in command.split(separator: "'", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index % 2 == 1 { words.append(String(piece)) }
      if index % 2 == 0 { words += piece.split(separator: " ").map(String.init) }
    }
    return words
  }

  private static func lines(_ text: String) -> [String] {
    let visible = text.replacingOccurrences(of: "\r\n", with: "␍\n")
    var lines = visible.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
