internal import PlanWorkbench

// Going back and forth in what was done.
extension Command {
  static let undo: Command = Command(
    "undo", "undo [STEPS]", "Takes back what was done last, or so many steps.",
    wordsMax: 1,
    example: { $0.timeline.isAtStart ? nil : "undo" },
    run: { session, words throws(Refusal) in
      let count = try session.count(words, .undo)
      return try session.go(
        by: -count, entry: Log.entry("undo", words.all),
        orRefuse: "nothing was done that could be taken back")
    })

  static let redo: Command = Command(
    "redo", "redo [STEPS]", "Does again what was taken back.",
    wordsMax: 1,
    example: { $0.timeline.isAtEnd ? nil : "redo" },
    run: { session, words throws(Refusal) in
      try session.go(
        by: session.count(words, .redo), entry: Log.entry("redo", words.all),
        orRefuse: "nothing was taken back that could be done again")
    })

  static let at: Command = Command(
    "at", "at STEP",
    "Goes to where the plan was after a step of the log; `at 0` is as it was opened.",
    wordsMax: 1,
    example: { $0.timeline.steps.isEmpty ? nil : "at 0" },
    run: { session, words throws(Refusal) in
      let step = try session.step(words.first, .at)
      return session.go(to: step, entry: Log.entry("at", words.all))
    })

  static let log: Command = Command(
    "log", "log", "Prints the session as a script that does the same again.",
    example: { _ in "log" },
    run: { session, words throws(Refusal) in
      Reply(session.timeline.done.map { $0.entry + "\n" }.joined())
    })

  static let diff: Command = Command(
    "diff", "diff [STEP STEP]",
    "Shows what `save` would write, or what differs between two steps of the log.",
    wordsMax: 2,
    example: { _ in "diff" },
    run: { session, words throws(Refusal) in
      guard !words.isEmpty else { return Reply(session.difference(of: session.copy.unwritten)) }
      let first = try session.step(words.first, .diff)
      let second =
        words.count == 2 ? try session.step(words.all[1], .diff) : session.timeline.position
      return try session.difference(from: first, to: second)
    })
}

extension Session {
  /// A count of steps; one unless said.
  fileprivate func count(_ words: Words, _ command: Command) throws(Refusal) -> Int {
    guard let word = words.first else { return 1 }
    guard let count = Int(word), count > 0 else {
      throw Refusal("`\(word)` is no number of steps", help: "write `\(command.form)`")
    }
    // More than there are is as far as it goes.
    return min(count, timeline.steps.count)
  }

  /// Goes some steps forward, or back below zero.
  fileprivate mutating func go(
    by count: Int, entry: String, orRefuse reason: String
  ) throws(Refusal) -> Reply {
    let step = min(max(0, timeline.position + count), timeline.steps.count)
    guard step != timeline.position else { throw Refusal(reason) }
    return go(to: step, entry: entry)
  }

  /// A step by its number in the log.
  fileprivate func step(_ word: String?, _ command: Command) throws(Refusal) -> Int {
    guard let word else { throw .missing("the number of a step", command) }
    guard let step = Int(word), (0...timeline.steps.count).contains(step) else {
      throw Refusal(
        "there is no step `\(word)`",
        help: timeline.steps.isEmpty
          ? "nothing was done yet" : "steps are 0, as it was opened, to \(timeline.steps.count)")
    }
    return step
  }

  /// Takes steps back, or does them again, until so many hold.
  mutating func go(to step: Int, entry: String) -> Reply {
    let before = situation
    while timeline.position > step, let undone = timeline.back() {
      copy.takeBack(undone.changes)
      branch = undone.branch.before
    }
    while timeline.position < step, let redone = timeline.forward() {
      copy.apply(redone.changes)
      branch = redone.branch.after
    }
    var reply = Reply(journal: entry)
    do {
      situation = try situation(atStep: step, of: copy, branch)
    } catch {
      situation = Situation(unsolved: copy.checked(branch))
      reply.problem = "\(error)\n"
    }
    reply.text = consequences(since: before)
    return reply
  }

  /// The plan as it was after a step, with the schedule it had then.
  private func situation(
    atStep step: Int, of copy: WorkingCopy, _ branch: String?
  ) throws(BrokenRule) -> Situation {
    try PlanWorkbench.situation(
      copy.checked(branch), knowing: step == 0 ? opening : timeline.steps[step - 1].solution,
      surroundings.effort)
  }

  fileprivate func difference(from first: Int, to second: Int) throws(Refusal) -> Reply {
    let (old, oldBranch) = state(atStep: first)
    let (new, newBranch) = state(atStep: second)
    do {
      let before = try situation(atStep: first, of: old, oldBranch)
      let after = try situation(atStep: second, of: new, newBranch)
      return Reply(
        difference(of: new.differences(from: old)) + effects(from: before, to: after, style))
    } catch {
      throw Refusal(verbatim: "\(error)")
    }
  }

  /// The files after a step, and the branch they were seen from.
  private func state(atStep step: Int) -> (copy: WorkingCopy, branch: String?) {
    var result = copy
    var seen = branch
    for undone in timeline.steps[min(step, timeline.position)..<timeline.position].reversed() {
      result.takeBack(undone.changes)
      seen = undone.branch.before
    }
    for redone in timeline.steps[timeline.position..<max(step, timeline.position)] {
      result.apply(redone.changes)
      seen = redone.branch.after
    }
    return (result, seen)
  }

  func difference(of files: [UnwrittenFile]) -> String {
    files.map { $0.difference(situation.shownPath($0.realPath), style) }.joined()
  }
}
