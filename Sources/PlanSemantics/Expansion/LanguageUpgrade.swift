package import PlanSyntax

/// What would move a file to the language that this version of `plan` speaks.
///
/// There is one language so far, so that no word and no default has changed its meaning yet: a file can only lack its number.
package enum LanguageUpgrade: Sendable {
  /// The file says the current number.
  case isCurrent
  /// The file is part of a plan whose main file says it.
  case isPart
  /// The file has a plan and does not say it: what has to be written.
  case missing([Diagnostic.Edit])
  /// The number is higher than this version knows, stands in a wrong place, or is none: nothing can be done safely.
  case refused(Diagnostic)

  /// - Parameter tree: A file that could be read to its end.
  package init(of tree: SyntaxTree) {
    var number = LanguageNumber()
    number.check(tree, isRoot: tree.holdsPlan)
    guard let finding = number.diagnostics.first else {
      self = number.isSaid ? .isCurrent : .isPart
      return
    }
    let safe = finding.fixes.first { $0.safety == .safe }
    self = safe.map { .missing($0.edits) } ?? .refused(finding)
  }

  /// The number of the current language, as plans write it.
  package static var current: Int { LanguageNumber.current }
}

extension SyntaxTree {
  /// Whether a `plan` block stands in the file itself, so that it is asked for by its name and not only imported.
  fileprivate var holdsPlan: Bool {
    file.statements.contains { statement in
      if case .item(let item) = statement { item.word.text == Kind.plan.rawValue } else { false }
    }
  }
}
