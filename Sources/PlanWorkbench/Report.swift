internal import PlanReport

/// An answer laid out: computed once, written in any form.
package struct Report: Sendable {
  let document: Document
  /// What stands behind it, folded away where that can be done.
  private let details: [Section]
  /// What it is called beside others: the scenario's label.
  private let version: String
  private let csv: (@Sendable () -> String)?
  private let json: @Sendable () throws -> String

  /// - Parameters:
  ///   - document: For people.
  ///   - details: For those of them who want to know more.
  ///   - version: What it is called beside others.
  ///   - csv: For spreadsheets; `nil` for what is no report of a whole plan.
  ///   - json: For programs.
  init(
    document: Document, details: [Section] = [], version: String = "",
    csv: (@Sendable () -> String)? = nil,
    json: @escaping @Sendable () throws -> String
  ) {
    self.document = document
    self.details = details
    self.version = version
    self.csv = csv
    self.json = json
  }

  /// What a form that has room for several reports has besides this one.
  package var others: [Report] = []

  /// What its pictures are called: `timeline`, `load`.
  package var pictureNames: [String] { whole.pictures.map(\.id) }

  /// What pictures of plans are called; of one that is drawn in parts each has a number behind it, as in `timeline-2`.
  package static let pictureKinds = Picture.Kind.ofPlans.map(\.rawValue)

  /// Whether a plan's report may have a picture of that name.
  package static func mayHavePicture(_ name: String) -> Bool {
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = parts.first, pictureKinds.contains(String(kind)) else { return false }
    // A number as it is written there, without sign and leading zeros.
    return parts.count == 1 || Int(parts[1]).map { $0 > 0 && "\($0)" == parts[1] } ?? false
  }

  /// One of its pictures as SVG; `nil` where there is none of that name.
  package func picture(_ name: String) -> String? {
    whole.pictures.first { $0.id == name }.map(SVG.write)
  }

  /// With what is folded away where a form can do that.
  private var whole: Document {
    var document = document
    document.sections += details
    return document
  }

  private var versions: [HTML.Version] {
    ([self] + others).map { HTML.Version(label: $0.version, document: $0.whole) }
  }

  package func text(_ form: ReportForm, _ style: TextStyle) -> String {
    switch form {
    case .markdown: markdown(document, folding: details)
    case .html: HTML.write(versions)
    case .pdf: HTML.write(versions, for: .paper)
    // Whoever asks for a picture says which.
    case .svg: ""
    case .terminal:
      terminal(whole, TerminalStyle(width: style.width, isColored: style.isColored))
    // Text and numbers always encode; an encoder that says otherwise has nothing to show.
    case .json: (try? json()) ?? "{}\n"
    // Whoever asks for it of a question has been told before the plan was solved.
    case .csv: csv?() ?? ""
    }
  }
}
