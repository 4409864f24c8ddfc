internal import PlanWorkbench

extension Command {
  static let help: Command = Command(
    "help", "help [WORD]",
    "Lists the commands; of one, an example for this plan; of a word of plans, what it means.",
    takes: .commands, wordsMax: 1,
    example: { _ in "help defer" },
    run: { session, words throws(Refusal) in
      guard let word = words.first else { return Reply(Session.commandList(session.style)) }
      let name = word.hasPrefix(":") ? String(word.dropFirst()) : word
      if let command = CommandTable.command(name) {
        return Reply(shown(command.form, command.summary, command.example(session)))
      }
      let page = explain(name)?.inSession.text(.terminal, session.style)
      if let statement = CommandTable.statements.first(where: { $0.name == name }) {
        let example = session.example(ofStatement: name)
        return Reply(
          shown(statement.form, statement.summary, example) + (page.map { "\n" + $0 } ?? ""))
      }
      if let page { return Reply(page) }
      let near = CommandTable.nearest(to: name) ?? explained(near: name).first
      throw Refusal(
        "`\(name)` is no command and no word of plans",
        help: near.map { "did you mean `\($0)`?" } ?? "`help` alone lists the commands")
    })
}

private func shown(_ form: String, _ summary: String, _ example: String?) -> String {
  "\(form)\n  \(summary)\n" + (example.map { "\n  \($0)\n" } ?? "")
}

extension Session {
  /// A change of the open plan that can be typed as it is: what comes to mind first and is not refused.
  fileprivate func example(ofStatement word: String) -> String? {
    let team = situation.teamNames.first
    let initiatives = situation.initiativeNames.prefix(Session.triedMax)
    let ideas: [String] =
      switch word {
      case "add":
        [
          "add initiative \(freeName("something_new") ?? "something_new") { "
            + (team.map { "team: \($0), " } ?? "") + "effort: 2pw..3pw..5pw }"
        ]
      case "change":
        [team.map { "change \($0) { people: old + 1 }" }].compactMap(\.self)
          + initiatives.map { "change \($0) { effort: old * 120% }" }
      default: initiatives.reversed().map { "drop \($0)" }
      }
    return ideas.first { idea in
      var session = self
      return !session.enter(idea).isRefusal
    }
  }

  /// Each is a small solve.
  private static let triedMax = 8

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
