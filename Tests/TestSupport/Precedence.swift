/// The table of precedence in `Grammar/README.md`: how tightly operators bind, as readers are told.
package struct Precedence: Sendable {
  /// A rank for each infix operator; more is tighter.
  package private(set) var infix: [(sign: String, rank: Int)] = []
  /// The same for `-` and `not` before one operand.
  package private(set) var prefix: [(sign: String, rank: Int)] = []

  /// Reads the rows of the page's table, tightest first.
  ///
  /// - Parameters:
  ///   - page: Markdown with the table under a heading `## Precedence`.
  ///   - operators: What counts as an infix operator.
  package init(page: String, operators: [String]) {
    let section = page.split(separator: "## Precedence").last?.split(separator: "\n## ").first ?? ""
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for (index, row) in rows.enumerated() {
      let rank = rows.count - index
      let cell = row.split(separator: "|").first ?? ""
      let spans = cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
      for span in spans {
        switch span {
        case "-a": prefix.append(("-", rank))
        case "not a": prefix.append(("not", rank))
        default:
          for word in span.split(separator: " ").map(String.init) where operators.contains(word) {
            infix.append((word, rank))
          }
        }
      }
    }
  }

  /// The rank of an infix operator; 0 for what is none.
  package func rank(_ sign: String) -> Int { infix.first { $0.sign == sign }?.rank ?? 0 }
  package func prefixRank(_ sign: String) -> Int { prefix.first { $0.sign == sign }?.rank ?? 0 }
}
