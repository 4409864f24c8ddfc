internal import PlanText

/// Writes documents as elements of HTML.
struct PageWriter {
  var text = ""
  let index: TopicIndex
  /// Before every id, so that documents of one page do not share any.
  var prefix = ""
  /// How many tables were written, for their names.
  var tableCount = 0
  /// What stands before the cells of tables where they stand below one another, by what their columns are called.
  private var columnLabels: [[String]] = []

  init(index: TopicIndex) { self.index = index }

  mutating func raw(_ markup: String) { text += markup }

  // MARK: Choosing

  /// The switch between versions, and the filter, which the script shows because only the script can do what it says.
  mutating func controls(_ versions: [String]) {
    let hasFilter = index.count >= filteredLeast
    guard versions.count > 1 || hasFilter else { return }
    text += "<div class=\"controls\">\n"
    if versions.count > 1 {
      text += "<fieldset class=\"versions\"><legend>Scenario</legend>\n"
      for (place, label) in versions.enumerated() {
        text += """
          <label><input type="radio" name="version" id="pick-\(place)"\(place == 0 ? " checked" : "")>\
          <span>\(inlineMarkup(label))</span></label>

          """
      }
      text += "</fieldset>\n"
    }
    if hasFilter { filter() }
    text += "</div>\n"
  }

  private mutating func filter() {
    text += """
      <form class="filter" role="search" aria-label="Filter the report" hidden>
      <label>Find <input type="search" id="find" autocomplete="off"></label>

      """
    choice("Team", "by-team", index.teams)
    choice("Goal", "by-goal", index.goals)
    text += """
      <button type="reset">Show all</button>
      <output id="found" aria-live="polite"></output>
      </form>

      """
  }

  private mutating func choice(_ name: String, _ id: String, _ entries: [TopicIndex.Entry]) {
    guard entries.count > 1 else { return }
    text += "<label>\(name) <select id=\"\(id)\">\n<option value=\"\">All</option>\n"
    for entry in entries {
      let numbers = entry.topics.map(String.init).joined(separator: " ")
      text += "<option value=\"\(numbers)\">\(markup(shortName(entry.label)))</option>\n"
    }
    text += "</select></label>\n"
  }

  // MARK: Documents

  mutating func article(_ document: Document, place: Int, of count: Int) {
    prefix = count > 1 ? "v\(place)-" : ""
    tableCount = 0
    text += """
      <article class="version" id="version-\(place)" aria-labelledby="\(prefix)title">
      <header class="masthead">
      <h1 id="\(prefix)title">\(inline(document.title))</h1>

      """
    for each in document.lead { block(each, under: "\(prefix)title") }
    text += "</header>\n"
    contents(document.sections)
    text += "<div class=\"body\">\n"
    for (index, section) in document.sections.enumerated() {
      let id = anchor(section, index)
      text +=
        "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(inline(section.title))</h2>\n"
      for each in section.blocks { block(each, under: id) }
      text += "</section>\n"
    }
    text += "</div>\n</article>\n"
  }

  private func anchor(_ section: Section, _ index: Int) -> String {
    prefix + (section.id.isEmpty ? "section-\(index + 1)" : section.id)
  }

  private mutating func contents(_ sections: [Section]) {
    guard sections.count >= contentsLeast else { return }
    text += "<nav class=\"contents\" aria-label=\"Contents\">\n<ol>\n"
    for (index, section) in sections.enumerated() {
      let title = markup(shortName(section.title.plainText))
      text += "<li><a href=\"#\(anchor(section, index))\">\(title)</a></li>\n"
    }
    text += "</ol>\n</nav>\n"
  }

  // MARK: Blocks

  private mutating func block(_ block: Block, under heading: String) {
    switch block {
    case .heading(let title): text += "<h3>\(inline(title))</h3>\n"
    case .paragraph(let prose): text += "<p>\(inline(prose))</p>\n"
    case .callout(let prose): text += "<p class=\"callout\">\(inline(prose))</p>\n"
    case .code(let lines):
      text += "<pre tabindex=\"0\"><code>"
      text += lines.map(markup).joined(separator: "\n")
      text += "</code></pre>\n"
    case .list(let items):
      text += "<ul>\n"
      for item in items { text += "<li\(index.attribute([item]))>\(inline(item))</li>\n" }
      text += "</ul>\n"
    case .table(let table): self.table(table, under: heading)
    case .picture(let picture): figure(picture)
    }
  }

