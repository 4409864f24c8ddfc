internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax
internal import PlanText

/// What finished work says about the estimates and the promises of a plan (`plan calibrate`).
///
/// - Parameters:
///   - checked: A plan without errors.
///   - isInSession: Whether it is asked at a prompt.
/// - Returns: Ratios by group, what to write into the plan, and hit rates.
/// - Throws: `BrokenRule` for a plan with errors, which no shell passes on.
package func calibration(
  _ checked: CheckedPlan, isInSession: Bool = false
) throws(BrokenRule) -> Report {
  guard let plan = checked.plan else {
    throw BrokenRule(description: "a plan with errors was to be learned from")
  }
  let calibration = Calibration(plan)
  let lines =
    calibration.suggestions(for: plan).map(\.line) + calibration.betterKnown(in: plan).map(\.line)
  let page = calibrationPage(
    calibration, plan, suggestions: lines, askedFrom: isInSession ? .session : .commandLine)
  return Report(document: page) {
    try calibrationJSON(calibration, plan, suggestions: lines)
  }
}

/// The same as statements that change the plan; empty where it says so already, or has errors.
package func calibrationChanges(_ checked: CheckedPlan) -> [String] {
  guard let plan = checked.plan else { return [] }
  return Calibration(plan).suggestions(for: plan).map { suggestion in
    "change \(suggestion.name) { \(suggestion.said) }"
  }
}

/// A plan with what finished work says written into it.
package struct CalibratedPlan: Sendable {
  /// What messages call the plan.
  package let path: String
  /// The files that are different then, the root first.
  package let files: [FixedPlan.File]
  /// How many teams and classes have something new to say.
  package let written: Int
  /// Those of which nobody can say where: blocks that a loop or a template makes.
  package let unwritten: [String]
  /// The root file as it stands then.
  package let root: [UInt8]

  /// What would change, in the unified form, file after file.
  package func difference(_ style: TextStyle) -> String { files.difference(style) }

  /// Lines for the end.
  ///
  /// - Parameter isWritten: Whether the files were written, or only shown.
  /// - Returns: Words without an end of line.
  package func summary(written isWritten: Bool) -> String {
    let first =
      written == 0
      ? "\(path): says what finished work says already"
      : "\(path): \(written) \(written == 1 ? "block" : "blocks") \(isWritten ? "calibrated" : "to calibrate")"
        + (files.count > 1 ? " in \(files.count) files" : "")
    let rest = unwritten.map {
      "note: nothing was written for `\($0)`, which a loop, a template or a condition makes: write it there yourself"
    }
    return ([first] + rest).joined(separator: "\n")
  }
}

/// Writes into a plan what its finished work says of its teams and classes, keeping every other byte.
///
/// Nothing is written: that is for the shell, all files or none.
///
/// - Parameters:
///   - bytes: The plan, without errors.
///   - path: What messages call the file.
///   - options: As of a check; without scenario and without anything set from outside.
/// - Returns: The plan as it would stand; `nil` where it has errors.
/// - Throws: `BrokenRule` when what was written is not what is read again, which is our fault.
/// - Complexity: Two checks.
package func calibrated(
  _ bytes: [UInt8], path: String, _ options: CheckOptions
) throws(BrokenRule) -> CalibratedPlan? {
  let before = check(bytes, path: path, options)
  guard let plan = before.plan else { return nil }
  let suggestions = Calibration(plan).suggestions(for: plan)
  var edits: [FileID: [Diagnostic.Edit]] = [:]
  var unwritten: [String] = []
  for suggestion in suggestions {
    let place = before.place(of: suggestion.trait)
    if let place, let block = before.block(named: place) {
      edits[place.file, default: []] += block.setting(suggestion.properties, of: suggestion.kind)
    } else {
      unwritten.append(suggestion.name)
    }
  }
  let root = before.sources[0].replacing(edits[before.sources[0].file] ?? []).bytes
  let after = check(root, path: path, options.reading(before.contents(after: edits)))
  let written = suggestions.filter { !unwritten.contains($0.name) }
  let left = after.plan.map { plan in Calibration(plan).suggestions(for: plan).map(\.name) }
  guard let left, !written.contains(where: { left.contains($0.name) }) else {
    throw BrokenRule(description: "a plan does not say what was written into it")
  }
  return CalibratedPlan(
    path: path, files: changedFiles(before, after), written: written.count, unwritten: unwritten,
    root: root)
}

