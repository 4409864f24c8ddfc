internal import PlanReport

/// The commands of a session as a table.
///
/// - Parameters:
///   - rows: How each is written, and what it does, with backticks round words.
///   - closing: What stands below.
///   - style: For whom.
/// - Returns: Lines.
package func commandList(
  _ rows: [(form: String, summary: String)], closing: String, _ style: TextStyle
) -> String {
  let table = Table(
    columns: [Table.Column(""), Table.Column("")],
    rows: rows.map { [Prose($0.form, .code), Prose(marked: $0.summary)] })
  return terminal(
    [Section(title: "", blocks: [.table(table), .paragraph(Prose(marked: closing))])],
    TerminalStyle(width: style.width, isColored: style.isColored))
}
