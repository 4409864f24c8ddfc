internal import PlanWorkbench

// Questions asked of the schedule at hand. Each is a page that the command line has as well.
extension Command {
  static let show: Command = Command(
    "show", "show [NAME | SECTION]",
    "Shows what is done when; of a name, its lines and figures; or a section of the report.",
    takes: .declarations, wordsMax: 1,
    example: { $0.situation.firstInitiative.map { "show \($0)" } ?? "show" },
    run: { session, words throws(Refusal) in
      guard let name = words.first else { return Reply(session.situation.overview(session.style)) }
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
    takes: .initiatives, wordsMax: 1,
    example: { $0.situation.firstInitiative.map { "why \($0)" } },
    run: { session, words throws(Refusal) in
      guard let name = words.first else { throw .missing("the initiative", .why) }
      // `explain` is `why` here, and whoever knows it from the command line asks it of words as well.
      if !session.situation.checked.hasInitiative(name), let page = explain(name) {
        return Reply(page.inSession.text(.terminal, session.style))
      }
      return try session.ask { solved throws(Misasked) in try PlanWorkbench.why(solved, name) }
    })

  static let wait: Command = Command(
    "defer", "defer [INITIATIVE …] [by TIME]",
    "Says what putting things off costs, everything or these, by a cycle or so long.",
    takes: .initiatives, wordsMax: nil,
    example: { $0.situation.firstInitiative.map { "defer \($0) by 6w" } },
    run: { session, words throws(Refusal) in
      var names = words.all
      var delay: String?
      if let by = names.firstIndex(where: { $0 == "by" || $0 == "--by" }) {
        guard by < names.count - 1 else { throw .missing("how long", .wait) }
        delay = names[(by + 1)...].joined(separator: " ")
        names.removeSubrange(by...)
      }
      let (subjects, time) = (names, delay)
      return try session.ask { solved throws(Misasked) in
        try waiting(solved, for: subjects, by: time)
      }
    })

  static let options: Command = Command(
    "options", "options [INITIATIVE | drop INITIATIVE]",
    "Says what can be done about something that came in, or is to be stopped.",
    takes: .initiatives, wordsMax: 2,
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
    wordsMax: 2,
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
      let from = day
      return try session.ask { solved throws(Misasked) in
        try PlanWorkbench.levers(solved, from: from)
      }
    })

  static let simulate: Command = Command(
    "simulate", "simulate [TRIALS]", "Says how sure the dates and the cost are.",
    wordsMax: 1,
    example: { _ in "simulate" },
    run: { session, words throws(Refusal) in
      var options = TrialOptions()
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
      let (checked, style, effort) = (
        session.situation.checked, session.style, session.surroundings.effort
      )
      return try session.patiently { isUnwanted in
        Result { () throws(BrokenRule) in
          let found = try promises(checked, effort.until(isUnwanted))
          let remarks = found.remarks.map { "note: \($0)\n" }.joined()
          return Reply(
            checked.findings(.human, style, with: found) + remarks + checked.verdict(with: found)
              + "\n")
        }.mapError { Refusal(verbatim: "\($0)") }
      }
    })
}

extension Session {
  /// The initiative that was added last and still stands.
  fileprivate var lastAdded: String? {
    timeline.done.reversed().lazy.compactMap(\.added.last).first
  }
}
