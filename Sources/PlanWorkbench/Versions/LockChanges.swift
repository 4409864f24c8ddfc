internal import PlanModel
internal import PlanSemantics

/// What two lock files agree on differently.
struct LockChanges {
  /// A line each, by name.
  let changes: [PlanChange]

  var isEmpty: Bool { changes.isEmpty }

  init(from old: LockText?, to new: LockText?) {
    let before = Self.byName(old)
    let after = Self.byName(new)
    changes = Set(before.keys).union(after.keys).sorted().compactMap { name in
      guard before[name] != after[name] else { return nil }
      return PlanChange(
        path: name, kind: "agreed",
        what: .property(
          word: "agreed", old: before[name].map(Self.text), new: after[name].map(Self.text)),
        bends: true)
    }
  }

  private static func byName(_ lock: LockText?) -> [String: AgreedEntry] {
    Dictionary(
      (lock?.file.entries ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Without its name.
  private static func text(_ entry: AgreedEntry) -> String {
    String(entry.line.dropFirst(entry.name.count + 1))
  }
}
