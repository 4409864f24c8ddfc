/// What a session answers to one entry.
package struct Reply: Sendable {
  /// To standard output.
  package var text: String
  /// Why nothing was done, to standard error; empty where it was done.
  package var problem: String
  /// What a journal has to hold so that the session can be taken up again; `nil` for what only asks.
  package var journal: String?
  /// Cards to be moved by hand, after which `Session.settle` is told; `nil` where nobody is asked anything.
  package var board: FundingBoard?

  package init(
    _ text: String = "", problem: String = "", journal: String? = nil, board: FundingBoard? = nil
  ) {
    self.text = text
    self.problem = problem
    self.journal = journal
    self.board = board
  }

  package var isRefusal: Bool { !problem.isEmpty }

  /// One reply after another.
  mutating func append(_ other: Reply) {
    text += other.text
    problem += other.problem
    board = other.board ?? board
    if let more = other.journal { journal = journal.map { "\($0)\n\(more)" } ?? more }
  }
}

/// Why a command does nothing, and what to do instead.
struct Refusal: Error {
  let text: String

  init(_ headline: String, help: String? = nil) {
    text = "error: \(headline)\n" + (help.map { "  = help: \($0)\n" } ?? "")
  }

  /// What somebody else said, as it is.
  init(verbatim text: String) { self.text = text.hasSuffix("\n") ? text : text + "\n" }
}
