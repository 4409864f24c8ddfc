internal import PlanInsight
internal import PlanReport

/// An answer laid out: computed once, written in any form.
package struct Report: Sendable {
  let document: Document
  let answer: Answer
  let checks: [CheckOutcome]

  package func text(_ form: ReportForm, _ style: TextStyle) -> String {
    switch form {
    case .markdown: markdown(document)
    case .terminal:
      terminal(document, TerminalStyle(width: style.width, isColored: style.isColored))
    // Text and numbers always encode; an encoder that says otherwise has nothing to show.
    case .json: (try? json(answer, checks: checks)) ?? "{}\n"
    }
  }
}
