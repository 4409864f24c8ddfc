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
