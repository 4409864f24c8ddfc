internal import PlanWorkbench

// Questions of a whole portfolio. `debts` is not called `debt` as on the command line: that word declares one.
extension Command {
  static let fund: Command = Command(
    "fund", "fund [SLOTS]",
    "Gives so many slots to initiatives, and says what falls under the line.",
    example: { _ in "fund 3" },
    run: { session, words throws(Refusal) in
      if words.count > 1 { throw .tooMany(.fund) }
      var slots: Int?
      if let word = words.first {
        slots = Int(word)
        if slots == nil { throw Refusal("`\(word)` is no number of slots", help: "fund 8") }
      }
      let chosen = slots
      return try session.ask { solved throws(Misasked) in
        try funding(solved, slots: chosen, by: [])
      }
    })

  static let portfolio: Command = Command(
    "portfolio", "portfolio",
    "Says what people and money go to, by kind, goal and team, against the guardrails.",
    example: { _ in "portfolio" },
    run: { session, words throws(Refusal) in
      if !words.isEmpty { throw .tooMany(.portfolio) }
      return try session.ask { solved throws(Misasked) in PlanWorkbench.portfolio(solved) }
    })

  static let debts: Command = Command(
    "debts", "debts", "Says what debts take, and what pays for itself and when.",
    example: { _ in "debts" },
    run: { session, words throws(Refusal) in
      if !words.isEmpty { throw .tooMany(.debts) }
      return try session.ask { solved throws(Misasked) in PlanWorkbench.debts(solved) }
    })

  static let signals: Command = Command(
    "signals", "signals",
    "Says what may have to be stopped, and by when others have to deliver.",
    example: { _ in "signals" },
    run: { session, words throws(Refusal) in
      if !words.isEmpty { throw .tooMany(.signals) }
      return try session.ask { solved throws(Misasked) in PlanWorkbench.signals(solved) }
    })
}
