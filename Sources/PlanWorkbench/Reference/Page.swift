internal import PlanReport

/// A page of the reference, to be written in any form but JSON.
package struct Page: Sendable {
  let document: Document

  /// The same for somebody at a prompt, where `plan explain WORD` is `explain WORD`.
  package var inSession: Page {
    let command = "plan explain "
    return Page(
      document: document.told { run in
        guard run.style == .code, run.text.hasPrefix(command) else { return run }
        var run = run
        run.text.removeFirst("plan ".count)
        return run
      })
  }

  package func text(_ form: PageForm, _ style: TextStyle) -> String {
    switch form {
    case .markdown: markdown(document)
    case .terminal:
      terminal(document, TerminalStyle(width: style.width, isColored: style.isColored))
    }
  }
}

/// The forms in which a page comes.
package enum PageForm: String, CaseIterable, Sendable {
  case terminal
  case markdown
}
