/// How a whole is shared out, a bar a stretch of time.
package struct SharesChart: Sendable, Equatable {
  /// Names of the parts, the largest first.
  package var parts: [String]
  package var rows: [Row]

  package init(parts: [String], rows: [Row]) {
    self.parts = parts
    self.rows = rows
  }

  package struct Row: Sendable, Equatable {
    package var label: String
    /// What stands at its end: `97 pw`.
    package var figure: String
    /// Of each part, in thousandths of the whole.
    package var thousandths: [Int]
    /// Of each part.
    package var texts: [String]

    package init(label: String, figure: String, thousandths: [Int], texts: [String]) {
      self.label = label
      self.figure = figure
      self.thousandths = thousandths
      self.texts = texts
    }
  }
}
