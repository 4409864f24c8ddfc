/// An element of an XML 1.0 document as a value.
package struct XMLElement: Sendable {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private let content: Content

  private enum Content: Sendable {
    case text(String)
    case elements([XMLElement])
  }

  /// - Parameters:
  ///   - name: Of the element, as XML has it.
  ///   - attributes: In the order in which they are written; values may be any text.
  ///   - elements: What stands in it.
  package init(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ elements: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    content = .elements(elements)
  }

  /// The same with a text in it, whose lines stay as they are.
  package init(_ name: String, _ attributes: KeyValuePairs<String, String>, text: String) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    content = .text(text)
  }

  /// The whole document, two blanks a level; ends with a newline.
  package var document: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &out, indent: "")
    return out
  }

  private func write(to out: inout String, indent: String) {
    out += indent + "<" + name
    for (name, value) in attributes { out += " \(name)=\"\(escaped(value, inAttribute: true))\"" }
    switch content {
    case .elements(let elements) where elements.isEmpty: out += "/>\n"
    case .elements(let elements):
      out += ">\n"
      for element in elements { element.write(to: &out, indent: indent + "  ") }
      out += "\(indent)</\(name)>\n"
    case .text(let text): out += ">\(escaped(text, inAttribute: false))</\(name)>\n"
    }
  }
}

/// Without what would be taken for markup; what no XML 1.0 document may hold becomes `�`.
private func escaped(_ text: String, inAttribute: Bool) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    // Only behind `]]` it has to be, which is one rule more than is worth it.
    case ">": result += "&gt;"
    case "\"" where inAttribute: result += "&quot;"
    case "\n" where !inAttribute: result += "\n"
    // A reader turns them into blanks in an attribute, and a carriage return into a newline anywhere.
    case "\n", "\t", "\r": result += "&#\(scalar.value);"
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
      result += "\u{FFFD}"
    case _ where scalar.isObeyed:
      result += "&#x\(String(scalar.value, radix: 16, uppercase: true));"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
