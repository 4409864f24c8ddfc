package import PlanWorkbench

/// A plan being shaped: text in, text out.
///
/// The state is the text of the plan's files and nothing beside it: a change is written into the text at once, a branch is a
/// `scenario` in it, and `save` writes it. So what is seen is what will stand there.
package struct Session: Sendable {
  /// For whom the replies are laid out.
  package var style: TextStyle
  let surroundings: Surroundings
  var copy: WorkingCopy
  var timeline = Timeline()
  /// The scenario that changes are written into; `nil` is the plan itself.
  var branch: String?
  var situation: Situation
  /// The schedule that the session began with.
  let opening: KeptSolution?
  /// Schedules of versions that were gone to or compared, by what they are.
  var visited = VisitedVersions()
  /// Whether the plan has a file yet.
  var hasFile: Bool
  package internal(set) var isOver = false

  /// Opens a plan and solves it.
  ///
  /// - Parameters:
  ///   - copy: Its files.
  ///   - hasFile: Whether its own lies on the disk.
  ///   - style: For whom the replies are laid out.
  ///   - surroundings: Files, and how hard to search.
  /// - Throws: `BrokenRule` when a schedule of ours is none.
  package init(
    _ copy: WorkingCopy, hasFile: Bool, style: TextStyle, _ surroundings: Surroundings
  ) throws(BrokenRule) {
    self.copy = copy
    self.hasFile = hasFile
    self.style = style
    self.surroundings = surroundings
    situation = try PlanWorkbench.situation(copy.checked(nil), surroundings.effort)
    opening = situation.solution
    visited.note(situation, as: copy.version(nil))
  }

  /// What the prompt says: where one is, and whether something is not written yet.
  package var prompt: String {
    "plan" + (branch.map { "[\($0)]" } ?? "") + (isUnsaved ? "*" : "") + "> "
  }

  /// Whether something has not been written yet.
  package var isUnsaved: Bool { !copy.unwritten.isEmpty }

  /// The plan's own file as it stands.
  package var text: [UInt8] { copy.root }

  /// What the plan is, in one line.
  package var summary: String { situation.summary }

  /// What is wrong with the plan, where it has errors; empty where it has none.
  package var mistakes: String {
    guard situation.checked.hasErrors else { return "" }
    return situation.checked.findings(.human, style)
  }

  /// Does what a text says, entry by entry, and stops at the first that cannot be done.
  ///
  /// Statements that follow one another are one change, so that a page that is pasted is solved once.
  package mutating func enter(_ text: String) -> Reply {
    var reply = Reply()
    var pending: [String] = []
    for entry in EntryReader(text).entries where !reply.isRefusal && !isOver {
      let read = Entry(entry.text)
      if case .statements(let statements) = read {
        pending.append(statements)
        continue
      }
      reply.append(flush(&pending))
      if !reply.isRefusal { reply.append(perform(read)) }
    }
    if !reply.isRefusal { reply.append(flush(&pending)) }
    return reply
  }

  private mutating func flush(_ statements: inout [String]) -> Reply {
    guard !statements.isEmpty else { return Reply() }
    defer { statements = [] }
    return change(statements.joined(separator: "\n"))
  }

  private mutating func perform(_ entry: Entry) -> Reply {
    do throws(Refusal) {
      switch entry {
      case .nothing, .statements: return Reply()
      case .command(let command, let words): return try command.run(&self, words)
      case .question(let text): return try answer(text)
      case .unknown(let word): throw .unknownCommand(word)
      }
    } catch {
      return Reply(problem: error.text)
    }
  }

  // MARK: Changing

  /// Writes statements into the plan and says what that did.
  mutating func change(_ statements: String, entry: String? = nil) -> Reply {
    let before = situation
    let made: (changes: [FileChange], checked: CheckedPlan)
    do throws(EditRefusal) {
      made = try copy.lay(TypedText(statements), on: branch, before: before.checked)
    } catch {
      return Reply(problem: error.text(style))
    }
    guard !made.changes.isEmpty else { return Reply() }
    return settle(
      made.checked, made.changes, to: branch, entry: entry ?? Log.entry(ofStatements: statements))
  }

  /// Notes a step that has been made in the text, and solves the plan as it is now.
  mutating func settle(
    _ checked: CheckedPlan, _ changes: [FileChange], to branch: String?, entry: String
  ) -> Reply {
    let before = situation
    var fault = ""
    do {
      situation = try PlanWorkbench.situation(checked, after: before, surroundings.effort)
    } catch {
      // The text is the user's and stays; only the schedule is missing.
      situation = Situation(unsolved: checked)
      fault = "\(error)\n"
    }
    timeline.append(
      Step(
        entry: entry, changes: changes, branch: (self.branch, branch), solution: situation.solution,
        added: situation.initiatives(notIn: before)))
    self.branch = branch
    let text = consequences(since: before)
    return Reply(text, problem: fault, journal: entry)
  }

  /// What became of the schedule, the money and the checks.
  func consequences(since before: Situation) -> String {
    if before.checked.hasErrors != situation.checked.hasErrors { return situation.summary + "\n" }
    return effects(from: before, to: situation, style) + situation.newWarnings(since: before)
  }

  // MARK: Asking

  private func answer(_ text: String) throws(Refusal) -> Reply {
    let answers: Answers
    do {
      answers = try query(text, situation)
    } catch {
      throw Refusal(verbatim: "\(error)")
    }
    guard !answers.hasErrors else {
      let near = CommandTable.meant(by: text)
      throw Refusal(
        verbatim: answers.findings(.human, style)
          + (near.map { "  = help: the command is `\($0)`\n" } ?? ""))
    }
    let remarks = answers.remarks.map { "note: \($0)\n" }.joined()
    return Reply(answers.text(.table, style) + remarks)
  }
}
