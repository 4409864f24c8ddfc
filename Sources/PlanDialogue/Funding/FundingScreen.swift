internal import PlanText
internal import PlanWorkbench

/// The board as lines that fit a screen.
struct FundingScreen {
  private let board: FundingBoard
  private let width: Int
  private let columns: [Column]

  private struct Column {
    let title: String
    let isTrailing: Bool
    let cells: [String]
    var width: Int
  }

  /// - Parameters:
  ///   - board: What is shown.
  ///   - width: Columns of the screen.
  init(_ board: FundingBoard, width: Int) {
    self.board = board
    self.width = max(FundingScreen.widthMin, width)
    columns = FundingScreen.columns(board, width: self.width)
  }

  /// Narrower ones cut off what stands at the right.
  private static let widthMin = 40

  /// All of it, however high, without keys and cursor.
  var page: [String] {
    header + [heading] + board.order.indices.flatMap { lines(of: $0, marking: false) }
  }

  /// As much as fits, with the cursor in it.
  ///
  /// - Parameter height: Lines of the screen.
  /// - Returns: At most so many lines, and which of them the cursor is on.
  func view(height: Int) -> (lines: [String], cursor: Int?) {
    let top = header + [heading]
    let bottom = ["", cut(board.message), cut(Self.keys)]
    let room = max(1, height - top.count - bottom.count)
    let rows = board.order.indices.map { lines(of: $0, marking: true) }
    func count(_ range: Range<Int>) -> Int { rows[range].reduce(0) { $0 + $1.count } }
    // A third of a screen below the cursor, and above it as many cards as find room then.
    let ahead = min(rows.count, board.cursor + 1 + room / 3)
    var first = board.cursor
    var used = count(first..<ahead)
    while first > 0, used + rows[first - 1].count <= room {
      first -= 1
      used += rows[first].count
    }
    let shown = rows[first...].flatMap { $0 }
    let before = count(first..<board.cursor)
    // The line stands on the first card below it.
    let own = rows.indices.contains(board.cursor) ? rows[board.cursor].count : 0
    let cursor = board.order.isEmpty ? nil : top.count + before + own - 1
    return (Array((top + shown.prefix(room) + bottom).prefix(height)), cursor)
  }

  private static let keys =
    "space carries across the line · p parks or declines · u takes back · w writes it · esc leaves"

  private var header: [String] {
    let free = board.table.slots - board.funded
    let slots =
      "\(board.funded) of \(slotCount)"
      + (board.surplus > 0 ? ", \(board.surplus) too many" : free > 0 ? ", \(free) free" : "")
    return [cut(slots), cut(board.outcome.totals), ""]
  }

  private var slotCount: String {
    "\(board.table.slots) slot\(board.table.slots == 1 ? "" : "s")"
  }

  private var heading: String {
    cut("     " + row(columns.map(\.title)))
  }

  /// A card, and on the first one below it the line.
  private func lines(of place: Int, marking isMarked: Bool) -> [String] {
    let mark = isMarked && place == board.cursor ? "›" : " "
    let rank = place < board.funded ? "\(place + 1)" : ""
    let number = String(repeating: " ", count: max(0, 3 - rank.count)) + rank
    let card = cut("\(mark)\(number) " + row(columns.map { $0.cells[place] }))
    return place == board.funded ? [line, card] : [card]
  }

  private var line: String {
    let title = "──── \(slotCount) "
    return title + String(repeating: "─", count: max(0, min(width, 100) - textWidth(title)))
  }

  private func row(_ cells: [String]) -> String {
    let texts = zip(columns, cells).map { column, cell -> String in
      let shown = textWidth(cell) > column.width ? shortened(cell, column.width) : cell
      let fill = String(repeating: " ", count: max(0, column.width - textWidth(shown)))
      return column.isTrailing ? fill + shown : shown + fill
    }
    var line = texts.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func cut(_ line: String) -> String {
    textWidth(line) > width ? shortened(line, width) : line
  }

  private func shortened(_ text: String, _ columns: Int) -> String {
    columns < 2 ? "" : String(prefix(of: text, columns: columns - 1)) + "…"
  }

  // MARK: Columns

  private static func columns(_ board: FundingBoard, width: Int) -> [Column] {
    let table = board.table
    let taken = board.taken
    func column(_ title: String, _ isTrailing: Bool, _ cell: (Int) -> String) -> Column {
      let cells = board.order.map(cell)
      return Column(
        title: title, isTrailing: isTrailing, cells: cells,
        width: (cells + [title]).map { textWidth($0) }.max() ?? 0)
    }
    var columns = [
      column("Initiative", false) { table.cards[$0].label },
      column("Effort", true) { table.cards[$0].effort },
      column("Price", true) { table.cards[$0].price },
      column("Not doing it", true) { table.cards[$0].worth },
    ]
    for (index, name) in table.orders.enumerated() {
      columns.append(column(name, true) { table.cards[$0].places[index] })
    }
    columns.append(column("", false) { state(of: $0, isTaken: taken.contains($0), board) })
    columns.removeAll { $0.cells.allSatisfy(\.isEmpty) }
    // What is too wide together is taken from the labels, which are recognised by their beginnings.
    let sum = columns.reduce(5) { $0 + $1.width + 2 } - 2
    columns[0].width = max(min(columns[0].width, labelMin), columns[0].width - max(0, sum - width))
    return columns
  }

  private static let labelMin = 16

  private static func state(of card: Int, isTaken: Bool, _ board: FundingBoard) -> String {
    let subject = board.table.cards[card]
    if isTaken {
      return [subject.hold ?? "", board.outcome.spans[card] ?? "no room"]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return board.declined.contains(card) ? "declined" : "parked until \(board.review(of: card))"
  }
}
