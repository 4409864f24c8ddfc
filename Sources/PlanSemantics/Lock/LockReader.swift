internal import PlanModel
package import PlanSyntax

/// Reads a lock file.
///
/// - Parameter source: Any bytes.
/// - Returns: What was agreed, without the lines that are wrong, and what is wrong with them.
/// - Complexity: O(bytes + lines · log lines).
package func readLock(_ source: SourceText) -> (lock: LockFile, diagnostics: [Diagnostic]) {
  var reader = LockReader(source)
  reader.read()
  return (reader.lock, reader.diagnostics)
}

private struct LockReader {
  let source: SourceText
  var lock = LockFile(entries: [])
  var diagnostics: [Diagnostic] = []
  /// Where each name stood first.
  private var places: [String: Span] = [:]

  init(_ source: SourceText) { self.source = source }

  /// Lines that are told of: a file that is no lock file at all has as many mistakes as lines.
  private static let mistakesMax = 10

  mutating func read() {
    var hasHeader = false
    for number in source.lineStarts.indices where source.lineStarts[number] < source.bytes.count {
      var range = source.range(ofLine: number)
      range.start = max(range.start, min(source.textStart, range.end))
      var line = LockLine(source, range)
      if line.isMark {
        diagnostics.append(.lockConflict(line.span))
        return
      }
      guard let first = line.next() else { continue }
      if !hasHeader {
        guard isHeader(first, &line) else { return }
        hasHeader = true
      } else {
        readEntry(first, &line)
        if diagnostics.count >= Self.mistakesMax { return }
      }
    }
    if !hasHeader { diagnostics.append(.lockVersion(nil, at: source)) }
  }

  private mutating func isHeader(_ first: LockLine.Piece, _ line: inout LockLine) -> Bool {
    let number = line.next()
    if first.text == LockWord.lock.rawValue, number?.text == "\(LockFile.version)",
      line.next() == nil
    {
      return true
    }
    diagnostics.append(.lockVersion(line.span, at: source))
    return false
  }

  private mutating func readEntry(_ name: LockLine.Piece, _ line: inout LockLine) {
    guard name.isName else {
      diagnostics.append(.lockLine("the name of an initiative or a work", name.span, name.text))
      return
    }
    var entry = AgreedEntry(name: name.text, days: nil)
    guard let days = line.next() else {
      diagnostics.append(.lockLine(whenForm, line.end, nil))
      return
    }
    if days.text != LockWord.undone.rawValue {
      guard let range = LockReader.days(days.text) else {
        diagnostics.append(.lockLine(whenForm, days.span, days.text))
        return
      }
      entry.days = range
    }
    while let word = line.next() {
      if let wanted = readProperty(word, &line, &entry) {
        diagnostics.append(.lockLine(wanted.form, wanted.span, wanted.text))
        return
      }
    }
    if let earlier = places[entry.name] {
      diagnostics.append(.lockTwice(entry.name, at: name.span, earlier))
      return
    }
    places[entry.name] = name.span
    lock.entries.append(entry)
    lock.places.append(name.span)
  }

  /// What was expected where something else stands.
  private struct Wanted {
    var form: String
    var span: Span
    var text: String?
  }

  private func readProperty(
    _ word: LockLine.Piece, _ line: inout LockLine, _ entry: inout AgreedEntry
  ) -> Wanted? {
    let known = word.isQuoted ? nil : LockWord(rawValue: word.text)
    guard let known, known != .lock, known != .undone else {
      return Wanted(
        form: "`staff`, `by`, `on` or `because`", span: word.span, text: word.text)
    }
    let value = line.next()
    let span = value?.span ?? line.end
    switch known {
    case .staff:
      entry.staffTenths = value.flatMap { LockReader.tenths($0.text) }
      if entry.staffTenths != nil { return nil }
      return Wanted(form: "a number of people such as `2` or `1.5`", span: span, text: value?.text)
    case .on:
      entry.on = value.flatMap { CivilDate(written: $0.text) }
      if entry.on != nil { return nil }
      return Wanted(form: "a date such as `2026-07-01`", span: span, text: value?.text)
    case .by, .because, .lock, .undone:
      guard let value, value.isQuoted else {
        return Wanted(form: "a text in quotes", span: span, text: value?.text)
      }
      if known == .by { entry.by = value.text } else { entry.because = value.text }
      return nil
    }
  }

  private static func days(_ text: String) -> ClosedRange<CivilDate>? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, let first = CivilDate(written: parts[0]),
      let last = CivilDate(written: parts[2]), first <= last
    else { return nil }
    return first...last
  }

  private static func tenths(_ text: String) -> Int32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = digits(parts[0]), whole <= Limits.headsTenthsMax / 10
    else { return nil }
    guard parts.count == 2 else { return whole * 10 }
    guard parts[1].utf8.count == 1, let tenth = digits(parts[1]) else { return nil }
    return whole * 10 + tenth
  }

  private static func digits(_ text: Substring) -> Int32? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int32(text)
  }
}

private let whenForm = "its days such as `2026-07-06..2026-08-14`, or `undone`"

extension CivilDate {
  /// `2026-07-01`, and no other form.
  fileprivate init?(written text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