/// What a block of a plan is to say.
struct PaceSuggestion {
  let trait: Calibration.Trait
  let kind: Kind
  let name: String
  let properties: [(word: String, value: String)]

  /// As a block of a plan.
  var line: String { "\(kind.rawValue) \(name) { \(said) }" }

  var said: String { properties.map { "\($0.word): \($0.value)" }.joined(separator: ", ") }
}

extension Calibration {
  /// Of each team and class what finished work says, where the plan says something else and knows no more.
  func suggestions(for plan: Plan) -> [PaceSuggestion] {
    (teams + classes).compactMap { group in
      func percent(_ share: Rational) -> String { "\(share.times(100)?.rounded ?? 0)%" }
      var properties = [
        (PropertyWord.uplift.rawValue, percent(group.pace.uplift)),
        (PropertyWord.varies.rawValue, percent(group.pace.varies)),
      ]
      let known: Pace
      switch group.trait {
      case .team(let id):
        known = plan.teams[id.index].pace
        guard !group.pace.isSaid(by: known) else { return nil }
        return PaceSuggestion(
          trait: group.trait, kind: .team, name: plan.teams[id.index].name,
          properties: properties)
      case .referenceClass(let id):
        let referenceClass = plan.classes[id.index]
        known = referenceClass.pace
        let count = Int64(group.pace.count)
        guard !referenceClass.comesOfMore(than: group),
          !group.pace.isSaid(by: known) || referenceClass.basedOn != count
        else { return nil }
        properties.append((PropertyWord.basedOn.rawValue, String(count)))
        return PaceSuggestion(
          trait: group.trait, kind: .referenceClass, name: referenceClass.name,
          properties: properties)
      case .everything, .kind, .size: return nil
      }
    }
  }
}

/// A class of which a plan knows less than the class itself says.
struct BetterKnownClass {
  let referenceClass: ReferenceClass
  let count: Int

  /// As a remark in a plan.
  var line: String {
    """
    # class \(referenceClass.name) stays as it is: it comes of \(referenceClass.basedOn ?? 0) works, and here \
    \(count == 1 ? "is one" : "are \(count)")
    """
  }
}

extension Calibration {
  /// Classes that come of more works than the plan has: what others have learned as well is not thrown away for less.
  func betterKnown(in plan: Plan) -> [BetterKnownClass] {
    classes.compactMap { group in
      guard case .referenceClass(let id) = group.trait,
        plan.classes[id.index].comesOfMore(than: group)
      else { return nil }
      return BetterKnownClass(referenceClass: plan.classes[id.index], count: group.pace.count)
    }
  }
}

extension ReferenceClass {
  fileprivate func comesOfMore(than group: Calibration.Group) -> Bool {
    basedOn.map { $0 > Int64(group.pace.count) } ?? false
  }
}

extension PaceEstimate {
  fileprivate func isSaid(by pace: Pace) -> Bool {
    !pace.isAssumed && pace.uplift == uplift && pace.varies == varies
  }
}

extension EditedBlock {
  /// Edits after which the block says some properties, each with its value where it is written already.
  fileprivate func setting(
    _ properties: [(word: String, value: String)], of kind: Kind
  ) -> [Diagnostic.Edit] {
    var edits: [SourceEdit] = []
    var missing: [String] = []
    for (word, value) in properties {
      if let written = self.value(of: word, in: kind) {
        edits.append(SourceEdit(written.range, Array(value.utf8)))
      } else {
        missing.append("\(word): \(value)")
      }
    }
    return (edits + inserting(missing, [])).map {
      Diagnostic.Edit(
        Span(file: source.file, range: $0.range), String(decoding: $0.replacement, as: UTF8.self))
    }
  }
}

extension CheckedPlan {
  fileprivate func place(of trait: Calibration.Trait) -> Span? {
    switch trait {
    case .team(let id): places[id]
    case .referenceClass(let id): places[id]
    case .everything, .kind, .size: nil
    }
  }

  /// The block at the top of a file whose name stands at a place; `nil` for one that is made in another way.
  fileprivate func block(named place: Span) -> EditedBlock? {
    trees.first { $0.source.file == place.file }?.file.items
      .first { $0.name?.plain?.span == place }.map { EditedBlock($0) }
  }

  /// The files besides the root after some edits, by their real paths.
  func contents(after edits: [FileID: [Diagnostic.Edit]]) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for (source, realPath) in zip(sources, realPaths).dropFirst() {
      guard let realPath else { continue }
      contents[realPath] = source.replacing(edits[source.file] ?? []).bytes
    }
    return contents
  }
}
