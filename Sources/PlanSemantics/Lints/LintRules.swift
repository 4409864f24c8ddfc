internal import PlanSyntax

/// What a plan says of lints: which are silenced where (`allow`), and which are errors (`deny`).
struct LintRules {
  private var allowances: [Allowance] = []
  private var denied: Set<String> = []
  private var problems: [Diagnostic] = []
  /// Whether lints were not looked for everywhere: in another version of the plan, or in what could not be read, one may
  /// be found that is allowed here.
  private let isPartial: Bool

  /// What is known of a plan when lints are looked for.
  enum Knowledge {
    case text
    case schedule
  }

  /// `allow W0510 { because: "…" }`.
  fileprivate struct Allowance {
    let code: String
    let place: Span
    /// Where it holds: the block it stands in; `nil` at the top, for the whole plan.
    let region: Span?
    var isUsed = false
  }

  /// - Complexity: O(declarations).
  init(_ table: DeclarationTable, isPartial: Bool) {
    self.isPartial = isPartial
    let known = Lint.all.map(\.code.text)
    for declaration in table.declarations
    where [.allow, .deny].contains(declaration.kind) {
      guard let name = declaration.name else { continue }
      guard known.contains(name.text) else {
        problems.append(.unknownLint(name, among: known))
        continue
      }
      if declaration.kind == .deny {
        denied.insert(name.text)
      } else {
        let parent = declaration.parent.map { table[$0] }
        let region = parent?.kind == .importedFile ? nil : parent?.item.span
        allowances.append(Allowance(code: name.text, place: name.span, region: region))
      }
    }
  }

  /// The diagnostics without those that are silenced, with those raised that are denied.
  ///
  /// What is silenced where it stands stays so, although it is denied for the rest of the plan: it has its reason. Of one
  /// lint the first few are kept and the rest counted. An `allow` that silences nothing is told of as soon as everything is
  /// known that it could have silenced.
  ///
  /// - Complexity: O(lints × `allow`s).
  mutating func applied(
    to diagnostics: [Diagnostic], knowing known: Knowledge = .text
  ) -> [Diagnostic] {
    var kept: [Diagnostic] = []
    for var diagnostic in diagnostics {
      guard diagnostic.severity == .warning else {
        kept.append(diagnostic)
        continue
      }
      if silences(diagnostic) { continue }
      if denied.contains(diagnostic.code.text) {
        diagnostic.severity = .error
        diagnostic.notes.append("the plan says `deny \(diagnostic.code.text)`")
      }
      kept.append(diagnostic)
    }
    // In a plan with mistakes lints were not all looked for.
    let hasMistakes = known == .text && kept.contains { $0.severity == .error }
    let unused = allowances.filter {
      !$0.isUsed && !isPartial && !hasMistakes
        && Self.scheduled.contains($0.code) == (known == .schedule)
    }
    let problems = known == .text ? problems : []
    return (kept.abridged() + problems + unused.map { .allowsNothing($0.code, at: $0.place) })
      .inOrder()
  }

  /// The codes of lints that a schedule may show.
  static let scheduled = Set(Lint.all.filter { $0.findScheduled != nil }.map(\.code.text))

  /// Whether any of these codes is allowed or denied somewhere.
  func concern(_ codes: Set<String>) -> Bool {
    !denied.isDisjoint(with: codes) || allowances.contains { codes.contains($0.code) }
  }

  /// Whether an `allow` covers it; all that do are of use.
  private mutating func silences(_ diagnostic: Diagnostic) -> Bool {
    var isSilenced = false
    for index in allowances.indices where allowances[index].covers(diagnostic) {
      allowances[index].isUsed = true
      isSilenced = true
    }
    return isSilenced
  }
}

extension LintRules.Allowance {
  fileprivate func covers(_ diagnostic: Diagnostic) -> Bool {
    guard code == diagnostic.code.text else { return false }
    guard let region else { return true }
    guard let span = diagnostic.span, span.file == region.file else { return false }
    return region.range.start <= span.range.start && span.range.end <= region.range.end
  }
}

extension [Diagnostic] {
  /// Shown of one lint; the first few say it all.
  private static var shownMax: Int { 5 }

  /// The first few of each lint, the last of which counts those left out.
  ///
  /// A habit is one thing to tell, however often it shows.
  fileprivate func abridged() -> [Diagnostic] {
    var counts: [DiagnosticCode: Int] = [:]
    var last: [DiagnosticCode: Int] = [:]
    var shown: [Diagnostic] = []
    for diagnostic in self {
      guard diagnostic.severity == .warning else {
        shown.append(diagnostic)
        continue
      }
      let count = counts[diagnostic.code, default: 0] + 1
      counts[diagnostic.code] = count
      guard count <= Self.shownMax else { continue }
      last[diagnostic.code] = shown.count
      shown.append(diagnostic)
    }
    for (code, index) in last {
      let more = (counts[code] ?? 0) - Self.shownMax
      if more > 0 { shown[index].notes.append("and \(more) more like it") }
    }
    return shown
  }
}

extension Diagnostic {
  fileprivate static func unknownLint(_ name: Word, among codes: [String]) -> Diagnostic {
    Diagnostic(
      .unknownLint, "`\(name.text.shortened)` is no lint", at: name.span,
      label: "no code of a lint",
      helps: [
        "a lint is named by its code, such as `\(codes.first ?? "W0501")`; errors cannot be silenced"
      ])
  }

  fileprivate static func allowsNothing(_ code: String, at place: Span) -> Diagnostic {
    Diagnostic(
      .allowsNothing, "`\(code)` is not found here, so there is nothing to allow", at: place,
      label: "silences nothing",
      helps: ["take the `allow` out"])
  }
}
