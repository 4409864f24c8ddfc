internal import PlanWorkbench

// What leaves the session: reports and the plan itself.
extension Command {
  static let render: Command = Command(
    "render", "render [FILE]",
    "Writes the report, solved as `plan render` solves it: here, or into a file by its ending.",
    takes: .files,
    example: { _ in "render roadmap.md" },
    run: { session, words throws(Refusal) in
      if words.count > 1 { throw .tooMany(.render) }
      let checked = session.situation.checked
      guard !checked.hasErrors else {
        throw Refusal("a plan with errors renders nothing", help: "`check` shows them")
      }
      var form = ReportForm.terminal
      if let path = words.first {
        guard let known = ReportForm(path: path) else {
          throw Refusal("`\(path)` says no form", help: "the endings are \(ReportForm.endings(ofWholePlan: true))")
        }
        form = known
      }
      let report: Report
      do {
        report = PlanWorkbench.report(try solve(checked, session.surroundings.effort))
      } catch {
        throw Refusal(verbatim: "\(error)")
      }
      guard let path = words.first else { return Reply(report.text(form, session.style)) }
      let bytes = Array(report.text(form, TextStyle(width: 80, isColored: false)).utf8)
      if let reason = session.surroundings.write([
        Surroundings.Write(place: .path(path), bytes: bytes, expected: nil)
      ]) {
        throw Refusal("cannot write `\(path)`: \(reason)")
      }
      return Reply("\(path): written\n")
    })

  static let quit: Command = Command(
    "quit", "quit [now]",
    "Ends the session; with `now` also where something is not saved.",
    example: { _ in "quit" },
    run: { session, words throws(Refusal) in
      let isForced = words.first == "now" || words.first == "!"
      if !words.isEmpty, !isForced { throw .tooMany(.quit) }
      if session.isUnsaved, !isForced {
        throw Refusal(
          "what was changed is not saved", help: "`save`, or `quit now` to leave it")
      }
      session.isOver = true
      return Reply()
    })

  static let help: Command = Command(
    "help", "help [WORD]",
    "Lists the commands; of one, an example for this plan; of a word of plans, what it means.",
    takes: .commands,
    example: { _ in "help defer" },
    run: { session, words throws(Refusal) in
      guard let word = words.first else { return Reply(Session.commandList(session.style)) }
      if words.count > 1 { throw .tooMany(.help) }
      let name = word.hasPrefix(":") ? String(word.dropFirst()) : word
      if let command = CommandTable.command(name) {
        var text = "\(command.form)\n  \(command.summary)\n"
        if let example = command.example(session) { text += "\n  \(example)\n" }
        return Reply(text)
      }
      if let page = explain(name) { return Reply(page.text(.terminal, session.style)) }
      let near = CommandTable.nearest(to: name) ?? explained(near: name).first
      throw Refusal(
        "`\(name)` is no command and no word of plans",
        help: near.map { "did you mean `\($0)`?" } ?? "`help` alone lists the commands")
    })
}

extension Session {
  fileprivate static func commandList(_ style: TextStyle) -> String {
    let rows =
      CommandTable.statements.map { ($0.form, $0.summary) }
      + CommandTable.all.map { ($0.form, $0.summary) }
    return PlanWorkbench.commandList(
      rows,
      closing:
        "Anything else is an expression and is answered: `initiatives where priority == must`. "
        + "`:word` is always a command, `(…)` always an expression.", style)
  }
}
