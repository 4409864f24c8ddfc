/// The one table of blocks and properties.
///
/// Diagnostics are made from it now; the reference, completion and hover will be. A block's rows stand in the order in which
/// the reference lists them.
package enum Schema {
  /// Every block, in the order of `Kind`.
  package static let blocks: [BlockSchema] = [
    plan, horizon, calendar, team, skill, hire, away, learn, upkeep, lend, referenceClass, goal,
    metric, initiative,
    work, slice, mode, milestone, risk, lowered, assume, otherwise, gate, reading, cancelled,
    health, external, fallback, debt, benefit, ask, decision, choice, option,
    budget, headcount, changeFreeze, guardrail, check, field, except, deadline, person, exchange,
    report,
    paragraph, allow, deny,
    progress, scenario,
    importedFile,
  ]

  package static func block(_ kind: Kind) -> BlockSchema {
    // A test holds the order, so that this is a look-up and not a search.
    blocks[ordinals[kind] ?? 0]
  }

  /// The row of a property in a block; `nil` when the block has no such property.
  ///
  /// - Complexity: O(1).
  package static func property(_ word: PropertyWord, of kind: Kind) -> Property? {
    rows[Row(kind: kind, word: word)]
  }

  /// The kinds of block that may stand at the top of a file.
  package static let topLevel: [Kind] = [
    .plan, .horizon, .calendar, .team, .lend, .referenceClass, .goal, .initiative, .external, .debt,
    .benefit, .ask,
    .decision, .choice, .budget, .headcount, .changeFreeze, .person, .exchange, .report, .allow,
    .deny,
    .guardrail, .check, .field, .progress, .scenario,
  ]

  /// The kinds of block that the given one may stand in; empty for those of the top.
  package static func parents(of kind: Kind) -> [Kind] {
    blocks.filter { $0.children.contains(kind) }.map(\.kind)
  }

  private struct Row: Hashable {
    let kind: Kind
    let word: PropertyWord
  }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: blocks.enumerated().map { ($1.kind, $0) })

  private static let rows: [Row: Property] = {
    var rows: [Row: Property] = [:]
    for block in blocks {
      for property in block.properties {
        rows[Row(kind: block.kind, word: property.word)] = property
      }
    }
    return rows
  }()

  /// What every block takes.
  package static let everywhere: [Property] = [
    Property(.note, "Anything a reader should know.", status: .reported),
    Property(.link, "Where to read more.", status: .reported),
    Property(.tags, "Words to find it by.", status: .reported),
    Property(.key, "Its name in another tool.", status: .reported),
    Property(.was, "Its former name, so that renaming keeps history.", status: .kept),
    Property(
      .confidential,
      "Who alone may see it in reports for an audience: these audiences, or none of them where it is `true`.",
      default: "false", status: .reported),
  ]
}
