import TestSupport
import Testing

/// What the README says: its commands work as they are printed, and its plan and its excerpt are real.
@Suite struct ReadmeTests {
  private static let page = (try? Repository.read("README.md")) ?? ""

  /// Blocks of code, without their fences.
  private static let blocks: [String] = {
    let parts = page.split(separator: "\n```\n", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }()

  /// Lines of blocks that run the program, without what stands behind them.
  private static let commands: [String] = blocks.flatMap { block in
    block.split(separator: "\n").filter { $0.hasPrefix("plan ") && !$0.contains("{") }
      .map { line in String(line.split(separator: "  ", maxSplits: 1)[0]) }
  }

  @Test func thereAreCommands() { #expect(Self.commands.count > 20, "\(Self.commands)") }

  /// Beside the plans, in a repository in which one of them was changed since `main` and `v1`.
  @Test("a command that is printed works", arguments: commands)
  func command(line: String) throws {
    let workshop = try Workshop()
    for name in ["q3.plan", "markets.plan", "scores.plan"] {
      try workshop.write(try Repository.read("Plans/\(name)"), to: name)
    }
    let plan = try workshop.read("q3.plan")
    try workshop.commit(plan, saying: "As agreed")
    try workshop.git("tag", "v1")
    try workshop.git("checkout", "-q", "-b", "later")
    let changed = plan.replacing("availability: 70%", with: "availability: 65%")
    #expect(changed != plan)
    try workshop.commit(changed, saying: "One more")
    var words = Array(CommandLineTests.words(Substring(line)).dropFirst())
    switch words[0] {
    // Nobody is there to be asked.
    case "git-setup": words.append("--yes")
    case "fmt", "log": break
    // How well it is solved is asked elsewhere.
    default: words += ["--search", "quick"]
    }
    let ended = try workshop.plan(words)
    #expect(ended.status == 0 && ended.signal == 0, "\(ended.errors)")
    #expect(!ended.errors.contains("error["), "\(ended.errors)")
  }

  @Test func thePlanIsTheOneItNames() throws {
    let plan = try Repository.read("Plans/hello.plan")
    #expect(Self.blocks.contains { $0 + "\n" == plan })
  }

  @Test func theExcerptIsOne() throws {
    let words = Self.words(try Repository.read("Tests/GoldenTests/Cases/plans/q3.report.md"))
    let quoted = Self.page.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.hasPrefix(">") }.map { $0.dropFirst(2) }
    #expect(!quoted.isEmpty)
    // A row is a line, a paragraph goes on until a line is empty.
    for part in quoted.split(whereSeparator: \.isEmpty) {
      let isTable = part.first?.hasPrefix("|") ?? false
      for text in isTable ? part.map(String.init) : [part.joined(separator: " ")] {
        #expect(words.contains(Self.words(text)), "\(text)")
      }
    }
  }

  /// A text with single blanks, in whatever lines it was.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
