internal import PlanText

/// Rows as comma-separated values (RFC 4180, Shafranovich 2005): lines end in CR LF, and a cell with a comma, a quote or a line
/// end stands in quotes.
///
/// - Parameter rows: The head first; each as long as the others.
/// - Returns: Text that ends with a line end; nothing for no rows.
package func csv(_ rows: [[String]]) -> String {
  rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
}

private func field(_ text: String) -> String {
  let needsQuotes = text.utf8.contains {
    [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
  }
  return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
}

/// A column of a spreadsheet and what it says of each row.
struct SpreadsheetColumn<Row> {
  let name: String
  let cell: (Row) -> String

  /// Figures, dates and words of the language.
  init(_ name: String, _ cell: @escaping (Row) -> String?) {
    self.name = name
    self.cell = { cell($0) ?? "" }
  }

  /// What users wrote.
  ///
  /// Spreadsheets take what begins with one of these signs for a formula and run it (OWASP, "CSV injection"), so an apostrophe
  /// goes before it, which they do not show. Blanks and marks that nobody sees do not help: some of them drop those first.
  init(text name: String, _ cell: @escaping (Row) -> String?) {
    self.name = name
    self.cell = { row in
      let text = cell(row) ?? ""
      let first = text.unicodeScalars.first {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
          && !$0.isObeyed
      }
      let isFormula = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
      return isFormula ? "'" + text : text
    }
  }
}

/// Rows behind a head with the names of the columns.
func csv<Row>(_ columns: [SpreadsheetColumn<Row>], _ rows: [Row]) -> String {
  csv([columns.map(\.name)] + rows.map { row in columns.map { $0.cell(row) } })
}
