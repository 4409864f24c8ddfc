internal import ArgumentParser
internal import PlanREPL
internal import PlanSystem
internal import PlanWorkbench

/// `plan` and `plan q3.plan`: a session.
struct SessionCommand: ParsableCommand {
  static let name = "session"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Open a plan to ask it, change it and see what follows (what `plan q3.plan` does).",
    discussion: """
      What stands in a plan can be typed: declarations add, `change` changes, an expression is answered, `help` lists the
      commands. Every change answers with what it did to dates, deadlines and money. Nothing is written before `save`.

      EXAMPLES
        plan q3.plan
        plan                                          a plan of nothing, to begin with
        plan q3.plan --script meeting.planlog         what `log` has printed, done again
        echo 'change platform { people: 8 }' | plan q3.plan
      """)

  @Argument(help: "The plan; unless said, one of nothing that begins today.")
  var file: String?

  @Option(
    help: ArgumentHelp(
      "Do what a script says, and stop at the first line that cannot be done.", valueName: "file"))
  var script: String?

  @Option(
    help: ArgumentHelp(
      "Where progress is counted from, instead of the plan's `as_of`.", valueName: "date"),
    transform: VersionOptions.day)
  var asOf: CheckOptions.Day?

  @OptionGroup var searching: SearchOptions
  @OptionGroup var color: ColorOptions

  func validate() throws {
    if file == "-" {
      throw ValidationError("a session is typed; a plan from a pipe has no file to save it in")
    }
  }

  func run() throws {
    let opening = try opening()
    if script == nil,
      let shell = TerminalShell(
        opening,
        style: { [color] in
          Output.style(color, Streams.outputDescriptor)
        })
    {
      return try end(shell.run())
    }
    let style = Output.style(color, Streams.outputDescriptor)
    let (text, name) = try text()
    var failure: (any Error)?
    let shell = ScriptShell(opening, style) { output in
      do {
        try Output.print(output)
        return true
      } catch {
        failure = error
        return false
      }
    }
    switch shell.run(text, name: name) {
    case .done: break
    case .stopped: throw ExitStatus.planHasErrors
    case .unread: if let failure { throw failure }
    case .fault(let fault): try end(fault)
    }
  }

  private func end(_ fault: String?) throws {
    guard let fault else { return }
    Streams.writeError("\(fault)\n")
    throw ExitStatus.ourFault
  }

  private func opening() throws -> Opening {
    let version = VersionOptions.asOf(asOf)
    guard let file else {
      return Opening(
        nil, path: "a new plan", PlanInput.circumstances(of: "-", version), searching.search)
    }
    let plan = try PlanInput(file, version, color: color)
    return Opening(plan.bytes, path: plan.path, plan.options, searching.search)
  }

  /// The script, and what messages call it.
  private func text() throws -> (text: String, name: String) {
    let path = script ?? "-"
    do throws(FileFailure) {
      let bytes = try Files.read(path, sizeMax: CheckOptions.fileSizeMax)
      return (String(decoding: bytes, as: UTF8.self), path == "-" ? Files.standardInputName : path)
    } catch {
      Streams.writeError("error: cannot read `\(error.path)`: \(error.reason)\n")
      throw ExitStatus.calledWrongly
    }
  }
}