  mutating func table(_ table: Table, under heading: String) {
    guard !table.columns.isEmpty else { return }
    let figures = table.columns.count { $0.alignment == .trailing }
    // Rows of words stand below one another where it is narrow; rows of figures have to be seen side by side, and are moved.
    let isMatrix = figures * 2 > table.columns.count
    tableCount += 1
    text +=
      isMatrix
      ? "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table \(tableCount)\"><table"
      : "<div class=\"rows\"><table class=\"\(labels(table.columns.map(\.title.plainText)))\""
    text += " aria-labelledby=\"\(heading)\">\n"
    let titles = table.columns.map { inline($0.title) }
    if !table.columns.allSatisfy(\.title.isEmpty) {
      text += "<thead><tr>"
      for (column, title) in zip(table.columns, titles) {
        text +=
          column.alignment == .trailing ? "<th scope=\"col\" class=\"r\">" : "<th scope=\"col\">"
        text += title + "</th>"
      }
      text += "</tr></thead>\n"
    }
    text += "<tbody>\n"
    for row in table.rows {
      text += "<tr\(index.attribute(row))>"
      for (place, cell) in row.enumerated() {
        let side = look(of: cell, in: table.columns[place])
        if place == 0, !cell.isEmpty {
          text += "<th scope=\"row\"\(side)>\(rowHead(cell))</th>"
        } else {
          text += "<td\(side)>\(inline(cell))</td>"
        }
      }
      text += "</tr>\n"
    }
    text += "</tbody></table></div>\n"
  }

  /// The class of tables with such columns.
  private mutating func labels(_ titles: [String]) -> String {
    let place = columnLabels.firstIndex(of: titles) ?? columnLabels.count
    if place == columnLabels.count { columnLabels.append(titles) }
    return "t\(place)"
  }

  /// Rules of the style sheet that put the heading of its column before each cell where columns do not stand side by side.
  var columnRules: String {
    var rules = ""
    for (place, titles) in columnLabels.enumerated() {
      for (column, title) in titles.enumerated().dropFirst() where !title.isEmpty {
        rules +=
          ".t\(place) td:nth-child(\(column + 1))::before{content:\"\(styleText(title)): \"}\n"
      }
    }
    return rules.isEmpty ? "" : "@media screen and (max-width:43.75rem){\n\(rules)}\n"
  }

  /// What a row is about; most are strong as a whole, which is how heads of rows look.
  private func rowHead(_ cell: Prose) -> String {
    guard cell.runs.count == 1, let run = cell.runs.first, run.style == .strong else {
      return "<span>\(inline(cell))</span>"
    }
    return inlineMarkup(run.text)
  }

  /// Figures stand on the right; words that no column is wide enough for may be broken.
  private func look(of cell: Prose, in column: Table.Column) -> String {
    var looks = column.alignment == .trailing ? ["r"] : []
    if cell.runs.contains(where: { hasLongWord($0.text) }) { looks.append("x") }
    return looks.isEmpty ? "" : " class=\"\(looks.joined(separator: " "))\""
  }

  /// Running text with its emphasis; the blanks of a figure hold its parts together.
  func inline(_ prose: Prose) -> String {
    prose.runs.map { run in
      switch run.style {
      case .plain: inlineMarkup(run.text)
      case .figure: inlineMarkup(run.text.replacing(" ", with: "\u{A0}"))
      case .strong: "<strong>\(inlineMarkup(run.text))</strong>"
      case .emphasis: "<em>\(inlineMarkup(run.text))</em>"
      case .code: "<code>\(inlineMarkup(run.text))</code>"
      }
    }.joined()
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

/// Whether a text has a word that would make a table wider than its page.
private func hasLongWord(_ text: String) -> Bool {
  guard text.utf8.count > wordMax else { return false }
  var length = 0
  for byte in text.utf8 {
    length = byte == 0x20 ? 0 : length + 1
    if length > wordMax { return true }
  }
  return false
}

private let wordMax = 22

/// Of fewer things nobody needs to search.
private let filteredLeast = 6

/// Fewer sections are seen at a glance.
private let contentsLeast = 4

/// A name where all of it has to stand on one line.
private func shortName(_ text: String) -> String {
  text.utf8.count <= nameMax ? text : fitted(text, into: Double(nameMax) * 7, size: TypeSize.label)
}

private let nameMax = 60
