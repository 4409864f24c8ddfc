internal import PlanReport

/// An answer laid out: computed once, written in any form.
package struct Report: Sendable {
  let document: Document
  /// What stands behind it, folded away where that can be done.
  private let details: [Section]
  private let csv: (@Sendable () -> String)?
  private let json: @Sendable () throws -> String

  /// - Parameters:
  ///   - document: For people.
  ///   - details: For those of them who want to know more.
  ///   - csv: For spreadsheets; `nil` for what is no report of a whole plan.
  ///   - json: For programs.
  init(
    document: Document, details: [Section] = [], csv: (@Sendable () -> String)? = nil,
    json: @escaping @Sendable () throws -> String
  ) {
    self.document = document
    self.details = details
    self.csv = csv
    self.json = json
  }

  /// With what is folded away where a form can do that.
  private var whole: Document {
    var document = document
    document.sections += details
    return document
  }

  package func text(_ form: ReportForm, _ style: TextStyle) -> String {
    switch form {
    case .markdown: markdown(document, folding: details)
    case .html: HTML.write(whole)
    case .terminal:
      terminal(whole, TerminalStyle(width: style.width, isColored: style.isColored))
    // Text and numbers always encode; an encoder that says otherwise has nothing to show.
    case .json: (try? json()) ?? "{}\n"
    // Whoever asks for it of a question has been told before the plan was solved.
    case .csv: csv?() ?? ""
    }
  }
}
