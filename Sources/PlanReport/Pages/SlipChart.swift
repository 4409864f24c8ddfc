package import PlanInsight
import PlanModel
import PlanText

/// A slip chart: the day something was to be done, as each revision had it.
///
/// A line that leans to the right is a promise that
/// moves away; one that stands upright is kept.
///
/// (Milestone trend analysis with the axes turned, so that revisions stand below one another as in a log.)
package struct SlipChart {
  private let rows: [Row]
  private let paths: [String]
  private let label: (String) -> String
  private let days: ClosedRange<CivilDate>?

  private struct Row {
    let name: String
    let date: CivilDate?
    let finishes: [CivilDate?]
  }

  /// - Parameters:
  ///   - history: The revisions.
  ///   - paths: What is drawn.
  ///   - label: What readers call it.
  package init(_ history: PlanHistory, _ paths: [String], _ label: @escaping (String) -> String) {
    self.paths = paths
    self.label = label
    var rows: [Row] = []
    for (revision, promise) in history.promises {
      let finishes = paths.map { promise[$0]?.finish }
      // Revisions that move nothing of it add nothing to see.
      guard rows.last?.finishes != finishes else { continue }
      rows.append(Row(name: revision.name, date: revision.date, finishes: finishes))
    }
    self.rows = rows
    let dates = rows.flatMap(\.finishes).compactMap(\.self)
    days = dates.min().flatMap { first in dates.max().map { first...$0 } }
  }

  // MARK: Text

  /// As lines: a row a revision, a letter an initiative.
  package var lines: [String] {
    guard let days else { return ["nothing is done in any revision"] }
    let names = rows.map { $0.date?.description ?? $0.name }
    let width = names.map(\.count).max() ?? 0
    func padded(_ text: String) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    var lines = [
      padded("") + "  " + days.lowerBound.shortText
        + String(
          repeating: " ",
          count: max(
            1, Self.columns - days.lowerBound.shortText.count - days.upperBound.text.count))
        + days.upperBound.text
    ]
    for (row, name) in zip(rows, names) {
      var cells = [Character](repeating: "·", count: Self.columns)
      for (index, finish) in row.finishes.enumerated() {
        guard let finish else { continue }
        let column = place(finish, days, Self.columns - 1)
        cells[column] = cells[column] == "·" ? Self.letter(index) : "*"
      }
      lines.append(padded(name) + "  " + String(cells))
    }
    lines.append("")
    for (index, path) in paths.enumerated() { lines.append("\(Self.letter(index)) \(label(path))") }
    if paths.count > 1 { lines.append("* several") }
    return lines
  }

  private static let columns = 60

  private static func letter(_ index: Int) -> Character {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters[index % letters.count]
  }

  private func place(_ day: CivilDate, _ days: ClosedRange<CivilDate>, _ last: Int) -> Int {
    let whole = max(1, days.lowerBound.days(until: days.upperBound))
    return days.lowerBound.days(until: day) * last / whole
  }

  // MARK: Picture

  /// As an SVG picture with a line an initiative; its text says what the picture shows, for who cannot see it.
  package var svg: String {
    let height = Self.top + rows.count * Self.rowHeight + paths.count * Self.rowHeight + Self.top
    var elements: [XMLElement] = [
      XMLElement("title", [:], text: "Slip chart"),
      XMLElement("desc", [:], text: description),
      XMLElement("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"]),
    ]
    guard let days else { return picture(height, elements) }
    elements += [
      text(days.lowerBound.text, Self.left, Self.top - 12),
      text(days.upperBound.text, Self.left + Self.width, Self.top - 12, anchor: "end"),
    ]
    for (index, row) in rows.enumerated() {
      let y = Self.top + index * Self.rowHeight
      elements.append(text(row.date?.text ?? row.name, Self.left - 10, y + 4, anchor: "end"))
      elements.append(
        XMLElement(
          "line",
          [
            "x1": "\(Self.left)", "x2": "\(Self.left + Self.width)", "y1": "\(y)", "y2": "\(y)",
            "stroke": "#dddddd",
          ]))
    }
    for (index, path) in paths.enumerated() {
      let color = Self.colors[index % Self.colors.count]
      let points = rows.enumerated().compactMap { row, entry in
        entry.finishes[index].map {
          (x: Self.left + place($0, days, Self.width), y: Self.top + row * Self.rowHeight)
        }
      }
      elements.append(
        XMLElement(
          "polyline",
          [
            "points": points.map { "\($0.x),\($0.y)" }.joined(separator: " "), "fill": "none",
            "stroke": color, "stroke-width": "2",
          ]))
      elements += points.map {
        XMLElement("circle", ["cx": "\($0.x)", "cy": "\($0.y)", "r": "4", "fill": color])
      }
      let y = Self.top + (rows.count + index) * Self.rowHeight + 8
      elements.append(
        XMLElement("circle", ["cx": "\(Self.left)", "cy": "\(y)", "r": "4", "fill": color]))
      elements.append(text(label(path), Self.left + 12, y + 4))
    }
    return picture(height, elements)
  }

  private func picture(_ height: Int, _ elements: [XMLElement]) -> String {
    let width = Self.left + Self.width + Self.top
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
        "width": "\(width)", "height": "\(height)", "role": "img", "font-family": "sans-serif",
        "font-size": "12",
      ], elements
    ).document
  }

  private func text(_ text: String, _ x: Int, _ y: Int, anchor: String = "start") -> XMLElement {
    XMLElement(
      "text", ["x": "\(x)", "y": "\(y)", "text-anchor": anchor, "fill": "#222222"], text: text)
  }

  private var description: String {
    paths.enumerated().map { index, path in
      let finishes = rows.compactMap { $0.finishes[index] }
      let moves = finishes.map(\.text).joined(separator: ", then ")
      return "\(label(path)): \(moves.isEmpty ? "not done" : moves)."
    }.joined(separator: " ")
  }

  private static let left = 110
  private static let top = 40
  private static let width = 640
  private static let rowHeight = 22
  /// Told apart also by who confuses red and green (Okabe and Ito, "Color Universal Design", 2008).
  private static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000",
  ]
}
