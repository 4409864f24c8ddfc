internal import PlanSemantics
internal import PlanSyntax

extension WorkingCopy {
  /// Writes typed statements into the files, all of them or none.
  ///
  /// - Parameters:
  ///   - typed: Statements without mistakes of syntax.
  ///   - branch: The scenario that is being written; `nil` for the plan itself.
  ///   - before: The plan as it stands, seen from the branch.
  /// - Returns: What changed, and the plan with it; no changes where it says the same as before.
  /// - Throws: When they cannot be written, or when the plan would have an error that it has not now.
  /// - Complexity: That of a check for each group of statements.
  package mutating func lay(
    _ typed: TypedText, on branch: String?, before: CheckedPlan
  ) throws(EditRefusal) -> (changes: [FileChange], checked: CheckedPlan) {
    guard typed.parsed.diagnostics.isEmpty else {
      throw .mistaken(
        EditRefusal.Mistakes(diagnostics: typed.parsed.diagnostics, sources: [typed.source]))
    }
    var copy = self
    var checked = before
    var changes: [FileChange] = []
    for group in Placement.groups(typed.statements) {
      let made = try copy.changes(for: group, of: typed, on: branch, in: checked)
      copy.apply(made)
      changes += made
      checked = copy.checked(branch)
    }
    let known = Set(before.diagnostics.map(Told.init))
    let new = checked.diagnostics.filter { $0.severity == .error && !known.contains(Told($0)) }
    guard new.isEmpty else {
      throw .mistaken(
        mistakes(typed, on: branch)
          ?? EditRefusal.Mistakes(
            diagnostics: new, sources: checked.texts))
    }
    self = copy
    return (changes, checked)
  }

  /// What makes two findings the same although the text around them has moved.
  private struct Told: Hashable {
    let code: DiagnosticCode
    let headline: String

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code
      headline = diagnostic.headline
    }
  }

  private func changes(
    for group: [Statement], of typed: TypedText, on branch: String?, in checked: CheckedPlan
  ) throws(EditRefusal) -> [FileChange] {
    guard let placement = Placement(checked, branch: branch) else {
      throw .misasked(
        Misasked(
          "the plan could not be read, so nothing can be changed in it",
          help: "`check` says what is wrong; mend the file, and open it again"))
    }
    do throws(PlacementFailure) {
      return try placement.edits(group).compactMap { edits in
        let changed = edits.source.applyingInStyle(edits.edits)
        let index = checked.sources.firstIndex { $0.file == edits.source.file } ?? 0
        return FileChange(
          file: index == 0 ? nil : checked.realPaths[index], from: edits.source.bytes,
          to: changed)
      }
    } catch {
      switch error {
      case .refused(let misasked): throw .misasked(misasked)
      case .mistake:
        if let mistakes = mistakes(typed, on: branch) { throw .mistaken(mistakes) }
        throw .misasked(Misasked("this cannot be written into the plan", help: nil))
      }
    }
  }

  /// What the language says of the statements as a scenario has them, underlined in what was typed; `nil` where it finds
  /// nothing wrong.
  private func mistakes(_ typed: TypedText, on branch: String?) -> EditRefusal.Mistakes? {
    let statements = typed.statements
    let areOverlay = statements.allSatisfy { statement in
      switch statement {
      case .item, .add, .change, .drop: true
      default: false
      }
    }
    guard areOverlay else { return nil }
    let base = branch.map { "extends: \($0)\n" } ?? ""
    var text = "\nscenario \(Self.trial) {\n\(base)"
    var places: [(start: Int32, typed: TextRange)] = []
    let root = bytes(of: nil)
    for statement in statements {
      if case .item = statement { text += "add " }
      let start = Int32(clamping: root.count + text.utf8.count)
      places.append((start, statement.range))
      text += typed.source.text(statement.range) + "\n"
    }
    let checked = checked(Self.trial, root: root + Array((text + "}\n").utf8))
    let own = FileID(raw: 0)
    func moved(_ span: Span) -> Span? {
      guard span.file == own else { return nil }
      for place in places {
        let start = span.range.start - place.start
        guard start >= 0, start <= place.typed.count else { continue }
        let end = min(span.range.end - place.start, place.typed.count)
        return Span(
          file: TypedText.file,
          range: TextRange(start: place.typed.start + start, end: place.typed.start + end))
      }
      return nil
    }
    let found = checked.diagnostics.compactMap { diagnostic -> Diagnostic? in
      guard diagnostic.severity == .error, let span = diagnostic.span.flatMap(moved) else {
        return nil
      }
      var result = diagnostic
      result.span = span
      result.notes.removeAll { $0.contains("`\(Self.trial)`") }
      result.secondary = diagnostic.secondary.map {
        Diagnostic.Label(moved($0.span) ?? $0.span, $0.text)
      }
      // Places of fixes are those of a file that is not there.
      result.fixes = []
      return result
    }
    guard !found.isEmpty else { return nil }
    return EditRefusal.Mistakes(diagnostics: found, sources: checked.texts + [typed.source])
  }

  /// No plan has a scenario of this name.
  private static let trial = "typed_at_the_prompt"
}

extension SourceText {
  /// The text with some edits; statements that were in the canonical layout before are so afterwards.
  fileprivate func applyingInStyle(_ edits: [SourceEdit]) -> [UInt8] {
    let changed = replacing(
      edits.map {
        Diagnostic.Edit(
          Span(file: file, range: $0.range), String(decoding: $0.replacement, as: UTF8.self))
      })
    let (old, new) = (parse(self), parse(changed))
    guard new.diagnostics.isEmpty else { return changed.bytes }
    let were = old.tree.file.statements
    let are = new.tree.file.statements
    // Only within a statement does a line become longer than it may be.
    guard were.count == are.count else { return changed.bytes }
    var layout: [Diagnostic.Edit] = []
    for (was, now) in zip(were, are) where was.syntax.text != now.syntax.text {
      guard canonical(was.syntax) == was.syntax.text else { continue }
      layout.append(Diagnostic.Edit(now.span, canonical(now.syntax)))
    }
    return changed.replacing(layout).bytes
  }
}
