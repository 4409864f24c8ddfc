internal import PlanText

// Static Analysis Results Interchange Format 2.1.0, an OASIS standard, for code scanning and editors. A test validates what
// comes out against the standard's own schema.
extension Findings {
  /// What is told of a code beside its findings.
  package struct Rule: Sendable {
    /// A few words.
    let title: String
    /// Sentences; may be empty.
    let story: String

    package init(title: String, story: String) {
      self.title = title
      self.story = story
    }
  }

  /// The document.
  ///
  /// - Parameters:
  ///   - version: Of the program.
  ///   - rule: What is told of a code; `nil` where nothing is.
  /// - Returns: Text that ends with a newline.
  package func sarif(version: String, rule: (DiagnosticCode) -> Rule?) -> String {
    let codes = Set(shown.map(\.code)).sorted { $0.text < $1.text }
    let document: JSONValue = .object([
      "$schema": .string(Self.schema), "version": .string("2.1.0"),
      "runs": .array([
        .object([
          "tool": .object([
            "driver": .object([
              "name": .string("plan"), "semanticVersion": .string(version),
              "rules": .array(codes.map { Self.json($0, rule($0)) }),
            ])
          ]),
          "columnKind": .string("unicodeCodePoints"),
          "invocations": .array([invocation]),
          "results": .array(
            shown.map { result($0, rule: codes.firstIndex(of: $0.code) ?? -1) }),
        ])
      ]),
    ])
    return document.text
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// The check did what it was asked to, whatever it found.
  private var invocation: JSONValue {
    var fields = [JSONValue.Field("executionSuccessful", .boolean(true))]
    if omitted > 0 {
      let note: JSONValue = .object([
        "level": .string("note"), "message": Self.message("and \(omitted) more findings"),
      ])
      fields.append(.init("toolExecutionNotifications", .array([note])))
    }
    return .object(fields)
  }

  private static func json(_ code: DiagnosticCode, _ rule: Rule?) -> JSONValue {
    var fields = [JSONValue.Field("id", .string(code.text))]
    if let rule {
      fields.append(.init("shortDescription", message(rule.title)))
      if !rule.story.isEmpty { fields.append(.init("fullDescription", message(rule.story))) }
    }
    let help = "`plan explain \(code.text)` tells more"
    return .object(
      fields + [
        .init("help", message(help)),
        .init("defaultConfiguration", .object(["level": .string(code.severity.rawValue)])),
      ])
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONValue {
    var fields: [JSONValue.Field] = [
      .init("ruleId", .string(diagnostic.code.text)), .init("ruleIndex", .number(Int64(rule))),
      .init("level", .string(diagnostic.severity.rawValue)),
      .init("message", Self.message(diagnostic.sentences.joined(separator: "\n"))),
    ]
    if let place = sources.place(of: diagnostic.span) {
      fields.append(.init("locations", .array([location(place)])))
    }
    let related = diagnostic.secondary.compactMap { label in
      sources.place(of: label.span).map { location($0, label.text) }
    }
    if !related.isEmpty { fields.append(.init("relatedLocations", .array(related))) }
    // What is only to be looked at is no replacement of anything.
    let fixes = diagnostic.fixes.filter { $0.safety != .display && !$0.edits.isEmpty }.map(json)
    if !fixes.isEmpty { fields.append(.init("fixes", .array(fixes))) }
    return .object(fields)
  }

  private func location(_ place: SourceIndex.Place, _ text: String = "") -> JSONValue {
    let physical = JSONValue.Field(
      "physicalLocation",
      .object(["artifactLocation": Self.artifact(place.source), "region": Self.region(place)]))
    return .object([physical] + (text.isEmpty ? [] : [.init("message", Self.message(text))]))
  }

  private func json(_ fix: Diagnostic.Fix) -> JSONValue {
    // Edits of one file stand together, files in the order in which they come.
    var changes: [(source: SourceText, replacements: [JSONValue])] = []
    for edit in fix.edits {
      guard let place = sources.place(of: edit.span) else { continue }
      let replacement: JSONValue = .object([
        "deletedRegion": Self.region(place),
        "insertedContent": .object(["text": .string(edit.replacement)]),
      ])
      if let index = changes.firstIndex(where: { $0.source === place.source }) {
        changes[index].replacements.append(replacement)
      } else {
        changes.append((place.source, [replacement]))
      }
    }
    return .object([
      "description": Self.message(fix.title),
      "artifactChanges": .array(
        changes.map {
          .object([
            "artifactLocation": Self.artifact($0.source), "replacements": .array($0.replacements),
          ])
        }),
    ])
  }

  private static func region(_ place: SourceIndex.Place) -> JSONValue {
    .object([
      "startLine": .number(Int64(place.start.line)),
      "startColumn": .number(Int64(place.start.column)),
      "endLine": .number(Int64(place.end.line)), "endColumn": .number(Int64(place.end.column)),
      "byteOffset": .number(Int64(place.range.start)),
      "byteLength": .number(Int64(place.range.count)),
    ])
  }

  private static func artifact(_ source: SourceText) -> JSONValue {
    .object(["uri": .string(uri(source.path))])
  }

  /// A path as a URI reference (RFC 3986): relative paths stay so, what is no plain character is percent-encoded.
  private static func uri(_ path: String) -> String {
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch UnicodeScalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "/", "-", ".", "_", "~":
        text.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += (byte < 16 ? "%0" : "%") + digits
      }
    }
    return text
  }

  /// A plain text message, in which braces would be placeholders (3.11.5) and `[…](…)` a link (3.11.6).
  private static func message(_ text: String) -> JSONValue {
    let holdsLink = text.contains("](")
    var result = ""
    for character in text {
      switch character {
      case "{", "}": result += "\(character)\(character)"
      case "[" where holdsLink, "]" where holdsLink, "\\" where holdsLink:
        result += "\\\(character)"
      default: result.append(character)
      }
    }
    return .object(["text": .string(result)])
  }
}
