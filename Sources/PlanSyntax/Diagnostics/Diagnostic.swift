/// One mistake, told once: what was seen, what was expected, where, and a way out.
///
/// This is the only form in which a user's mistake travels. It becomes text in one place (`DiagnosticRenderer`).
package struct Diagnostic: Hashable, Sendable {
  package var code: DiagnosticCode
  package var severity: Severity
  /// One sentence that stands alone, with the reader's values in it; lower case, no full stop, backticks round source.
  package var headline: String
  /// Where; `nil` when the mistake has no place in a file (a file that is missing).
  package var span: Span?
  /// A few words under the span; empty exactly where there is none.
  package var label: String
  /// Other places involved: "declared here".
  package var secondary: [Label]
  /// Context: why this is wrong.
  package var notes: [String]
  /// Action: what to write instead.
  package var helps: [String]
  package var fixes: [Fix]
  /// Whether it says that something is not there.
  ///
  /// Where a file cannot be read, it may stand in that, and nobody is told.
  package var isOfAbsence = false

  /// A mistake with a place, and a few words for it.
  package init(
    _ code: DiagnosticCode, _ headline: String, at span: Span?, label: String,
    severity: Severity? = nil, secondary: [Label] = [], notes: [String] = [],
    helps: [String] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.headline = headline
    self.span = span
    self.label = span == nil ? "" : label
    self.secondary = secondary
    self.notes = notes
    self.helps = helps
    self.fixes = fixes
  }

  /// A mistake that has no place in any file.
  package init(withoutPlace code: DiagnosticCode, _ headline: String, helps: [String]) {
    self.init(code, headline, at: nil, label: "", helps: helps)
  }

  /// Whether it tells of a limit of ours rather than of a mistake.
  package var isLimit: Bool { code.text.hasPrefix("E09") }

  package enum Severity: String, Hashable, Sendable {
    case error
    case warning
  }

  package struct Label: Hashable, Sendable {
    package var span: Span
    package var text: String

    package init(_ span: Span, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// An edit that mends the mistake.
  package struct Fix: Hashable, Sendable {
    package var title: String
    package var safety: Safety
    package var edits: [Edit]

    package init(_ title: String, safety: Safety, edits: [Edit]) {
      self.title = title
      self.safety = safety
      self.edits = edits
    }

    package enum Safety: String, Hashable, Sendable {
      /// Certain to be what was meant: `--fix` applies it.
      case safe
      /// Likely, but the reader decides.
      case unsafe
      /// Shows what to write; not to be applied as it is.
      case display
    }
  }

  package struct Edit: Hashable, Sendable {
    package var span: Span
    package var replacement: String

    package init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }
}

/// A stable name of a kind of mistake, such as `E0123`; lints begin with W.
///
/// Wording may change, the code may not.
///
/// E00xx files, E01xx syntax, E02xx names, E03xx values and units, E04xx declarations and properties, E05xx the plan as a
/// whole (dates, cycles, capacities), E09xx limits; W is counted alike.
package struct DiagnosticCode: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package var severity: Diagnostic.Severity { text.hasPrefix("W") ? .warning : .error }
}
