internal import PlanText

/// What the style sheet says of the tables of a page, so that no cell has to say it itself.
struct TableRules {
  /// What stands before the cells of tables where they stand below one another, by what their columns are called.
  private var sorts: [[String]] = []
  /// Columns of figures in any table.
  private var figureColumns: Set<Int> = []

  /// The classes of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - isStacked: Whether its cells stand below one another where it is narrow, and have to say what they are.
  /// - Returns: `t` with the number of the sort it is, and `r` with the number of each column of figures; nothing where it has neither.
  mutating func classes(of table: Table, isStacked: Bool) -> String {
    let figures = table.columns.indices.filter { table.columns[$0].alignment == .trailing }
    figureColumns.formUnion(figures)
    var classes = figures.map { "r\($0 + 1)" }
    if isStacked {
      let titles = table.columns.map(\.title.plainText)
      let place = sorts.firstIndex(of: titles) ?? sorts.count
      if place == sorts.count { sorts.append(titles) }
      classes.insert("t\(place)", at: 0)
    }
    return classes.joined(separator: " ")
  }

  /// The rules, which give way to every other.
  var sheet: String {
    let figures = figureColumns.sorted().map {
      ":where(.r\($0 + 1) :is(th,td):nth-child(\($0 + 1))){text-align:right}\n"
    }
    let labels = sorts.enumerated().flatMap { place, titles in
      titles.enumerated().filter { !$0.element.isEmpty }.map { column, title in
        ".t\(place) td:nth-child(\(column + 1))::before{content:\"\(styleText(title)): \"}\n"
      }
    }
    guard !labels.isEmpty else { return figures.joined() }
    return figures.joined() + "@media screen and (max-width:43.75rem){\n\(labels.joined())}\n"
  }
}

/// A text between quotes of a style sheet, where nothing in it may end them, or the sheet.
private func styleText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\", "<", "&", "{", "}": result += "\\\(String(scalar.value, radix: 16)) "
    case _ where scalar.isObeyed: result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
