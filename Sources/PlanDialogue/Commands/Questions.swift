internal import PlanWorkbench

// Questions asked of the schedule at hand. Each is a page that the command line has as well.
extension Command {
  static let show: Command = Command(
    "show", "show [NAME | SECTION]",
    "Shows what is done when; of a name, its lines and figures; or a section of the report.",
    takes: .declarations,
    example: { $0.situation.firstInitiative.map { "show \($0)" } ?? "show" },
    run: { session, words throws(Refusal) in
      guard let name = words.first else { return Reply(session.situation.overview(session.style)) }
      if words.count > 1 { throw .tooMany(.show) }
      if let lines = session.situation.declaration(of: name) {
        let answers = try? query(name, session.situation)
        let figures =
          answers.flatMap { $0.hasErrors || $0.isEmpty ? nil : $0.text(.table, session.style) }
          ?? ""
        return Reply(lines + (figures.isEmpty ? "" : "\n\(figures)"))
      }
      if let section = session.situation.section(name, session.style) { return Reply(section) }
      let known = session.situation.names + Situation.sections
      throw Refusal(
        "`\(name)` is nothing to show",
        help: nearest(to: name, among: known).first.map { "did you mean `\($0)`?" }
          ?? "a name of the plan, or one of \(Situation.sections.joined(separator: ", "))")
    })

  static let why: Command = Command(
    "why", "why INITIATIVE", "Says what holds it where it is, and what would bring it forward.",
    takes: .initiatives,
    example: { $0.situation.firstInitiative.map { "why \($0)" } },
    run: { session, words throws(Refusal) in
      guard let name = words.first else { throw .missing("the initiative", .why) }
      if words.count > 1 { throw .tooMany(.why) }
      return try session.ask { solved throws(Misasked) in try PlanWorkbench.why(solved, name) }
    })

  static let wait: Command = Command(
    "defer", "defer [INITIATIVE …] [by TIME]",
    "Says what putting things off costs, everything or these, by a cycle or so long.",
    takes: .initiatives,
    example: { $0.situation.firstInitiative.map { "defer \($0) by 6w" } },
    run: { session, words throws(Refusal) in
      var names = words.all
      var delay: String?
      if let by = names.firstIndex(where: { $0 == "by" || $0 == "--by" }) {
        guard by == names.count - 2 else { throw .missing("how long", .wait) }
        delay = names[by + 1]
        names.removeLast(2)
      }
      return try session.ask { solved throws(Misasked) in try waiting(solved, for: names, by: delay)
      }
    })

  static let options: Command = Command(
    "options", "options [INITIATIVE | drop INITIATIVE]",
    "Says what can be done about something that came in, or is to be stopped.",
    takes: .initiatives,
    example: { $0.situation.firstInitiative.map { "options drop \($0)" } },
    run: { session, words throws(Refusal) in
      var names = words.all
      let isDropped = names.first == "drop" || names.first == "--drop"
      if isDropped { names.removeFirst() }
      if names.count > 1 { throw .tooMany(.options) }
      guard let name = names.first ?? (isDropped ? nil : session.lastAdded) else {
        throw .missing("the initiative", .options)
      }
      return try session.ask { solved throws(Misasked) in
        try PlanWorkbench.options(solved, name, isDropped: isDropped)
      }
    })

  static let levers: Command = Command(
    "levers", "levers [from DATE]", "Says what one more person, more time or a week less is worth.",
    example: { _ in "levers" },
    run: { session, words throws(Refusal) in
      var day: CheckOptions.Day?
      if let first = words.first {
        guard first == "from", words.count == 2 else { throw .tooMany(.levers) }
        day = CheckOptions.Day(words.all[1])
        if day == nil {
          throw Refusal("`\(words.all[1])` is no date", help: "write it as 2026-07-01")
        }
      }
      return try session.ask { solved throws(Misasked) in
        try PlanWorkbench.levers(solved, from: day)
      }
    })

  static let simulate: Command = Command(
    "simulate", "simulate [TRIALS]", "Says how sure the dates and the cost are.",
    example: { _ in "simulate" },
    run: { session, words throws(Refusal) in
      var options = TrialOptions()
      if words.count > 1 { throw .tooMany(.simulate) }
      if let word = words.first {
        guard let count = Int(word), (1...TrialOptions.trialsMax).contains(count) else {
          throw Refusal("`\(word)` is no number of trials", help: "1 to \(TrialOptions.trialsMax)")
        }
        options.trials = count
      }
      let chosen = options
      return try session.ask { solved throws(Misasked) in outlook(solved, chosen) }
    })

  static let check: Command = Command(
    "check", "check", "Shows every error, warning, check and guardrail of the plan.",
    example: { _ in "check" },
    run: { session, words throws(Refusal) in
      if !words.isEmpty { throw .tooMany(.check) }
      do {
        let checked = session.situation.checked
        let found = try promises(checked, session.surroundings.effort)
        let remarks = found.remarks.map { "note: \($0)\n" }.joined()
        return Reply(
          checked.findings(.human, session.style, with: found) + remarks
            + checked.verdict(with: found) + "\n")
      } catch {
        throw Refusal(verbatim: "\(error)")
      }
    })
}

extension Session {
  /// Asks something of the schedule at hand.
  func ask(_ question: (SolvedPlan) throws(Misasked) -> Report) throws(Refusal) -> Reply {
    guard let solved = situation.solved else {
      throw Refusal(
        "the plan has errors, so there is no schedule to ask", help: "`check` shows them")
    }
    guard solved.isFeasible else {
      throw Refusal(
        "no schedule keeps every demand of the plan",
        help: "`show conflicts` says which cannot hold together")
    }
    do throws(Misasked) {
      return Reply(try question(solved).text(.terminal, style))
    } catch {
      throw Refusal(verbatim: "\(error)")
    }
  }

  /// The initiative that was added last and still stands.
  fileprivate var lastAdded: String? {
    timeline.done.reversed().lazy.compactMap(\.added.last).first
  }
}
