/// An element of a document in XML or HTML, read without any forgiveness and by nobody's library: whatever is not closed, not
/// escaped or said twice is an error.
package struct MarkupNode {
  package var name: String
  package var attributes: [String: String]
  package var children: [MarkupNode]
  /// The texts directly in it, with references read.
  package var text: String

  /// Of which language a document is: HTML has elements that are never closed, texts that are raw, and attributes without
  /// values.
  package enum Language { case xml, html }

  fileprivate init(name: String) {
    self.name = name
    attributes = [:]
    children = []
    text = ""
  }

  /// - Throws: A `MarkupError`, which says where.
  package init(_ document: String, _ language: Language) throws {
    var reader = MarkupReader(rest: document.unicodeScalars[...], language: language)
    self = try reader.document()
  }

  /// Itself and all below it, in order.
  package var all: [MarkupNode] { [self] + children.flatMap(\.all) }

  /// Every text in it, in order of elements.
  package var allText: String { all.map(\.text).joined(separator: " ") }
}

package struct MarkupError: Error, CustomStringConvertible {
  package let description: String
}

private struct MarkupReader {
  var rest: Substring.UnicodeScalarView
  let language: MarkupNode.Language

  mutating func document() throws -> MarkupNode {
    for prolog in ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "<!DOCTYPE html>\n"] {
      if starts(with: prolog) { drop(prolog.unicodeScalars.count) }
    }
    let root = try element()
    guard rest.allSatisfy(\.properties.isWhitespace) else { throw error("something after the end") }
    return root
  }

  private mutating func element() throws -> MarkupNode {
    guard take("<") else { throw error("no element") }
    let name = self.name()
    guard !name.isEmpty else { throw error("an element without a name") }
    var node = MarkupNode(name: name)
    while true {
      let hadBlank = blanks()
      if take("/") {
        guard take(">") else { throw error("`/` in `\(name)`") }
        return node
      }
      if take(">") { break }
      guard hadBlank else { throw error("no blank before an attribute of `\(name)`") }
      let attribute = self.name()
      guard !attribute.isEmpty else { throw error("an attribute of `\(name)` without a name") }
      guard node.attributes[attribute] == nil else { throw error("`\(attribute)` twice") }
      node.attributes[attribute] = try value(of: attribute)
    }
    if language == .html, Self.void.contains(name) { return node }
    if language == .html, Self.raw.contains(name) {
      node.text = try rawText(until: "</\(name)>")
      return node
    }
    while !starts(with: "</") {
      if starts(with: "<") {
        node.children.append(try element())
      } else {
        node.text += try text(until: "<")
      }
    }
    drop(2)
    let closed = self.name()
    guard closed == name, take(">") else { throw error("`\(name)` closed as `\(closed)`") }
    return node
  }

  private mutating func value(of attribute: String) throws -> String {
    guard take("=") else {
      guard language == .html else { throw error("`\(attribute)` without a value") }
      return ""
    }
    guard take("\"") else { throw error("`\(attribute)` without quotes") }
    let value = try text(until: "\"")
    guard take("\"") else { throw error("`\(attribute)` without an end") }
    return value
  }

  private mutating func text(until end: Unicode.Scalar) throws -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, scalar != end {
      guard scalar != "<" else { throw error("`<` in a text") }
      rest.removeFirst()
      text.append(scalar == "&" ? try reference() : scalar)
    }
    guard !rest.isEmpty else { throw error("the end within a text") }
    return String(text)
  }

  private mutating func reference() throws -> Unicode.Scalar {
    let known: [(String, Unicode.Scalar)] = [
      ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""),
    ]
    for (name, scalar) in known where starts(with: name) {
      drop(name.unicodeScalars.count)
      return scalar
    }
    throw error("`&` that is no reference")
  }

  private mutating func rawText(until end: String) throws -> String {
    var text = String.UnicodeScalarView()
    while !starts(with: end) {
      guard let scalar = rest.popFirst() else { throw error("no `\(end)`") }
      text.append(scalar)
    }
    drop(end.unicodeScalars.count)
    return String(text)
  }

  // MARK: Letters

  private mutating func name() -> String {
    let name = rest.prefix { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_:".unicodeScalars.contains(scalar)
    }
    drop(name.count)
    return String(name)
  }

  private mutating func blanks() -> Bool {
    let blanks = rest.prefix { $0 == " " || $0 == "\n" }
    drop(blanks.count)
    return !blanks.isEmpty
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private func starts(with text: String) -> Bool { rest.starts(with: text.unicodeScalars) }

  private mutating func drop(_ count: Int) { rest.removeFirst(min(count, rest.count)) }

  private func error(_ what: String) -> MarkupError {
    MarkupError(description: "\(what), before: \(String(rest.prefix(60)))")
  }

  private static let void: Set<String> = ["meta", "input", "br", "link"]
  private static let raw: Set<String> = ["style", "script"]
}
