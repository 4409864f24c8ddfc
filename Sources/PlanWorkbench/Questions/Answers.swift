internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax
internal import PlanText

/// What the questions of a plan came to, to be written in any form.
package struct Answers: Sendable {
  /// In the order in which they were asked.
  let results: [Result]
  /// What is wrong with the questions, and where their texts are.
  let diagnostics: [Diagnostic]
  let sources: [SourceText]
  /// What is wrong with the plan that was asked: lints, since a plan with errors is asked nothing.
  let ofPlan: [Diagnostic]
  /// Names of what the plan says and nothing follows yet.
  let notEnforced: [String]
  /// Whether the schedule that was looked at breaks demands of the plan; `false` where none was needed.
  package let isOfInfeasiblePlan: Bool
  /// What is to be said of the schedule that was looked at.
  let schedule: [String]

  /// One question and its value.
  struct Result: Sendable {
    /// As it is written, on one line.
    let question: String
    let shape: ValueShape
    /// What a reader should know of it although nothing is wrong.
    let remarks: [String]
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  package var isEmpty: Bool { results.isEmpty }

  /// What a reader should know besides, a line each, each once.
  package var remarks: [String] {
    var said: Set<String> = []
    return (results.flatMap(\.remarks) + schedule).filter { said.insert($0).inserted }
  }

  /// All of them, one below the other, each under its question where there are several.
  package func text(_ form: AnswerForm, _ style: TextStyle) -> String {
    switch form {
    case .table:
      terminal(sections, TerminalStyle(width: style.width, isColored: style.isColored))
    case .markdown: markdown(sections)
    case .json: document.text
    case .csv: results.map { csv($0.shape.spreadsheet) }.joined(separator: "\r\n")
    }
  }

  private var sections: [Section] {
    results.map { result in
      Section(
        title: results.count == 1 ? Prose() : Prose(result.question, .code),
        blocks: result.shape.blocks)
    }
  }

  private var document: JSONValue {
    .object([
      "format_version": .number(Answers.formatVersion),
      "answers": .array(
        results.map { result in
          .object([
            "question": .string(result.question), "value": result.shape.value.json,
            "remarks": .array(result.remarks.map { .string($0) }),
          ])
        }),
    ])
  }

  /// Rises when a reader of the JSON form would have to change.
  private static let formatVersion: Int64 = 1
}

/// The forms in which answers come.
package enum AnswerForm: String, CaseIterable, Sendable {
  case table
  case markdown
  case json
  case csv

  /// The form a file's ending asks for; `nil` when it asks for none.
  package init?(path: String) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "md", "markdown": self = .markdown
    case "txt": self = .table
    case "json": self = .json
    case "csv": self = .csv
    default: return nil
    }
  }
}
