import PlanModel
internal import PlanText

/// Writes documents as elements of HTML.
struct PageWriter {
  var text = ""
  let index: TopicIndex
  /// Before every id, so that documents of one page do not share any.
  var prefix = ""
  /// How many tables were written, for their names.
  var tableCount = 0
  var tableRules = TableRules()
  let medium: HTML.Medium

  init(index: TopicIndex, medium: HTML.Medium) {
    self.index = index
    self.medium = medium
  }

  mutating func raw(_ markup: String) { text += markup }

  // MARK: Choosing

  /// The switch between versions, and the filter, which the script shows because only the script can do what it says.
  mutating func controls(_ versions: [String]) {
    let hasFilter = index.count >= filteredLeast
    guard medium == .screen, versions.count > 1 || hasFilter else { return }
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

  /// One of several documents.
  ///
  /// - Parameters:
  ///   - version: The document, and what it is called beside the others.
  ///   - place: Its number, from 0.
  ///   - count: How many there are.
  mutating func article(_ version: HTML.Version, place: Int, of count: Int) {
    let document = version.document
    prefix = count > 1 ? "v\(place)-" : ""
    tableCount = 0
    text += """
      <article class="version\(document.isOnePage ? " brief" : "")" id="version-\(place)" aria-labelledby="\(prefix)title">
      <header class="masthead">

      """
    // On paper nobody sees which of them was chosen.
    if medium == .paper, count > 1 {
      text += "<p class=\"label\">Scenario: \(inlineMarkup(version.label))</p>\n"
    }
    text += "<h1 id=\"\(prefix)title\">\(inline(document.title))</h1>\n"
    for each in document.lead { block(each, under: "\(prefix)title") }
    text += "</header>\n"
    if !document.isOnePage { contents(document.sections) }
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
    guard medium == .screen, sections.count >= contentsLeast else { return }
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
      for item in items { text += "<li\(index.attribute(ofItem: item))>\(inline(item))</li>\n" }
      text += "</ul>\n"
    case .table(let table): self.table(table, under: heading)
    case .picture(let picture): figure(picture)
    }
  }

  /// Running text with its emphasis; the blanks of a figure hold its parts together.
  ///
  /// - Parameters:
  ///   - prose: The text.
  ///   - isKeptTogether: Whether all of it is one figure in this.
  /// - Returns: Elements and text.
  func inline(_ prose: Prose, isKeptTogether: Bool = false) -> String {
    prose.runs.map { run in
      let text = isKeptTogether || run.style == .figure ? run.text.keptTogether : run.text
      return switch run.style {
      case .plain, .figure: inlineMarkup(text)
      case .strong: "<strong>\(inlineMarkup(text))</strong>"
      case .emphasis: "<em>\(inlineMarkup(text))</em>"
      case .code: "<code>\(inlineMarkup(text))</code>"
      case .standing(let light): "<span class=\"\(light.look)\">\(inlineMarkup(text))</span>"
      }
    }.joined()
  }
}

extension Health.Light {
  /// The class that `page.css` has for it: a colour, and a sign of its own shape before the words.
  fileprivate var look: String {
    switch self {
    case .green: "on"
    case .amber: "risk"
    case .red: "off"
    }
  }
}

extension String {
  fileprivate var keptTogether: String { replacing(" ", with: "\u{A0}") }
}

/// Of fewer things nobody needs to search.
private let filteredLeast = 6

/// Fewer sections are seen at a glance.
private let contentsLeast = 4

/// A name where all of it has to stand on one line.
private func shortName(_ text: String) -> String {
  text.utf8.count <= nameMax ? text : fitted(text, into: Double(nameMax) * 7, size: TypeSize.label)
}

private let nameMax = 60
