internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// The command line.
///
/// What a command does stands in `PlanWorkbench/Pipeline.swift`; here are flags, files and exit
/// codes.
@main
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Roadmaps and portfolios as code.",
    discussion: """
      EXAMPLES
        plan q3.plan                              a session: change it and see what follows
        plan render Plans/q3.plan                 the Now/Next/Later report, here
        plan render q3.plan -o q3.md -o q3.json   the same into files
        plan check q3.plan                        every mistake, with a way out
        plan solve q3.plan                        the schedule, its cost and how good it is
        cat q3.plan | plan render -               from a pipe
        plan simulate q3.plan                     how sure it is
        plan defer q3.plan                        what it costs to put things off
        plan explain residency q3.plan            why it is where it is
        plan options q3.plan usage_pricing        what to do about one more thing
        plan levers q3.plan                       what one more person is worth
        plan compare markets.plan                 its scenarios side by side
        plan diff main q3.plan                    what changed, and what follows
        plan history q3.plan                      how dates moved through git
        plan portfolio q3.plan                    what people and money go to
        plan fund q3.plan 8                       the first eight of them
        plan debt q3.plan                         what debts take, what pays
        plan signals q3.plan                      what to stop, what is due
        plan log q3.plan                          decisions, and what has come due
        plan run q3.plan                          the answers to what it prints
        plan query 'count(initiatives)' q3.plan   one answer
        plan explain initiative                   what a word of plans means
        plan fmt q3.plan                          lay it out as all plans are
        plan freeze q3.plan                       agree on the schedule: its lock file
        plan git-setup                            git compares and merges plans
        plan calibrate q3.plan                    what finished work says about estimates

      EXIT CODES
        0 fine, 1 the plan has errors, 3 no schedule keeps its demands, 4 a limit was hit,
        64 called wrongly or a file that cannot be read or written, 70 our fault,
        130 interrupted
      """,
    version: "plan \(planVersion)",
    subcommands: [
      RenderCommand.self, CheckCommand.self, SolveCommand.self, SimulateCommand.self,
      DeferCommand.self, OptionsCommand.self, LeversCommand.self, CompareCommand.self,
      DiffCommand.self, HistoryCommand.self,
      PortfolioCommand.self, FundCommand.self, DebtCommand.self, SignalsCommand.self,
      LogCommand.self,
      RunCommand.self, QueryCommand.self, ExplainCommand.self, FormatCommand.self,
      FreezeCommand.self, CalibrateCommand.self, SessionCommand.self,
      GitSetupCommand.self, TextconvCommand.self, MergeDriverCommand.self, PreCommitCommand.self,
    ])

  static func main() {
    Streams.answerErrors()
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let word = arguments.first, !isPlan(word) else {
      return main([SessionCommand.name] + arguments)
    }
    if let advice = advice(about: word) {
      Streams.writeError(advice)
      exit(withError: ExitStatus.calledWrongly)
    }
    main(nil)
  }

  /// Whether a first word opens a session: a plan, which no command is called.
  private static func isPlan(_ word: String) -> Bool { word.hasSuffix(".plan") }

  /// What to say about a first word that is no command; `nil` when it is one, or an option.
  private static func advice(about word: String) -> String? {
    let all = configuration.subcommands.map { $0.configuration }
    guard !word.isEmpty, !word.hasPrefix("-"), word != "help",
      !all.contains(where: { $0.commandName == word })
    else { return nil }
    let names = all.filter(\.shouldDisplay).compactMap(\.commandName) + ["help"]
    var lines = ["error: `\(word)` is no command"]
    let near = nearest(to: word, among: names)
    if near.isEmpty {
      lines.append("  = help: there are \(names.map { "`\($0)`" }.joined(separator: ", "))")
    } else {
      lines.append(
        "  = help: did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
