/// A JSON text as a value (RFC 8259), with its fields in the order in which they are given.
///
/// Numbers keep their digits: no figure passes through binary floating point.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// Digits as JSON has them: `-0.5`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Field])

  package struct Field: Sendable, Hashable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package static func object(_ fields: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(fields.map { Field($0.key, $0.value) })
  }

  package static func number(_ whole: Int64) -> JSONValue { .number(String(whole)) }

  /// The text, two blanks a level; ends with a newline.
  package var text: String {
    var out = ""
    write(to: &out, indent: "")
    return out + "\n"
  }

  private func write(to out: inout String, indent: String) {
    switch self {
    case .null: out += "null"
    case .boolean(let truth): out += truth ? "true" : "false"
    case .number(let digits): out += digits
    case .string(let text): writeString(text, to: &out)
    case .array(let values):
      JSONValue.writeList("[", values, "]", to: &out, indent: indent) { value, out, inner in
        value.write(to: &out, indent: inner)
      }
    case .object(let fields):
      JSONValue.writeList("{", fields, "}", to: &out, indent: indent) { field, out, inner in
        writeString(field.name, to: &out)
        out += ": "
        field.value.write(to: &out, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ opener: String, _ elements: [Element], _ closer: String, to out: inout String,
    indent: String, _ write: (Element, inout String, String) -> Void
  ) {
    out += opener
    let inner = indent + "  "
    for (index, element) in elements.enumerated() {
      out += (index == 0 ? "\n" : ",\n") + inner
      write(element, &out, inner)
    }
    out += elements.isEmpty ? closer : "\n" + indent + closer
  }
}

/// In quotes, with what JSON does not take in them escaped.
private func writeString(_ text: String, to out: inout String) {
  out += "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    // Marks of direction mean the same when they are escaped, and do not turn around what a reader sees.
    case _ where scalar.isObeyed:
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  out += "\""
}
