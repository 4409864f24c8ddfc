/// The forms in which a report comes.
package enum ReportForm: String, CaseIterable, Sendable {
  case markdown
  case terminal
  case html
  /// The page as a printer prints it.
  case pdf
  /// One of its pictures.
  case svg
  case json
  case csv

  /// The form a file's ending asks for; `nil` when it asks for none.
  package init?(path: String) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let form = ReportForm.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = form
  }

  /// How files of it end, the usual ending first.
  package var endings: [String] {
    switch self {
    case .markdown: ["md", "markdown"]
    case .terminal: ["txt"]
    case .html: ["html", "htm"]
    case .pdf: ["pdf"]
    case .svg: ["svg"]
    case .json: ["json"]
    case .csv: ["csv"]
    }
  }

  /// Whether it is made of the schedule and not of the document, so that only reports of a whole plan have it.
  package var isOfWholePlan: Bool { self == .csv || self == .svg }

  /// Whether a text is all there is to it: no other program makes it, and nothing has to be chosen.
  package var isText: Bool { self != .pdf && self != .svg }

  /// Forms as messages list them: `.md, .txt and .json`.
  ///
  /// - Parameter isMeant: Which of them; unless said all.
  /// - Returns: The usual ending of each.
  package static func endings(_ isMeant: (ReportForm) -> Bool = { _ in true }) -> String {
    let all = allCases.filter(isMeant).map { ".\($0.endings[0])" }
    return all.dropLast().joined(separator: ", ") + " and " + (all.last ?? "")
  }
}
