internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan explain`: what a word of the language means, and what an error is about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a word of the language means, or what an error is about.",
    discussion: """
      EXAMPLES
        plan explain                  every word there is
        plan explain initiative       a block and what may stand in it
        plan explain effort           a property, and what it says where
        plan explain must             a word that properties take
        plan explain money            how a value is written
        plan explain E0320            an error, with an example and what to write instead
      """)

  @Argument(help: "A word or a code; without one, all words.")
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
    let near = explained(near: word)
    let help =
      near.isEmpty
      ? "`plan explain` lists every word there is"
      : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
    let what = Catalogue.isCode(word) ? "no code of an error or a lint" : "no word of the language"
    return "error: `\(word)` is \(what)\n  = help: \(help)\n"
  }
}

extension PageForm: ExpressibleByArgument {}
