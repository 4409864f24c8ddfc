import PlanDialogue
import PlanWorkbench
import Synchronization
import TestSupport
import Testing

/// Transcripts of sessions: what is typed behind a prompt is entered, and what it answers has to be what stands below it.
///
/// `$ plan FILE` opens a plan, of `Plans` or of `Cases/repl`. A line that begins with `....> ` goes on with what was typed. `! `
/// stands before what goes to standard error. `$ cat FILE` shows a file as it was written, and `$ on the disk: …` what
/// somebody else does to it meanwhile: a line of it is replaced by another. `$ plan FILE on a screen` has cards to move,
/// `$ keys: …` presses keys and shows the screen behind the last of them.
@Suite struct SessionTests {
  static let folder = "Tests/GoldenTests/Cases/repl"
  static let transcripts = Repository.files(below: folder, ending: ".session")

  @Test(arguments: transcripts)
  func transcript(path: String) throws {
    var actual: [String] = []
    var played: PlayedSession?
    var isOutput = false
    for typed in TypedLine.all(in: try Repository.read(path)) {
      switch typed {
      case .comment(let line):
        if isOutput { actual.append("") }
        actual.append(line)
        isOutput = false
        continue
      case .opens(let plan):
        if isOutput { actual.append("") }
        actual.append("$ plan \(plan)")
        let opened = try PlayedSession(plan)
        actual += opened.greeting
        played = opened
      case .shell(let line):
        actual.append("$ \(line)")
        actual += played?.shell(line) ?? []
      case .entry(let text):
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        actual.append((played?.session.prompt ?? "") + lines[0])
        actual += lines.dropFirst().map { "....> " + $0 }
        actual += played?.enter(text) ?? []
      }
      isOutput = true
    }
    Golden.expect(actual.joined(separator: "\n") + "\n", at: path)
  }

  @Test("what a session logs does the same again", arguments: transcripts)
  func replays(path: String) throws {
    var opened: (plan: String, session: PlayedSession)?
    for typed in TypedLine.all(in: try Repository.read(path)) {
      switch typed {
      case .opens(let plan):
        if let opened { try expectReplay(of: opened.session, plan: opened.plan) }
        opened = (plan, try PlayedSession(plan))
      case .entry(let text): _ = opened?.session.enter(text)
      case .comment, .shell: break
      }
    }
    if let opened { try expectReplay(of: opened.session, plan: opened.plan) }
  }

  private func expectReplay(of played: PlayedSession, plan: String) throws {
    // What was saved stands in the file that the log would begin with.
    guard played.wrote.isEmpty else { return }
    var session = played.session
    let log = session.enter(":log").text
    var again = try PlayedSession(plan)
    for entry in EntryReader(log).entries {
      #expect(!again.session.enter(entry.text).isRefusal, "\(entry.text)")
    }
    #expect(again.session.enter(":diff").text == session.enter(":diff").text)
    #expect(again.session.enter(":log").text == log)
  }
}

/// A line of a transcript that is no output.
private enum TypedLine {
  case comment(String)
  case opens(String)
  case shell(String)
  case entry(String)

  static func all(in text: String) -> [TypedLine] {
    var found: [TypedLine] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst() + [""]) {
      // A comment stands on what is typed, which none of a plan that is shown does.
      let isOnInput = next.hasPrefix("$ ") || next.hasPrefix("# ") || prompt(of: next) != nil
      if line.hasPrefix("# "), isOnInput {
        found.append(.comment(String(line)))
      } else if line.hasPrefix("$ plan ") {
        found.append(.opens(String(line.dropFirst("$ plan ".count))))
      } else if line.hasPrefix("$ ") {
        found.append(.shell(String(line.dropFirst(2))))
      } else if line.hasPrefix("....> "), case .entry(let text)? = found.last {
        found[found.count - 1] = .entry(text + "\n" + line.dropFirst("....> ".count))
      } else if let prompt = prompt(of: line) {
        found.append(.entry(String(line.dropFirst(prompt.count))))
      }
    }
    return found
  }

  /// `plan> `, `plan[ceo_ask]*> `.
  private static func prompt(of line: Substring) -> Substring? {
    guard line.hasPrefix("plan"), let end = line.firstIndex(of: ">") else { return nil }
    let prompt = line[...end]
    let isPrompt = prompt.allSatisfy { $0 != " " } && line[line.index(after: end)...].first == " "
    return isPrompt ? line[...line.index(after: end)] : nil
  }
}

/// A session on files in memory.
private struct PlayedSession {
  var session: Session
  private let disk: MemoryDisk
  private var board: FundingBoard?
  let greeting: [String]

