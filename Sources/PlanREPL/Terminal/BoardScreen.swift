internal import PlanDialogue
internal import PlanSystem

/// Cards on the whole of a terminal, moved by keys.
struct BoardScreen {
  private let editor: LineEditor
  private let isColored: Bool

  init(_ editor: LineEditor, isColored: Bool) {
    self.editor = editor
    self.isColored = isColored
  }

  /// Shows a board until somebody leaves it.
  ///
  /// - Returns: The board as it was left; where the terminal has gone, left without a change.
  func play(_ board: FundingBoard) -> FundingBoard {
    var board = board
    write("\u{1B}[?1049h\u{1B}[?25l")
    defer { write("\u{1B}[?25h\u{1B}[?1049l") }
    editor.withKeys { next in
      while !board.isOver {
        let (width, height) = Terminal.size(Streams.outputDescriptor)
        draw(board, width: width, height: height)
        guard let key = next() else {
          board.press(.leave)
          return
        }
        board.press(FundingBoard.Key(key), page: max(1, height - 8))
      }
    }
    return board
  }

  private func draw(_ board: FundingBoard, width: Int, height: Int) {
    let (lines, cursor) = board.screen(width: width, height: height)
    let shown = lines.enumerated().map { index, line in
      index == cursor && isColored ? "\u{1B}[7m\(line)\u{1B}[0m" : line
    }
    // Each line is cleared behind its end, and what is below the last one.
    write("\u{1B}[H" + shown.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J")
  }

  private func write(_ text: String) { try? Streams.writeOutput(text) }
}

extension FundingBoard.Key {
  fileprivate init(_ key: LineEditor.Key) {
    self =
      switch key {
      case .up, .character("k"): .up
      case .down, .character("j"): .down
      case .home, .character("g"): .first
      case .end, .character("G"): .last
      case .pageUp: .pageUp
      case .pageDown: .pageDown
      case .character(" "): .carry
      case .character("p"): .park
      case .character("u"): .takeBack
      case .character("w"), .enter: .finish
      case .escape, .character("q"): .leave
      case .character, .other: .other
      }
  }
}
