internal import PlanWorkbench

// Questions of a whole portfolio. `debts` is not called `debt` as on the command line: that word declares one.
extension Command {
  static let portfolio: Command = Command(
    "portfolio", "portfolio",
    "Says what people and money go to, by kind, goal and team, against the guardrails.",
    example: { _ in "portfolio" },
    run: { session, words throws(Refusal) in
      try session.ask { solved throws(Misasked) in PlanWorkbench.portfolio(solved) }
    })

  static let debts: Command = Command(
    "debts", "debts", "Says what debts take, and what pays for itself and when.",
    example: { _ in "debts" },
    run: { session, words throws(Refusal) in
      try session.ask { solved throws(Misasked) in PlanWorkbench.debts(solved) }
    })

  static let calibrate: Command = Command(
    "calibrate", "calibrate [apply]",
    "Says what finished work says about estimates and promises; `apply` writes it into the teams and classes.",
    wordsMax: 1,
    example: { _ in "calibrate" },
    run: { session, words throws(Refusal) in
      let checked = session.situation.checked
      guard !checked.hasErrors else {
        throw Refusal("nothing is learned from a plan with errors", help: "`check` shows them")
      }
      if let word = words.first {
        guard word == "apply" else {
          throw Refusal("`\(word)` is nothing to calibrate", help: "write `calibrate apply`")
        }
        let changes = calibrationChanges(checked)
        guard !changes.isEmpty else {
          return Reply("the plan says what finished work says already\n")
        }
        return session.change(changes.joined(separator: "\n"))
      }
      do {
        return Reply(try calibration(checked, isInSession: true).text(.terminal, session.style))
      } catch {
        throw Refusal(verbatim: "\(error)")
      }
    })

  static let signals: Command = Command(
    "signals", "signals",
    "Says what may have to be stopped, and by when others have to deliver.",
    example: { _ in "signals" },
    run: { session, words throws(Refusal) in
      try session.ask { solved throws(Misasked) in PlanWorkbench.signals(solved) }
    })
}
