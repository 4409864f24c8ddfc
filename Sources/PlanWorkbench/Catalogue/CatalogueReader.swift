internal import PlanSemantics
internal import PlanSyntax

/// Reads a file of stories.
///
/// A story begins with `# E0123 what is wrong`; a lint leaves its title and its reason to the lint itself. Then come
/// paragraphs and blocks between fences: ```` ```plan bad ````, ```` ```plan good ````, ```` ```plan file PATH ```` for what
/// one before imports, with options of `plan check` behind; any other block is only shown.
enum CatalogueReader {
  /// - Complexity: O(size of the file).
  static func entries(of area: CatalogueArea) -> [CatalogueEntry] {
    var entries: [CatalogueEntry] = []
    var story: Story?
    for line in area.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if story?.isInFence != true, line.hasPrefix("# ") {
        if let story { entries.append(story.entry(in: area)) }
        story = Story(heading: line.dropFirst(2))
      } else {
        story?.read(line)
      }
    }
    if let story { entries.append(story.entry(in: area)) }
    return entries
  }
}

/// A story as it is read, line by line.
private struct Story {
  private let code: String
  private let title: String
  private var parts: [CatalogueEntry.Part] = []
  /// Lines of a paragraph that goes on.
  private var paragraph: [Substring] = []
  /// The block whose closing fence is still to come.
  private var example: CatalogueEntry.Example?

  var isInFence: Bool { example != nil }

  init(heading: Substring) {
    let code = String(heading.prefix { $0 != " " })
    let lint = Lint.all.first { $0.code.text == code }
    self.code = code
    title = lint?.title ?? String(heading.dropFirst(code.count + 1))
    if let lint { parts.append(.paragraph(lint.reason.asSentence)) }
  }

  mutating func read(_ line: Substring) {
    if line.hasPrefix("```") {
      endParagraph()
      if let ended = example {
        parts.append(.example(ended))
        example = nil
      } else {
        example = CatalogueEntry.Example(info: line.dropFirst(3))
      }
    } else if isInFence {
      example?.lines.append(String(line))
    } else if line.isEmpty {
      endParagraph()
    } else {
      paragraph.append(line)
    }
  }

  func entry(in area: CatalogueArea) -> CatalogueEntry {
    var ended = self
    ended.endParagraph()
    return CatalogueEntry(code: code, title: title, area: area, parts: ended.parts)
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty { parts.append(.paragraph(paragraph.joined(separator: " "))) }
    paragraph = []
  }
}

extension CatalogueEntry.Example {
  /// - Parameter info: What stands behind the opening fence: `plan bad --scenario ceo_ask`.
  fileprivate init(info: Substring) {
    let words = info.split(separator: " ").map(String.init)
    let role: Role
    var optionsAt = 2
    switch words.prefix(2) {
    case ["plan", "bad"]: role = .bad
    case ["plan", "good"]: role = .good
    case ["plan", "file"] where words.count > 2:
      role = .file(path: words[2])
      optionsAt = 3
    default: role = .shown
    }
    self.init(
      role: role, lines: [], options: words.dropFirst(optionsAt).joined(separator: " "))
  }
}

extension String {
  /// What lints say begins small and has no full stop, as messages do.
  fileprivate var asSentence: String {
    guard let first, first != "`" else { return self + "." }
    return first.uppercased() + dropFirst() + "."
  }
}
