internal import PlanText

// Workflow commands of GitHub Actions, which become annotations beside the lines of a pull request:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
extension Findings {
  /// A line for each: `::error file=q3.plan,line=4,…,title=E0202::there is no team named …`; empty for none.
  package var github: String {
    var lines = shown.map { diagnostic in
      let properties = properties(of: diagnostic).map {
        "\($0)=\(Self.escaped($1, inProperty: true))"
      }
      let message = diagnostic.sentences.flatMap { $0.split(separator: "\n") }.map {
        printable(String($0))
      }
      return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
        + Self.escaped(message.joined(separator: "\n"), inProperty: false)
    }
    if omitted > 0 { lines.append("::notice::and \(omitted) more") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func properties(of diagnostic: Diagnostic) -> [(String, String)] {
    var properties: [(String, String)] = []
    if let place = sources.place(of: diagnostic.span) {
      // A path is taken as it stands, from the root of the repository.
      let path = place.source.path
      properties.append(("file", path.hasPrefix("./") ? String(path.dropFirst(2)) : path))
      properties.append(("line", "\(place.start.line)"))
      properties.append(("endLine", "\(place.end.line)"))
      // Columns are taken only where both are of one line.
      if place.start.line == place.end.line {
        properties.append(("col", "\(place.start.column)"))
        properties.append(("endColumn", "\(max(place.end.column, place.start.column))"))
      }
    }
    return properties + [("title", diagnostic.code.text)]
  }

  /// As the runner takes escapes back: `%` first, line ends, and in properties what separates them.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where inProperty: result += "%3A"
      case "," where inProperty: result += "%2C"
      case _ where scalar.isObeyed: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
