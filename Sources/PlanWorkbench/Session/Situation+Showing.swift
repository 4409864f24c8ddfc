internal import PlanInsight
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax
internal import PlanText

extension Situation {
  /// What is in each horizon, and what is left out; empty for a plan with errors.
  package func overview(_ style: TextStyle) -> String {
    answer.map { text(overviewPage($0), style) } ?? ""
  }

  /// Words that `section` knows.
  package static var sections: [String] { shownSections }

  /// One section of the report; `nil` where none has the name.
  package func section(_ word: String, _ style: TextStyle) -> String? {
    if word == "conflicts", let solved {
      return section(word, of: scheduled(solved), style)
    }
    return answer.flatMap { section(word, of: $0, style) }
  }

  private func section(_ word: String, of answer: Answer, _ style: TextStyle) -> String? {
    PlanReport.section(word, of: answer).map { sections in
      sections.isEmpty ? "nothing to say\n" : text(sections, style)
    }
  }

  /// The lines in which something is declared, behind the file and the line they begin in; `nil` where the name leads to
  /// nothing.
  package func declaration(of name: String) -> String? {
    let path = name.split(separator: ".").map(String.init)
    guard let site = checked.interpreter?.site(of: path),
      let source = checked.source(of: site.item.span)
    else { return nil }
    let range = site.item.range
    let lines = (source.line(at: range.start)...source.line(at: range.end)).map {
      source.text(source.range(ofLine: $0))
    }
    return "\(source.path):\(source.line(at: range.start) + 1)\n"
      + lines.map { "  \(printable($0))\n" }.joined()
  }

  /// Warnings that a plan has and had not before, as a line; empty where there are none.
  package func newWarnings(since before: Situation) -> String {
    var known: [Diagnostic] = before.checked.diagnostics
    let new = checked.diagnostics.filter { warning in
      guard warning.severity == .warning else { return false }
      let index = known.firstIndex { $0.code == warning.code && $0.headline == warning.headline }
      if let index { known.remove(at: index) }
      return index == nil
    }
    guard let first = new.first else { return "" }
    return new.count == 1
      ? "warning[\(first.code.text)]: \(printable(first.headline))\n"
      : "\(new.count) new warnings; `check` shows them\n"
  }

  /// What the files are called, by their real paths.
  package func shownPath(_ realPath: String?) -> String {
    guard let realPath, let index = checked.realPaths.firstIndex(of: realPath) else {
      return realPath ?? checked.path
    }
    return checked.sources[index].path
  }

  private func text(_ sections: [Section], _ style: TextStyle) -> String {
    terminal(sections, TerminalStyle(width: style.width, isColored: style.isColored))
  }
}
