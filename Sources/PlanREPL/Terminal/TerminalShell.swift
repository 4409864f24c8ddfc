internal import PlanDialogue
internal import PlanSystem
package import PlanWorkbench

/// A session at a terminal.
package struct TerminalShell {
  private let editor: LineEditor
  private let opening: Opening
  private let makeStyle: () -> TextStyle
  private let history: History?
  private let stopwatch = Stopwatch()

  /// `nil` where there is no terminal.
  ///
  /// - Parameters:
  ///   - opening: The plan.
  ///   - style: How replies are laid out, asked before each: a window may be made wider.
  package init?(_ opening: Opening, style: @escaping () -> TextStyle) {
    guard let editor = LineEditor() else { return nil }
    self.editor = editor
    var opening = opening
    opening.effort.isInterrupted = { SessionInterrupts.areAsked }
    opening.effort.progress = nil
    opening.hasScreen = true
    opening.wait = { work in
      Background.wait(
        until: { SessionInterrupts.areAsked || SessionInterrupts.isTerminated },
        patience: Self.patience, for: work)
    }
    self.opening = opening
    makeStyle = style
    history = History()
  }

  /// Reads and answers until somebody leaves.
  ///
  /// - Returns: What is wrong with a schedule of ours, where that ended it.
  package func run() -> String? {
    SessionInterrupts.note()
    var session: Session
    do {
      session = try opening.session(makeStyle())
    } catch {
      return error.description
    }
    for entry in history?.load() ?? [] { editor.remember(entry) }
    greet(session)
    var keeper = Keeper(plan: opening.options.realPath)
    if let offer = keeper.offer { write(offer) }
    var pending = ""
    while !session.isOver {
      editor.completions = { [session, pending] line in
        session.completions(of: pending + line)
      }
      let reader = EntryReader(pending)
      let isOpen = !pending.isEmpty
      let input = editor.read(
        isOpen ? "....> " : session.prompt,
        prefill: isOpen ? String(repeating: "  ", count: reader.depth) : "")
      switch input {
      case .interrupted:
        SessionInterrupts.forget()
        pending = ""
        write("\n")
      case .closed:
        write("\n")
        guard session.isUnsaved else {
          keeper.leave()
          return nil
        }
        write(keeper.farewell)
        return nil
      case .line(let line), .paste(let line):
        // An empty line gives up a block that nobody wants to go on with.
        if isOpen, line.allSatisfy(\.isWhitespace), reader.depth == 0 { pending = "" }
        pending += line + "\n"
        guard !EntryReader(pending).isOpen else { continue }
        let entry = pending
        pending = ""
        if case .paste = input { echo(entry) }
        answer(entry, &session, &keeper)
      }
    }
    keeper.leave()
    return nil
  }

  private func greet(_ session: Session) {
    write(session.mistakes)
    write("\(session.summary) · ready in \(Int(stopwatch.seconds * 1_000)) ms\n")
  }

  private func answer(_ entry: String, _ session: inout Session, _ keeper: inout Keeper) {
    let trimmed = entry.trimmed
    guard !trimmed.isEmpty else { return }
    editor.remember(trimmed)
    history?.append(trimmed)
    session.style = makeStyle()
    SessionInterrupts.forget()
    if let reply = keeper.answer(trimmed, &session) { return write(reply) }
    var reply = session.enter(entry)
    if let board = reply.board {
      reply = session.settle(BoardScreen(editor, isColored: session.style.isColored).play(board))
    }
    if let journal = reply.journal { write(keeper.note(journal, isSaved: !session.isUnsaved)) }
    write(reply.text)
    write(reply.problem)
    if SessionInterrupts.areAsked {
      SessionInterrupts.forget()
      // What came in time is told all the same; where nothing did, the refusal says so.
      if !reply.isRefusal { write("interrupted: this is the best that was found until then\n") }
    }
  }

  /// Milliseconds behind Ctrl-C in which an answer is still taken: half of what feels like at once.
  private static let patience = 60

  /// What was pasted was not shown while it came.
  private func echo(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > Self.echoedMax else { return }
    write("(\(lines.count - 1) lines)\n")
  }

  private static let echoedMax = 20

  private func write(_ text: String) {
    guard !text.isEmpty else { return }
    try? Streams.writeOutput(text)
  }
}

extension String {
  /// Without blanks and line ends around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    return String(text)
  }
}