  init(_ opened: String) throws {
    let isOnScreen = opened.hasSuffix(Self.onScreen)
    let plan = isOnScreen ? String(opened.dropLast(Self.onScreen.count)) : opened
    let folder = plan.hasPrefix("Plans/") ? "" : SessionTests.folder + "/"
    disk = MemoryDisk(plan: plan, bytes: Array(try Repository.read(folder + plan).utf8))
    var options = CheckOptions(
      today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil, files: disk.provider)
    options.realPath = plan
    var surroundings = disk.surroundings
    surroundings.hasScreen = isOnScreen
    session = try Session(
      WorkingCopy(disk.bytes(plan) ?? [], path: plan, options), hasFile: true,
      style: TextStyle(width: 100, isColored: false), surroundings)
    greeting = [session.summary]
  }

  /// Files that were written.
  var wrote: [String] { disk.written }

  private static let onScreen = " on a screen"

  mutating func enter(_ text: String) -> [String] {
    let reply = session.enter(text)
    board = reply.board
    return lines(reply) + (board.map(screen) ?? [])
  }

  private func lines(_ reply: Reply) -> [String] {
    lines(reply.text) + lines(reply.problem).map { "! " + $0 }
  }

  private func screen(_ board: FundingBoard) -> [String] {
    board.screen(width: 100, height: 24).lines
  }

  /// Presses keys by their names; where the board is left, what came of it.
  private mutating func press(_ keys: [Substring]) -> [String] {
    guard var pressed = board else { return ["! there is no board"] }
    for key in keys { pressed.press(FundingBoard.Key(named: key)) }
    board = pressed.isOver ? nil : pressed
    return pressed.isOver ? lines(session.settle(pressed)) : screen(pressed)
  }

  mutating func shell(_ line: String) -> [String] {
    if line.hasPrefix("keys: ") { return press(line.dropFirst(6).split(separator: " ")) }
    if line.hasPrefix("cat ") {
      return lines(String(decoding: disk.bytes(String(line.dropFirst(4))) ?? [], as: UTF8.self))
    }
    let parts = line.dropFirst("on the disk: ".count).split(separator: " => ", maxSplits: 1)
    #expect(line.hasPrefix("on the disk: ") && parts.count == 2, "\(line) is no command")
    disk.replace(String(parts[0]), by: String(parts[1]))
    return []
  }

  private func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension FundingBoard.Key {
  fileprivate init(named name: Substring) {
    self =
      switch name {
      case "up": .up
      case "down": .down
      case "home": .first
      case "end": .last
      case "pageup": .pageUp
      case "pagedown": .pageDown
      case "space": .carry
      case "p": .park
      case "u": .takeBack
      case "w": .finish
      case "esc": .leave
      default: .other
      }
  }
}

/// A plan and what it imports, kept in memory.
private final class MemoryDisk: Sendable {
  private let plan: String
  private let files: Mutex<[String: [UInt8]]>
  private let changed = Mutex<[String]>([])

  init(plan: String, bytes: [UInt8]) {
    self.plan = plan
    files = Mutex([plan: bytes])
  }

  var written: [String] { changed.withLock { $0 } }

  func bytes(_ path: String) -> [UInt8]? {
    if let known = files.withLock({ $0[path] }) { return known }
    let folder = path.hasPrefix("Plans/") ? "" : SessionTests.folder + "/"
    return (try? Repository.read(folder + path)).map { Array($0.utf8) }
  }

  func replace(_ line: String, by other: String) {
    let text = String(decoding: bytes(plan) ?? [], as: UTF8.self)
    files.withLock { $0[plan] = Array(text.replacing(line, with: other).utf8) }
  }

  var provider: FileProvider {
    FileProvider(
      find: { path, importer in
        let folder = importer.split(separator: "/").dropLast().joined(separator: "/")
        let real = folder.isEmpty ? path : "\(folder)/\(path)"
        return self.bytes(real) == nil
          ? .nowhere(reason: "no such file", neighbours: []) : .file(real: real, shown: real)
      },
      read: { real, _ in
        self.bytes(real).map { .bytes($0) } ?? .failure(reason: "no such file", isLimit: false)
      })
  }

  var surroundings: Surroundings {
    Surroundings(
      effort: .standard,
      read: { file in self.bytes(file ?? self.plan).map { .bytes($0) } ?? .missing },
      write: { writes in
        for write in writes {
          var path = self.plan
          if case .path(let other) = write.place { path = other }
          self.files.withLock { $0[path] = write.bytes }
          self.changed.withLock { $0.append(path) }
        }
        return nil
      })
  }
}
