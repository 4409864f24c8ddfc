/// A reader of comma-separated values, written from RFC 4180 and not from our writer.
package enum Spreadsheet {
  /// The cells of each line.
  package static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = text.isEmpty ? [] : [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func append(_ scalar: Unicode.Scalar) {
      rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        scalars.removeFirst()
        append(scalar)
      case ("\"", _): isQuoted.toggle()
      case (",", false): rows[rows.count - 1].append("")
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        if !scalars.isEmpty { rows.append([""]) }
      default: append(scalar)
      }
    }
    return rows
  }

  /// What cells break of a table schema (Frictionless Data), a line each; none where they are as it says.
  package static func violations(of rows: [[String]], by schema: JSONNode) -> [String] {
    let fields = schema["fields"]?.elements ?? []
    let names = fields.compactMap { $0["name"]?.text }
    guard let head = rows.first, head == names else { return ["the head is not \(names)"] }
    return rows.dropFirst().enumerated().flatMap { number, row -> [String] in
      guard row.count == fields.count else { return ["row \(number) has \(row.count) cells"] }
      return zip(row, fields).compactMap { cell, field in
        let isWanted = field["constraints"]?["required"] == .boolean(true)
        if cell.isEmpty, !isWanted { return nil }
        let type = field["type"]?.text ?? ""
        return isOf(type, cell) ? nil : "row \(number): `\(cell)` is no \(type)"
      }
    }
  }

  private static func isOf(_ type: String, _ cell: String) -> Bool {
    switch type {
    case "string": !cell.isEmpty
    case "date": cell.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
    case "number": cell.wholeMatch(of: /-?\d+(\.\d+)?/) != nil
    case "integer": cell.wholeMatch(of: /-?\d+/) != nil
    case "boolean": cell == "true" || cell == "false"
    default: false
    }
  }
}
