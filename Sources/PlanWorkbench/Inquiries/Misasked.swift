internal import PlanInsight
internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax

/// A question that cannot be asked as it was put: a name that is none, or a length of time that is none.
package struct Misasked: Error, CustomStringConvertible {
  package let description: String

  init(_ headline: String, help: String? = nil) {
    description = "error: \(headline)" + (help.map { "\n  = help: \($0)" } ?? "")
  }
}

extension SolvedPlan {
  /// Initiatives by their names in the plan, each once, in the order asked.
  ///
  /// - Throws: For the first that is none, with names that are near.
  func initiatives(named names: [String]) throws(Misasked) -> [InitiativeID] {
    var found: [InitiativeID] = []
    for name in names {
      let id = try knownInitiative(named: name)
      if !found.contains(id) { found.append(id) }
    }
    return found
  }

  /// - Throws: Where no initiative has the name, with names that are near.
  func knownInitiative(named name: String) throws(Misasked) -> InitiativeID {
    guard let id = checked.initiative(named: name) else {
      throw checked.unknown(name, askedFrom: shell)
    }
    return id
  }
}

extension CheckedPlan {
  /// The initiative of the file that the plan is asked about together with.
  ///
  /// - Throws: When it has none, or several.
  func addedInitiative() throws(Misasked) -> InitiativeID {
    let path = added?.path ?? path
    let found = (plan?.initiatives.indices.map { InitiativeID($0) } ?? []).filter { id in
      places[id]?.file == added?.file && plan?.initiatives[id.index].partOf == nil
    }
    guard let first = found.first else {
      throw Misasked(
        "`\(path)` has no initiative",
        help: "write what came in as `initiative name \"Label\" { … }`")
    }
    guard found.count == 1 else {
      throw Misasked(
        "`\(path)` has \(found.count) initiatives, and one is asked about",
        help: "leave the one in it that came in; what it needs may stand in a file that it imports")
    }
    return first
  }

  /// What to say of a name that no initiative has.
  func unknown(
    _ name: String, askedFrom shell: Shell = .commandLine, path: String? = nil
  ) -> Misasked {
    // What is asked of a revision is still asked of the file.
    let path = path ?? self.path
    let names = (plan?.initiatives.map(\.name) ?? []) + (plan?.choices.map(\.name) ?? [])
    let near = suggestions(for: name, among: names)
    let all = "initiatives show [name, label]"
    let asking = shell.words("plan query '\(all)' \(path)", inSession: all)
    let help =
      near.isEmpty
      ? "`\(asking)` lists them"
      : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?"
    return Misasked("`\(shortened(name))` is no initiative of \(path)", help: help)
  }

  /// `nil` where no initiative has the name.
  func initiative(named name: String) -> InitiativeID? {
    plan?.initiatives.firstIndex { $0.name == name }.map { InitiativeID($0) }
  }

  /// Whether the plan has an initiative of that name; a plan with errors has none.
  package func hasInitiative(_ name: String) -> Bool { initiative(named: name) != nil }

  /// A length of time as plans write it.
  ///
  /// - Parameters:
  ///   - text: `6w`, `1q`.
  ///   - option: What it was given for.
  /// - Returns: No negative length.
  /// - Throws: When it is none, or negative, or longer than any plan.
  func elapsed(_ text: String, for option: String) throws(Misasked) -> Elapsed {
    let source = SourceText(file: FileID(raw: .max), path: option, bytes: Array(text.utf8))
    let parsed = parseExpression(source)
    guard parsed.diagnostics.isEmpty, let expression = parsed.expression,
      let value = interpreter?.evaluate(expression, in: source, facts: nil).value,
      let elapsed = value.elapsed
    else {
      throw Misasked(
        "`\(option) \(shortened(text))` is no length of time",
        help: "write it as 6w, 10d, 2mo or 1q")
    }
    guard elapsed.calendarDays >= 0, elapsed.calendarDays <= daysMax else {
      throw Misasked(
        "`\(option) \(shortened(text))` is \(elapsed.calendarDays < 0 ? "negative" : "too long")",
        help: "it lies between 0w and 30y")
    }
    return elapsed
  }
}

/// Thirty years: as long as the longest plan.
private let daysMax: Int32 = 11_000

/// No more of what was asked than a line shows.
func shortened(_ text: String) -> String {
  text.count > 60 ? text.prefix(59) + "…" : text
}
