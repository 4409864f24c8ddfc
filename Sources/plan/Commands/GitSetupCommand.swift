internal import ArgumentParser
internal import PlanSystem

/// `plan git-setup`: lets git compare, merge and check plans.
struct GitSetupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-setup",
    abstract: "Let git compare and merge plans by what they say, and check them before a commit.",
    discussion: """
      For one repository, after asking: `git diff` shows what a plan says instead of how it is laid out; `git merge` joins \
      changes by entity and property, and leaves marks where both changed the same; plans with errors are not committed.

      EXAMPLES
        plan git-setup                  says what it would write, and asks
        plan git-setup --yes
        plan git-setup --print github   a workflow that comments pull requests
      """)

  @Flag(help: "Write without asking.")
  var yes = false

  @Option(
    help: ArgumentHelp(
      "Print a file for somebody else's machine instead: github.", valueName: "what"))
  var print: Printed?

  enum Printed: String, ExpressibleByArgument, CaseIterable {
    case github
  }

  func run() throws {
    do {
      if print == .github {
        return try Output.print(GitHubWorkflow.text(for: try StagedPlans().whole))
      }
      try setUp()
    } catch let error as GitFailure where error == .noRepository {
      try VersionFailure(
        "this folder lies in no git repository", help: "`git init` makes one of it"
      ).end()
    } catch let error as GitFailure {
      try VersionFailure(error).end()
    } catch let error as FileFailure {
      try VersionFailure("cannot write `\(error.path)`: \(error.reason)").end()
    }
  }

  private func setUp() throws {
    let repository = try GitRepository(holding: ".")
    let program = Files.program(called: CommandLine.arguments.first ?? "plan")
    let setup = try GitSetup(repository, program: program)
    for remark in setup.remarks { Streams.writeError("note: \(remark)\n") }
    guard !setup.steps.isEmpty else {
      Streams.writeError("git knows plans here already\n")
      return
    }
    Streams.writeError("in \(repository.folder):\n")
    for step in setup.steps { Streams.writeError("  \(step.text)\n") }
    guard yes || isAgreed() else {
      Streams.writeError("nothing was written; `plan git-setup --yes` writes it\n")
      throw ExitStatus.planHasErrors
    }
    try setup.write()
    let isShared = setup.steps.contains(where: \.isShared)
    Streams.writeError(
      isShared
        ? "written; commit `.gitattributes` so that others need only this command\n" : "written\n")
  }

  /// Asks whoever sits there; nobody is no.
  private func isAgreed() -> Bool {
    guard Terminal.isTerminal(0) else { return false }
    Streams.writeError("write this? [y/N] ")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }
}
