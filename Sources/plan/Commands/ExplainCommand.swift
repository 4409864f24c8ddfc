internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan explain`: why an initiative is where it is; what a word of the language means, and what an error is about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why an initiative is where it is, what a word means, or what an error is about.",
    discussion: """
      The names of a plan come first where one is given; the plan need not be where it is the only one in its folder. With \
      `--since` the days and the money are told that an initiative moved since a git revision, by edit and by commit.

      EXAMPLES
        plan explain residency q3.plan   what holds it, and what would move it
        plan explain residency           the same of the only plan here
        plan explain residency q3.plan --since v1
        plan explain                     every word there is
        plan explain initiative          a block and what may stand in it
        plan explain effort              a property, and what it says where
        plan explain must                a word that properties take
        plan explain money               how a value is written
        plan explain E0320               an error, and what to write instead
      """)

  @Argument(help: "An initiative, a word or a code; without one, all words.")
  var word: String?

  @Argument(help: "The plan that an initiative is of; - is standard input.")
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Say what moved the initiative since a git revision.", valueName: "revision"))
  var since: String?

  @OptionGroup var version: VersionOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if since != nil, word == nil || file == "-" {
      throw ValidationError("--since asks of an initiative of a plan in git")
    }
  }

  func run() throws {
    try output.refuseFormsOfWholePlans()
    if let since, let word { return try answerMoved(word, since: since) }
    guard let word else { return try deliver(explainIndex()) }
    if let file {
      let session = try PlanSession(
        file, version, color: output.color, findings: output.findings.form)
      if session.mayKnow(initiative: word) || explain(word) == nil {
        return try answer(word, session)
      }
    }
    if let page = explain(word) { return try deliver(page) }
    if let found = Files.only(ending: ".plan") {
      let session = try PlanSession(
        found, version, color: output.color, findings: output.findings.form)
      if session.mayKnow(initiative: word) { return try answer(word, session) }
    }
    Streams.writeError(advice(about: word))
    throw ExitStatus.calledWrongly
  }

  private func answer(_ name: String, _ session: PlanSession) throws {
    try session.answer(searching.search, to: output) { try PlanWorkbench.why($0, name) }
  }

  /// What moved an initiative since a revision.
  private func answerMoved(_ name: String, since: String) throws {
    do {
      guard let file = file ?? Files.only(ending: ".plan") else {
        throw VersionFailure(
          "this folder has no plan, or several",
          help: "name it: `plan explain \(name) q3.plan --since \(since)`")
      }
      let report = try MovedSince(file, since: since, version).report(name, searching.search)
      ProgressLine.clear()
      try Output.deliver(report, to: output)
      guard Interrupts.areAsked else { return }
      Streams.writeError("interrupted: what moved it is not known to the end\n")
      throw ExitStatus.interrupted
    } catch let failure as VersionFailure {
      try failure.end()
    } catch let fault as BrokenRule {
      Streams.writeError("\(fault)\n")
      throw ExitStatus.ourFault
    } catch let error as Misasked {
      Streams.writeError("\(error)\n")
      throw ExitStatus.calledWrongly
    }
  }

  /// A page of the reference, which is text and nothing for programs.
  private func deliver(_ page: Page) throws {
    guard output.format != .json else {
      Streams.writeError("error: a word has no JSON form; only initiatives of a plan have\n")
      throw ExitStatus.calledWrongly
    }
    if output.output.isEmpty {
      let form: PageForm = output.format == .markdown ? .markdown : .terminal
      try Output.print(page: page, form, output.color)
    }
    for path in output.output {
      let form = output.format ?? ReportForm(path: path)
      let text = page.text(form == .terminal ? .terminal : .markdown, Output.fileStyle)
      try Output.write(text, to: path)
    }
  }

  /// A word without a page, and the nearest that have one.
  private func advice(about word: String) -> String {
    let near = explained(near: word)
    let help =
      near.isEmpty
      ? "`plan explain` lists every word there is"
        + (Catalogue.isCode(word) ? "" : "; `plan explain \(word) FILE` asks about an initiative")
      : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
    let what = Catalogue.isCode(word) ? "no code of an error or a lint" : "no word of the language"
    return "error: `\(word)` is \(what)\n  = help: \(help)\n"
  }
}
