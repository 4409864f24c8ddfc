internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan explain`: what a word of the language means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a word of the language means.",
    discussion: """
      EXAMPLES
        plan explain                  every word there is
        plan explain initiative       a block and what may stand in it
        plan explain effort           a property, and what it says where
        plan explain must             a word that properties take
        plan explain money            how a value is written
      """)

  @Argument(help: "A word; without one, all of them.")
  var word: String?

  @Option(help: "terminal or markdown.")
  var format: PageForm = .terminal

  @OptionGroup var color: ColorOptions

  func run() throws {
    guard let word else { return try Output.print(page: explainIndex(), format, color) }
    guard let page = explain(word) else {
      Streams.writeError(advice(about: word))
      throw ExitStatus.calledWrongly
    }
    try Output.print(page: page, format, color)
  }

  /// A word without a page, and the nearest that have one.
  private func advice(about word: String) -> String {
    if isCode(word) {
      return "error: codes such as `\(word)` have no pages of their own\n"
        + "  = help: `plan check` shows each mistake with its place and a way out\n"
    }
    let near = explained(near: word)
    let help =
      near.isEmpty
      ? "`plan explain` lists every word there is"
      : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
    return "error: `\(word)` is no word of the language\n  = help: \(help)\n"
  }

  /// `E0123`, `W0123`.
  private func isCode(_ word: String) -> Bool {
    guard let first = word.first, first == "E" || first == "W" else { return false }
    return word.count == 5 && word.dropFirst().allSatisfy(\.isNumber)
  }
}

extension PageForm: ExpressibleByArgument {}
