import PlanInsight
import PlanModel

/// What was changed in a plan, in words: a line an entity, with what is said of it now and was before.
struct EditWords {
  private let difference: Difference
  /// Lines, in the order of the plan.
  private let lines: [Prose]

  init(_ difference: Difference) {
    self.difference = difference
    lines = Self.lines(difference)
  }

  func blocks(limit: Int) -> [Block] {
    if lines.isEmpty {
      return [.paragraph("Nothing: the two say the same, whatever their order and layout.")]
    }
    var blocks: [Block] = [.list(Array(lines.prefix(limit)))]
    if lines.count > limit {
      let rest = lines.count - limit
      blocks.append(
        .paragraph("\(capitalised(inWords(rest))) more \(rest == 1 ? "is" : "are") told below."))
    }
    return blocks
  }

  /// The lines that `blocks` leaves out.
  func rest(limit: Int) -> [Section] {
    guard lines.count > limit else { return [] }
    return [
      Section(title: "What was changed besides", blocks: [.list(Array(lines.dropFirst(limit)))])
    ]
  }

  /// An edit as other lines speak of it: `search.effort`.
  func reference(_ edit: Int) -> Prose {
    let edit = difference.edits[edit]
    guard let first = edit.changes.first else { return Prose(edit.place.last ?? "", .code) }
    guard edit.changes.count == 1 else {
      let isOfOne = edit.changes.allSatisfy { $0.path == first.path }
      return Prose(isOfOne ? first.path : edit.place.last ?? first.path, .code)
    }
    switch first.what {
    case .added: return "new \(code: first.path)"
    case .removed: return "\(code: first.path) gone"
    case .property(let word, _, _): return "\(code: "\(first.path).\(word)")"
    case .renamed, .label: return "\(code: first.path)"
    }
  }

  // MARK: Lines

  private static func lines(_ difference: Difference) -> [Prose] {
    var lines: [Prose] = []
    var entity: (path: String, parts: [Prose])?
    func end() {
      guard let last = entity else { return }
      lines.append("\(strong: last.path): \(last.parts.joined(separator: ", "))")
      entity = nil
    }
    for change in difference.changes {
      switch change.what {
      case .added(let label, let properties):
        end()
        lines.append(added(change, label, properties))
      case .removed(let label):
        end()
        lines.append("gone: \(change.kind) \(strong: change.path)\(quoted(label))")
      case .renamed(let former):
        end()
        lines.append("\(code: former) is now called \(strong: change.path)")
      case .label, .property:
        if entity?.path != change.path {
          end()
          entity = (change.path, [])
        }
        entity?.parts.append(part(change))
      }
    }
    end()
    return lines + unresolved(difference)
  }

  private static func part(_ change: PlanChange) -> Prose {
    switch change.what {
    case .label(let old, let new): "label \(value(old)) → \(value(new))"
    case .property(let word, let old, let new): "\(word) \(value(old)) → \(value(new))"
    case .added, .removed, .renamed: Prose()
    }
  }

  private static func value(_ text: String?) -> Prose {
    text.map { "\(code: shortened($0))" } ?? "nothing"
  }

  private static func added(
    _ change: PlanChange, _ label: String?, _ properties: [PlanChange.Written]
  ) -> Prose {
    let said = properties.filter { addedWords.contains($0.word) }
      .map { "\($0.word) \(value($0.value))" as Prose }
    var line: Prose = "new: \(change.kind) \(strong: change.path)\(quoted(label))"
    if !said.isEmpty { line += ", \(said.joined(separator: ", "))" }
    return line
  }

  /// What of something new a reviewer asks first.
  private static let addedWords: Set<String> = [
    "effort", "length", "team", "people", "cost_of_delay", "by", "date", "after", "priority", "in",
    "cost", "price", "require", "made",
  ]

  private static func quoted(_ label: String?) -> Prose { label.map { " “\($0)”" } ?? "" }

  /// What the text says otherwise and this version of the plan does not: scenarios, templates that nothing uses.
  private static func unresolved(_ difference: Difference) -> [Prose] {
    difference.edits.filter(\.changes.isEmpty).map { edit in
      let place = edit.place.joined(separator: ", ")
      switch (edit.old, edit.new) {
      case (nil, _?): return "\(code: place): new, and nothing of this version hangs on it"
      case (_?, nil): return "\(code: place): gone, and nothing of this version hung on it"
      default:
        return """
          \(code: place): \(value(edit.old)) → \(value(edit.new)), on which nothing of this version hangs
          """
      }
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > valueShownMax ? text.prefix(valueShownMax - 1) + "…" : text
  }

  /// Characters of a value: an estimate or a sentence's beginning.
  private static let valueShownMax = 60
}
