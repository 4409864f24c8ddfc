internal import PlanModel
internal import PlanSemantics
internal import PlanSyntax

/// The edits that lead from one version of a plan to another, in pieces that are made and asked about one by one.
struct EditUnits: Sendable {
  /// In the order of the files.
  private(set) var units: [Unit]
  /// Of each unit, those without which it cannot be read, and what those need in their turn.
  private(set) var needs: [Set<Int>]
  /// How many edits of the text there are.
  let editCount: Int

  /// One edit, or several that name one another.
  struct Unit: Sendable {
    /// Where the first of them is, as readers see it.
    var place: [String]
    /// By index of the old file.
    var edits: [(file: Int, edit: StatementEdit)]
    /// Whether what was agreed is another.
    var isLock = false
  }

  /// Beyond this nobody asks for each edit by itself, and every one is a search: twice what a quarter's planning changes.
  static let unitsMax = 24

  /// Pairs the files of both by their names, and the statements of each pair.
  ///
  /// - Complexity: O(tokens + edits²).
  init(from old: PlanVersion, to new: PlanVersion) {
    let oldNames = old.fileNames
    let newNames = new.fileNames
    var all: [Unit] = []
    for (file, name) in oldNames.enumerated() {
      // A file that is new comes with the import that brings it, and one that is gone goes with it.
      guard let partner = newNames.firstIndex(of: name),
        old.checked.trees.indices.contains(file), new.checked.trees.indices.contains(partner)
      else { continue }
      let front = file == 0 ? [] : [name]
      for edit in StatementEdit.all(
        from: old.checked.trees[file], to: new.checked.trees[partner])
      {
        all.append(Unit(place: front + edit.path, edits: [(file, edit)]))
      }
    }
    all = EditUnits.withFormerNames(all)
    editCount = all.count
    if all.count > EditUnits.unitsMax { all = EditUnits.joinedByBlock(all) }
    if !LockChanges(from: old.checked.lock, to: new.checked.lock).isEmpty {
      all.append(Unit(place: ["what was agreed"], edits: [], isLock: true))
    }
    (units, needs) = EditUnits.ordered(all)
  }

  /// A `was` goes with the name that it explains.
  private static func withFormerNames(_ all: [Unit]) -> [Unit] {
    var joined: [Unit] = []
    for unit in all {
      let (file, edit) = unit.edits[0]
      let named = joined.firstIndex {
        $0.edits[0].file == file && $0.edits[0].edit.path == Array(edit.path.dropLast())
      }
      if edit.path.last == "was", let named {
        joined[named].edits += unit.edits
      } else {
        joined.append(unit)
      }
    }
    return joined
  }

  var areTooMany: Bool { units.count > EditUnits.unitsMax }

  /// Those of one block at the top of a file as one.
  private static func joinedByBlock(_ all: [Unit]) -> [Unit] {
    var joined: [Unit] = []
    for unit in all {
      let top = unit.edits[0].edit.path[0]
      if let last = joined.last, last.edits[0].file == unit.edits[0].file,
        last.edits[0].edit.path[0] == top
      {
        joined[joined.count - 1].edits += unit.edits
        joined[joined.count - 1].place = Array(
          unit.place.dropLast(unit.edits[0].edit.path.count - 1))
      } else {
        joined.append(unit)
      }
    }
    return joined
  }

  // MARK: Needs

  /// Joins units that need one another, and says which need which.
  private static func ordered(_ all: [Unit]) -> (units: [Unit], needs: [Set<Int>]) {
    let words = all.map(Words.init)
    var reach = all.indices.map { first in
      Set(all.indices.filter { $0 != first && words[first].need(words[$0]) })
    }
    // The closure, by going on until nothing is new: there are two dozen at most, or nobody asks.
    guard all.count <= unitsMax * 4 else { return (all, all.map { _ in [] }) }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for index in reach.indices {
        let wider = reach[index].reduce(reach[index]) { $0.union(reach[$1]) }
        if wider != reach[index] {
          reach[index] = wider
          isGrowing = true
        }
      }
    }
    var number = [Int](repeating: -1, count: all.count)
    var units: [Unit] = []
    for index in all.indices where number[index] < 0 {
      number[index] = units.count
      var unit = all[index]
      for other in reach[index].sorted()
      where other > index && reach[other].contains(index) && number[other] < 0 {
        number[other] = units.count
        unit.edits += all[other].edits
        unit.isLock = unit.isLock || all[other].isLock
      }
      units.append(unit)
    }
    var needs = units.map { _ in Set<Int>() }
    for index in all.indices {
      needs[number[index]].formUnion(reach[index].map { number[$0] })
      needs[number[index]].remove(number[index])
    }
    return (units, needs)
  }

  /// What a unit names and declares.
  private struct Words {
    var declared: Set<String> = []
    var removed: Set<String> = []
    var used: Set<String> = []
    /// What it named and does not name any more.
    var left: Set<String> = []

    init(_ unit: Unit) {
      for (_, edit) in unit.edits {
        switch edit.change {
        case .added(let statement, _, _):
          declared.formUnion(statement.ownName)
          used.formUnion(statement.wording)
        case .removed(let statement, _):
          removed.formUnion(statement.ownName)
          left.formUnion(statement.wording)
        case .replaced(let old, let new):
          declared.formUnion(Set(new.ownName).subtracting(old.ownName))
          removed.formUnion(Set(old.ownName).subtracting(new.ownName))
          used.formUnion(new.wording)
          left.formUnion(Set(old.wording).subtracting(new.wording))
        case .header(let old, let new):
          declared.formUnion(Set(new.ownName).subtracting(old.ownName))
          removed.formUnion(Set(old.ownName).subtracting(new.ownName))
          used.formUnion(new.headerWording)
          left.formUnion(Set(old.headerWording).subtracting(new.headerWording))
        }
      }
    }

    func need(_ other: Words) -> Bool {
      !used.isDisjoint(with: other.declared) || !removed.isDisjoint(with: other.left)
    }
  }
}

extension Statement {
  /// What it declares; empty where nothing.
  fileprivate var ownName: [String] {
    let name = key.name
    switch self {
    case .item(let item): return item.name.map { [$0.syntax.text] } ?? []
    case .letBinding, .function, .template: return name.isEmpty ? [] : [name]
    case .add(let add): return (add.item?.name?.syntax.text).map { [$0] } ?? []
    default: return []
    }
  }
}

extension StatementEdit {
  /// As the text had it, on one line; `nil` for what came.
  var oldText: String? {
    switch change {
    case .replaced(let old, _): old.valueText
    case .header(let old, _): old.syntax.tree.source.onOneLine(old.header)
    case .removed(let statement, _): statement.key.text
    case .added: nil
    }
  }

  /// As it has it now; `nil` for what is gone.
  var newText: String? {
    switch change {
    case .replaced(_, let new): new.valueText
    case .header(_, let new): new.syntax.tree.source.onOneLine(new.header)
    case .added(let statement, _, _): statement.key.text
    case .removed: nil
    }
  }
}

extension Statement {
  /// What stands behind its colon, or all of it.
  fileprivate var valueText: String {
    let source = syntax.tree.source
    if case .item(let item) = self, let value = item.value { return source.onOneLine(value.range) }
    if case .letBinding(let binding) = self { return source.onOneLine(binding.value.range) }
    return source.onOneLine(range)
  }
}
