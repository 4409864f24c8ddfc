internal import PlanSyntax

/// Reads `platform.people=8`: a path to a property, and its value as a plan would write it.
struct OverrideReader {
  /// The block, from the top.
  private(set) var path: [Word] = []
  /// The property as an item, whose places are those of the text.
  private(set) var item: Item?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ override: Override) {
    let source = override.source
    let whole = Span(
      file: source.file, range: TextRange(start: 0, end: Int32(source.bytes.count)))
    guard let equals = source.bytes.firstIndex(of: UInt8(ascii: "=")),
      let words = OverrideReader.words(of: source, upTo: equals), words.count > 1
    else {
      diagnostics = [.overrideForm(at: whole)]
      return
    }
    path = words.dropLast()
    // The same text as an item of a file: blanks for the path, a colon for the `=`. So every place stays what it is.
    var bytes = source.bytes
    for index in 0..<Int(words[words.count - 1].span.range.start) {
      bytes[index] = UInt8(ascii: " ")
    }
    bytes[equals] = UInt8(ascii: ":")
    let parsed = parse(SourceText(file: source.file, path: source.path, bytes: bytes))
    diagnostics = parsed.diagnostics
    guard parsed.isReadable, diagnostics.isEmpty else { return }
    let statements = parsed.tree.file.statements
    guard statements.count == 1, case .item(let item) = statements[0], item.isProperty else {
      diagnostics = [.overrideForm(at: whole)]
      return
    }
    self.item = item
  }

  /// The words between the dots; `nil` where one is missing.
  private static func words(of source: SourceText, upTo end: Int) -> [Word]? {
    var words: [Word] = []
    var start = 0
    for index in 0...end where index == end || source.bytes[index] == UInt8(ascii: ".") {
      let range = TextRange(start: Int32(start), end: Int32(index))
      let word = Word(text: source.text(range), span: Span(file: source.file, range: range))
      guard !word.text.isEmpty, word.isSnakeCase else { return nil }
      words.append(word)
      start = index + 1
    }
    return words
  }
}
