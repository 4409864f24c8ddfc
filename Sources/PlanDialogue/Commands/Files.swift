internal import PlanWorkbench

// What leaves the session: reports and the plan itself.
extension Command {
  static let render: Command = Command(
    "render", "render [REPORT] [for AUDIENCE] [FILE]",
    "Writes the report, one of the plan's own, or what an audience reads, solved as `plan render` solves it: here, or into a file by its ending.",
    takes: .reports, wordsMax: 4,
    example: { _ in "render for exec roadmap.md" },
    run: { session, words throws(Refusal) in
      let checked = session.situation.checked
      guard !checked.hasErrors else {
        throw Refusal("a plan with errors renders nothing", help: "`check` shows them")
      }
      let wish = try RenderWish(words)
      do {
        try checked.admit(wish.selection)
      } catch {
        throw Refusal(verbatim: "\(error)")
      }
      let effort = session.surroundings.effort
      let style = wish.path == nil ? session.style : TextStyle(width: 80, isColored: false)
      let text = try session.patiently { isUnwanted in
        wish.text(of: checked, effort.until(isUnwanted), style, until: isUnwanted)
      }
      guard let path = wish.path else { return Reply(text) }
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

/// What stands behind `render`: which report, for whom, where to.
private struct RenderWish: Sendable {
  private(set) var selection = ReportSelection()
  private(set) var path: String?
  private var form = ReportForm.terminal

  init(_ words: Words) throws(Refusal) {
    var rest = words.all[...]
    while let word = rest.popFirst() {
      if word == "for" || word == "--audience", selection.audience == nil {
        let audiences = ReportSelection.audiences.joined(separator: ", ")
        guard let audience = rest.popFirst() else { throw .missing("the audience", .render) }
        guard ReportSelection.audiences.contains(audience) else {
          throw Refusal("`\(audience)` is no audience", help: "there are \(audiences)")
        }
        selection.audience = audience
      } else if word.contains("."), path == nil {
        path = word
        form = try RenderWish.form(of: word)
      } else if selection.report == nil {
        selection.report = word
      } else {
        throw .tooMany(.render)
      }
    }
    if selection.audience != nil, selection.report != nil {
      throw Refusal("a report says itself whom it is for", help: "leave `for` out")
    }
  }

  /// By the ending of a path.
  private static func form(of path: String) throws(Refusal) -> ReportForm {
    guard let known = ReportForm(path: path) else {
      throw Refusal(
        "`\(path)` says no form",
        help: "the endings are \(ReportForm.endings())")
    }
    guard known.isText else {
      throw Refusal(
        "a session writes no .\(known.endings[0])", help: "save, and `plan render` does")
    }
    return known
  }

  func text(
    of checked: CheckedPlan, _ effort: SearchEffort, _ style: TextStyle,
    until isUnwanted: @escaping @Sendable () -> Bool
  ) -> Result<String, Refusal> {
    Result {
      let solved = try solve(checked, effort).asked(until: isUnwanted)
      return try report(ask(solved), selection).text(form, style)
    }.mapError { error in
      if let mistakes = error as? MisreadReport {
        return Refusal(verbatim: mistakes.findings(.human, style))
      }
      return Refusal(verbatim: "\(error)")
    }
  }
}
