internal import PlanWorkbench

extension Command {
  static let fund: Command = Command(
    "fund", "fund [SLOTS] [with … without …] [apply]",
    "Gives slots to initiatives: cards to move across a line, or moved by name; `apply` writes what came of it.",
    takes: .initiatives, wordsMax: nil,
    example: { session in
      session.situation.firstInitiative.map { "fund 3 without \($0)" } ?? "fund 3"
    },
    run: { session, words throws(Refusal) in
      let request = try FundingRequest(words)
      guard request.isMoved || session.surroundings.hasScreen else {
        return try session.ask { solved throws(Misasked) in
          try funding(solved, slots: request.slots, by: [])
        }
      }
      var board = try session.board(slots: request.slots)
      guard request.isMoved else { return Reply(board: board) }
      for move in request.moves where !board.put(move.name, above: move.isAbove) {
        let near = nearest(to: move.name, among: board.table.cards.map(\.name)).first
        throw Refusal(
          "`\(move.name)` is nothing that a slot could be given to",
          help: near.map { "did you mean `\($0)`?" } ?? "`fund` shows the cards")
      }
      guard request.isApplied else { return Reply(board.page(width: session.style.width)) }
      board.press(.finish)
      guard board.end == .finished else { throw Refusal(board.message) }
      return session.settle(board)
    })
}

/// What stands behind `fund`.
private struct FundingRequest: Sendable {
  private(set) var slots: Int?
  private(set) var moves: [(name: String, isAbove: Bool)] = []
  private(set) var isApplied = false

  /// Whether cards are moved by name.
  var isMoved: Bool { !moves.isEmpty || isApplied }

  init(_ words: Words) throws(Refusal) {
    var side: Bool?
    for (place, word) in words.all.enumerated() {
      switch word {
      case "with": side = true
      case "without": side = false
      case "apply" where place == words.count - 1: isApplied = true
      default:
        if let side {
          moves.append((word.last == "," ? String(word.dropLast()) : word, side))
        } else if place == 0, let count = Int(word) {
          slots = count
        } else {
          throw Refusal("`\(word)` is no number of slots", help: "fund 8")
        }
      }
    }
    if side != nil, moves.isEmpty { throw .missing("the name of an initiative", .fund) }
  }
}

extension Session {
  /// The cards of the plan as `plan fund` deals them.
  fileprivate func board(slots: Int?) throws(Refusal) -> FundingBoard {
    try onSchedule { solved throws(Misasked) in FundingBoard(try FundingTable(solved, slots: slots))
    }
  }

  /// Makes the plan say what a board says, once it is finished.
  ///
  /// - Returns: What that did to the schedule, and what is not done.
  package mutating func settle(_ board: FundingBoard) -> Reply {
    guard board.end == .finished else { return Reply("nothing was changed\n") }
    let statements = board.statements
    guard !statements.isEmpty else { return Reply("the plan says so already\n" + board.notDoing) }
    var reply = change(statements.joined(separator: "\n"))
    if !reply.isRefusal { reply.text += (reply.text.isEmpty ? "" : "\n") + board.notDoing }
    return reply
  }
}

extension FundingBoard {
  /// All of it as text, with what the last move did.
  fileprivate func page(width: Int) -> String {
    let lines = FundingScreen(self, width: width).page + (message.isEmpty ? [] : ["", message])
    return lines.map { $0 + "\n" }.joined()
  }
}
