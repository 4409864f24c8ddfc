internal import PlanText

// For editors that read what a compiler says (errorformat), and for `grep`.
extension Findings {
  /// A line for each: `q3.plan:4:36: error[E0202]: there is no team named …`; empty for none.
  ///
  /// What stands nowhere begins with the plan's name alone. Each ends with a newline.
  package var short: String {
    var lines = shown.map { diagnostic in
      "\(place(of: diagnostic)): \(diagnostic.severity.rawValue)[\(diagnostic.code.text)]: "
        + printable(diagnostic.headline)
    }
    if omitted > 0 { lines.append("\(printable(path)): and \(omitted) more") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func place(of diagnostic: Diagnostic) -> String {
    guard let place = sources.place(of: diagnostic.span) else { return printable(path) }
    return "\(printable(place.source.path)):\(place.start.line):\(place.start.column)"
  }
}
