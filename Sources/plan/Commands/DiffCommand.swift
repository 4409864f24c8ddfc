internal import ArgumentParser
internal import PlanSystem
internal import PlanWorkbench

/// `plan diff`: what changed between two versions of a plan, and what follows from it.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two versions of a plan, and what follows from it.",
    discussion: """
      A version is a file, a git revision, the work tree or a scenario. What stands elsewhere in the text, or is laid out \
      in another way, is no change. Every consequence names the edits that cause it: each is made by itself in the plan as \
      it was, and what they do only together is said apart. In Markdown, for a pull request, details are folded.

      EXAMPLES
        plan diff                         the last commit and the work tree
        plan diff main q3.plan            main and the work tree
        plan diff main... q3.plan         since this branch left main
        plan diff v1..v2 q3.plan          two revisions
        plan diff main:old.plan q3.plan   a file that had another name
        plan diff a.plan b.plan           two files
        plan diff q3.plan ceo_ask         the plan and one of its scenarios
        plan diff main... q3.plan -o comment.md
      """)

  @Argument(help: "Files, revisions and scenarios: the version before, the one after, the plan.")
  var versions: [String] = []

  @OptionGroup var version: VersionOptions
  @OptionGroup var searching: SearchOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if versions.contains("-") {
      throw ValidationError("a plan from a pipe has no other version; write it to a file")
    }
  }

  func run() throws {
    try output.refuseFormsOfWholePlans()
    let (old, new): (PlanVersion, PlanVersion)
    do throws(VersionFailure) {
      (old, new) = try VersionArguments(versions).versions(version)
    } catch {
      try error.end()
    }
    for side in [old, new] where side.checked.hasErrors {
      Streams.writeError(
        side.checked.findings(
          output.findings.form, Output.style(output.color, Streams.errorDescriptor)))
    }
    let session = PlanSession(new.checked, output.color)
    let report = try session.orOurFault {
      try PlanWorkbench.versionDifference(from: old, to: new, searching.search)
    }
    try Output.deliver(report, to: output)
    try session.stopIfInterrupted()
    try session.stopOnErrors()
  }
}
