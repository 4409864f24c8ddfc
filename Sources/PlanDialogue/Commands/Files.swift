internal import PlanWorkbench

// What leaves the session: reports and the plan itself.
extension Command {
  static let render: Command = Command(
    "render", "render [FILE]",
    "Writes the report, solved as `plan render` solves it: here, or into a file by its ending.",
    takes: .files, wordsMax: 1,
    example: { _ in "render roadmap.md" },
    run: { session, words throws(Refusal) in
      let checked = session.situation.checked
      guard !checked.hasErrors else {
        throw Refusal("a plan with errors renders nothing", help: "`check` shows them")
      }
      var form = ReportForm.terminal
      if let path = words.first {
        guard let known = ReportForm(path: path) else {
          throw Refusal(
            "`\(path)` says no form",
            help: "the endings are \(ReportForm.endings(ofWholePlan: true))")
        }
        guard known.isText else {
          throw Refusal(
            "a session writes no .\(known.endings[0])", help: "save, and `plan render` does")
        }
        form = known
      }
      let (chosen, effort) = (form, session.surroundings.effort)
      let style = words.isEmpty ? session.style : TextStyle(width: 80, isColored: false)
      let text = try session.patiently { isUnwanted in
        Result { () throws(BrokenRule) in
          let solved = try solve(checked, effort.until(isUnwanted))
          return PlanWorkbench.report(solved.asked(until: isUnwanted)).text(chosen, style)
        }.mapError { Refusal(verbatim: "\($0)") }
      }
      guard let path = words.first else { return Reply(text) }
      let bytes = Array(text.utf8)
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
    wordsMax: 1,
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
}
