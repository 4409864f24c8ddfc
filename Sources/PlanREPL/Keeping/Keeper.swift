internal import PlanDialogue
internal import PlanSystem

/// Keeps a session from being lost: writes its journal, and offers what an earlier one has left.
struct Keeper {
  private let plan: String?
  private var journal: Journal?
  private var remains: Journal.Remains?
  /// Why there is no journal, until it has been said.
  private var failure: FileFailure?

  /// - Parameter plan: With links followed; `nil` for one that has no file yet, of which nothing can be found again.
  init(plan: String?) {
    self.plan = plan
    guard let plan else { return }
    remains = Journal.remains(of: plan)
    do throws(FileFailure) {
      journal = try Journal.begin(plan)
    } catch {
      failure = error
    }
  }

  /// What to say at the beginning; `nil` where there is nothing.
  var offer: String? {
    if let failure {
      return "note: no journal is kept: \(failure.path): \(failure.reason)\n"
    }
    guard let remains else { return nil }
    let count = remains.entries.count
    return """
      A session of this plan ended without saving \(count) step\(count == 1 ? "" : "s"): \
      `recover` does them again, `forget` throws them away.

      """
  }

  /// Answers the two words that an offer asks for; `nil` for everything else, and where nothing is offered.
  mutating func answer(_ entry: String, _ session: inout Session) -> String? {
    guard let remains, ["recover", ":recover", "forget", ":forget"].contains(entry) else {
      return nil
    }
    self.remains = nil
    defer { remains.remove() }
    if entry.hasSuffix("forget") { return "forgotten\n" }
    var done = 0
    for step in remains.entries {
      let reply = session.enter(step.text)
      if reply.isRefusal {
        return reply.problem
          + "\(done) of \(remains.entries.count) steps are done again; this one and those behind it are not\n"
      }
      done += 1
      if let more = reply.journal { _ = note(more, isSaved: false) }
    }
    return "\(done) step\(done == 1 ? "" : "s") done again; `diff` shows them\n"
  }

  /// Writes down what was accepted, before anybody sees what came of it.
  ///
  /// - Returns: What to say where it cannot be.
  mutating func note(_ entry: String, isSaved: Bool) -> String {
    guard let journal else { return "" }
    if isSaved {
      journal.settle()
      return ""
    }
    do throws(FileFailure) {
      try journal.append(entry)
      return ""
    } catch {
      self.journal = nil
      return
        "note: the journal cannot be written any more (\(error.reason)): save soon\n"
    }
  }

  /// What to say to somebody who leaves without saving.
  var farewell: String {
    journal == nil
      ? "what was changed is not saved\n"
      : "what was changed is not saved; it is offered again at the next start\n"
  }

  /// Somebody left on purpose: nothing is to be offered.
  func leave() { journal?.remove() }
}
