import PlanDialogue
import PlanWorkbench
import TestSupport
import Testing

/// What `help` shows can be typed as it stands.
@Suite struct HelpTests {
  /// Small, large enough for every question, with scenarios, with finished work.
  static let plans = [
    "Tests/GoldenTests/Cases/repl/shop.plan", "Plans/hello.plan", "Plans/practice/redirected.plan",
    "Plans/practice/pivot.plan",
  ]

  private static func session(_ path: String) throws -> Session {
    try Session(
      WorkingCopy(
        Array(try Repository.read(path).utf8), path: path,
        CheckOptions(today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil)),
      hasFile: true, style: TextStyle(width: 100, isColored: false),
      Surroundings(effort: .quick, read: { _ in .missing }, write: { _ in nil }))
  }

  /// The words that `help` lists, in its order.
  private static func commands(_ session: Session) -> [String] {
    var session = session
    let first = session.enter("help").text.split(separator: "\n").compactMap { line in
      line.first.map { $0.isLetter } == true ? line.split(separator: " ").first : nil
    }
    return first.map(String.init).filter { word in
      word.allSatisfy(\.isLowercase) && session.enter("help \(word)").text.hasPrefix(word)
    }
  }

  /// The line that stands by itself below what a command does.
  private static func example(of command: String, _ session: inout Session) -> String? {
    let blocks = session.enter("help \(command)").text.split(
      separator: "\n\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard blocks.count > 1, blocks[1].hasPrefix("  ") else { return nil }
    return blocks[1].split(separator: "\n").first.map { String($0.dropFirst(2)) }
  }

  @Test("an example does what it says on the plan that is open", arguments: plans)
  func examples(path: String) throws {
    let opened = try Self.session(path)
    let commands = Self.commands(opened)
    #expect(commands.count > 20, "\(commands)")
    for command in commands {
      var session = opened
      guard let example = Self.example(of: command, &session) else { continue }
      let reply = session.enter(example)
      #expect(!reply.isRefusal, "`\(example)`: \(reply.problem)")
    }
  }

  @Test("every word that is listed has an example on some plan")
  func complete() throws {
    let sessions = try Self.plans.map(Self.session)
    // There is something to take back, and to do again.
    var busy = sessions[0]
    for entry in [
      "branch what_if", "change login { note: \"a\" }", "change login { note: \"b\" }", "undo",
    ] {
      #expect(!busy.enter(entry).isRefusal)
    }
    for command in Self.commands(sessions[0]) {
      let hasExample = (sessions + [busy]).contains { opened in
        var session = opened
        return Self.example(of: command, &session) != nil
      }
      #expect(hasExample, "\(command)")
    }
  }
}
