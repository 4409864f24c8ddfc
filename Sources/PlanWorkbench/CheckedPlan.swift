internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax

/// What `check` gives: the findings and, when none of them is an error, the plan.
package struct CheckedPlan: Sendable {
  /// Every file of it, the root first.
  let sources: [SourceText]
  /// Texts besides the files that findings point into: what was set on the command line.
  let others: [SourceText]
  /// The lock file beside the plan; `nil` where there is none.
  let lock: LockText?
  /// Of each file its path with links followed; `nil` for standard input.
  let realPaths: [String?]
  /// Sorted by place.
  let diagnostics: [Diagnostic]
  /// `nil` exactly when there are errors.
  let plan: Plan?
  /// What is still to be looked for in its schedule; `nil` where there are errors.
  let scheduleLints: ScheduleLints?
  /// Answers questions about the plan; `nil` where it was not read.
  let interpreter: Interpreter?
  /// Where what it declares stands in its files.
  var places = PlaceTable()
  /// The file that it is asked about together with; `nil` for a plan by itself.
  var added: SourceText?
  /// Names of the scenarios that the plan has, in the order of its files.
  package var scenarioNames: [String] = []
  /// Every file as it was read, the root first; empty where none could be.
  var trees: [SyntaxTree] = []
  /// Indices of the files that have a space of names to themselves.
  var moduleFiles: Set<Int> = []

  init(
    sources: [SourceText], realPaths: [String?] = [], others: [SourceText] = [],
    lock: LockText? = nil,
    diagnostics: [Diagnostic], plan: Plan?, scheduleLints: ScheduleLints? = nil,
    interpreter: Interpreter? = nil
  ) {
    self.scheduleLints = scheduleLints
    self.realPaths = realPaths
    self.interpreter = interpreter
    self.sources = sources
    self.others = others
    self.lock = lock
    self.diagnostics = diagnostics.inOrder()
    self.plan = diagnostics.contains { $0.severity == .error } ? nil : plan
  }

  /// Every text that findings point into.
  var texts: [SourceText] { sources + others + [lock?.source].compactMap(\.self) }

  /// What messages call the plan.
  package var path: String { sources[0].path }

  package var hasErrors: Bool { plan == nil }

  package var hasWarnings: Bool { diagnostics.contains { $0.severity == .warning } }

  /// Whether what is wrong was said on the command line: a scenario that is not there, or a value that was set.
  package var isCalledWrongly: Bool {
    diagnostics.contains { diagnostic in
      let isOfOthers = others.contains { $0.file == diagnostic.span?.file }
      return diagnostic.severity == .error && (isOfOthers || diagnostic.code == .unknownScenario)
    }
  }

  /// Whether one of the errors is a limit of ours rather than a mistake.
  package var hitLimit: Bool { diagnostics.contains(where: \.isLimit) }

  /// One line for the end: how many errors and lints, or how much was found to be fine.
  ///
  /// - Parameter promises: What came of the plan's checks, where they were asked.
  /// - Returns: Words without an end of line.
  package func verdict(with promises: Promises = .none) -> String {
    let own = diagnostics.count { $0.severity == .warning }
    let warnings = own + promises.warningCount
    let errors = diagnostics.count - own + promises.mistakeCount
    guard let plan, errors == 0 else {
      let lints = warnings == 0 ? "" : ", \(counted(warnings, "warning"))"
      return "\(path): \(counted(errors, "error"))\(lints)"
    }
    let size =
      "\(counted(plan.initiatives.count, "initiative")), \(counted(plan.teams.count, "team"))"
    let lints = warnings == 0 ? "" : ", \(counted(warnings, "warning"))"
    let notYet =
      plan.unenforced.isEmpty
      ? "" : "; not yet enforced: \(notEnforced.map { "`\($0)`" }.joined(separator: ", "))"
    return "\(path): no errors\(lints); \(size)\(notYet)\(promises.verdict)"
  }

  /// Names of what the plan says and the schedule does not follow yet.
  var notEnforced: [String] { plan?.unenforced.map(\.name) ?? [] }

  /// Where each finding is, for tools that show them elsewhere.
  ///
  /// - Parameter promises: What came of the plan's checks and its schedule, where they were asked.
  /// - Returns: Line from 1 (0 without a place in the plan's own file), columns from 1 with the end exclusive, `code headline`,
  ///   and the label under the place, `nil` where there is no place in any file.
  package func places(
    with promises: Promises = .none
  ) -> [(line: Int, columns: String, text: String, label: String?)] {
    (diagnostics + promises.diagnostics).map { diagnostic in
      let text = "\(diagnostic.code.text) \(diagnostic.headline)"
      // What is wrong with another file, or with what was set on the command line, has no place in this one.
      let source = sources[0]
      let label = diagnostic.span == nil ? nil : diagnostic.label
      guard let span = diagnostic.span, span.file == source.file else {
        return (0, "", text, label)
      }
      let start = source.position(at: span.range.start)
      let end = source.position(at: span.range.end)
      let last = end.line == start.line ? "\(end.column)" : "\(end.line):\(end.column)"
      return (start.line, "\(start.column)..\(last)", text, label)
    }
  }
}

/// A check of a file that could not be read: one finding without a place.
///
/// - Parameters:
///   - path: What was to be read.
///   - reason: Why it was not.
///   - isLimit: Whether it was a limit of ours.
///   - neighbours: Plans beside it, to suggest.
/// - Returns: Findings without a plan.
package func unreadable(
  path: String, reason: String, isLimit: Bool, neighbours: [String]
) -> CheckedPlan {
  var helps: [String] = []
  let near = nearestPaths(to: path, among: neighbours)
  if !near.isEmpty {
    helps.append("did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?")
  } else if !neighbours.isEmpty, neighbours.count <= 5, !isLimit {
    helps.append("plans here: \(neighbours.map { "`\($0)`" }.joined(separator: ", "))")
  }
  if isLimit { helps.append("a plan of that size is better split; 100,000 initiatives take 10 MB") }
  let diagnostic = Diagnostic(
    withoutPlace: isLimit ? .fileTooLarge : .unreadableFile, "cannot read `\(path)`: \(reason)",
    helps: helps)
  return CheckedPlan(
    sources: [SourceText(file: FileID(raw: 0), path: path, bytes: [])],
    diagnostics: [diagnostic], plan: nil)
}

/// Words like this one, nearest first, to suggest for a word that is none of them.
package func nearest(to word: String, among words: [String]) -> [String] {
  suggestions(for: word, among: words)
}

extension DiagnosticCode {
  /// A file that is missing, forbidden or no file.
  static let unreadableFile = DiagnosticCode("E0010")
  /// A file above `SourceText.sizeMax`.
  static let fileTooLarge = DiagnosticCode("E0910")
}

private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
