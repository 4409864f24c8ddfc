internal import PlanReport

/// An answer laid out: computed once, written in any form.
package struct Report: Sendable {
  let document: Document
  private let csv: (@Sendable () -> String)?
  private let json: @Sendable () throws -> String

  /// - Parameters:
  ///   - document: For people.
  ///   - csv: For spreadsheets; `nil` for what is no report of a whole plan.
  ///   - json: For programs.
  init(
    document: Document, csv: (@Sendable () -> String)? = nil,
    json: @escaping @Sendable () throws -> String
  ) {
    self.document = document
    self.csv = csv
    self.json = json
  }

  package func text(_ form: ReportForm, _ style: TextStyle) -> String {
    switch form {
    case .markdown: markdown(document)
    case .terminal:
      terminal(document, TerminalStyle(width: style.width, isColored: style.isColored))
    // Text and numbers always encode; an encoder that says otherwise has nothing to show.
    case .json: (try? json()) ?? "{}\n"
    // Whoever asks for it of a question has been told before the plan was solved.
    case .csv: csv?() ?? ""
    }
  }
}
