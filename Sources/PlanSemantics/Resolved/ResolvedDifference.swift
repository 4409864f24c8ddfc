package import PlanModel

/// What two versions of a plan say differently, whatever stands where in their files.
package struct ResolvedDifference: Sendable {
  /// In the order of the new version, what is gone at the end.
  package let changes: [PlanChange]
  /// Paths of now by paths of then, for blocks that were renamed.
  package let renames: [String: String]

  package var isEmpty: Bool { changes.isEmpty }

  /// Compares two plans.
  ///
  /// - Parameters:
  ///   - old: The blocks of one.
  ///   - new: Those of the other; a `was` in them is the name that a block has in the old one.
  /// - Complexity: O(blocks).
  package init(from old: [ResolvedBlock], to new: [ResolvedBlock]) {
    let comparison = Comparison(old, new.numbered(like: old))
    changes = comparison.changes
    renames = comparison.renames
  }
}

private struct Comparison {
  private(set) var changes: [PlanChange] = []
  private(set) var renames: [String: String] = [:]

  init(_ old: [ResolvedBlock], _ new: [ResolvedBlock]) {
    let oldByPath = Self.byPath(old)
    let newByPath = Self.byPath(new)
    /// Of each new block its old one.
    var former = [Int?](repeating: nil, count: new.count)
    var isTaken = [Bool](repeating: false, count: old.count)
    for (index, block) in new.enumerated() {
      var match = oldByPath[block.path]
      if match == nil, let name = block.formerPath, newByPath[name] == nil {
        match = oldByPath[name]
        if match != nil { renames[name] = block.path }
      }
      guard let match, old[match].kind == block.kind, !isTaken[match] else { continue }
      former[index] = match
      isTaken[match] = true
    }
    var within = ""
    for (index, block) in new.enumerated() {
      if let match = former[index] {
        compare(old[match], block)
      } else if within.isEmpty || !block.path.hasPrefix(within) {
        within = block.path + "."
        add(block, .added(label: block.label, properties: Self.written(block)), bends: true)
      }
    }
    within = ""
    for (index, block) in old.enumerated()
    where !isTaken[index] && (within.isEmpty || !block.path.hasPrefix(within)) {
      within = block.path + "."
      add(block, .removed(label: block.label), bends: true)
    }
  }

  private static func byPath(_ blocks: [ResolvedBlock]) -> [String: Int] {
    Dictionary(
      blocks.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func written(_ block: ResolvedBlock) -> [PlanChange.Written] {
    block.properties.map { PlanChange.Written(word: $0.word, value: $0.text()) }
  }

  private mutating func add(
    _ block: ResolvedBlock, _ what: PlanChange.What, bends: Bool
  ) {
    changes.append(
      PlanChange(path: block.path, kind: block.kind.rawValue, what: what, bends: bends))
  }

  private mutating func compare(_ old: ResolvedBlock, _ new: ResolvedBlock) {
    let own = { (path: String) in path.split(separator: ".").last }
    if old.path != new.path, own(old.path) != own(new.path) {
      add(new, .renamed(from: old.path), bends: false)
    }
    if old.label != new.label {
      add(new, .label(old: old.label, new: new.label), bends: false)
    }
    let before = Dictionary(old.properties.map { ($0.word, $0) }) { first, _ in first }
    let after = Dictionary(new.properties.map { ($0.word, $0) }) { first, _ in first }
    for word in Set(before.keys).union(after.keys).sorted() {
      let was = before[word]?.text(renaming: renames)
      let now = after[word]?.text()
      guard was != now else { continue }
      add(
        new, .property(word: word, old: before[word]?.text(), new: now),
        bends: before[word]?.bends ?? false || after[word]?.bends ?? false)
    }
  }
}
