extension [ResolvedBlock] {
  /// With the numbers that blocks without a name have in another version, where they say the same; what is left is numbered in
  /// its order.
  ///
  /// Two absences that change places are the same two.
  ///
  /// - Complexity: O(blocks · depth), and O(n²) in those without a name of one kind in one block.
  func numbered(like other: [ResolvedBlock]) -> [ResolvedBlock] {
    guard contains(where: \.isUnnamed), other.contains(where: \.isUnnamed) else { return self }
    var numbering = Numbering(own: self, other: other)
    for index in indices { numbering.number(index) }
    return numbering.own
  }
}

private struct Numbering {
  var own: [ResolvedBlock]
  private let other: [ResolvedBlock]
  /// Paths as they were before anything was numbered, by which blocks lie in one another.
  private let before: [String]
  private let ownPlaces: [Place: [Int]]
  private let otherPlaces: [Place: [Int]]
  private var isNumbered: [Bool]

  private struct Place: Hashable {
    let parent: String
    let kind: Kind
  }

  init(own: [ResolvedBlock], other: [ResolvedBlock]) {
    self.own = own
    self.other = other
    before = own.map(\.path)
    ownPlaces = Numbering.places(own)
    otherPlaces = Numbering.places(other)
    isNumbered = own.map { !$0.isUnnamed }
  }

  private static func places(_ blocks: [ResolvedBlock]) -> [Place: [Int]] {
    Dictionary(
      grouping: blocks.indices.filter { blocks[$0].isUnnamed },
      by: { Place(parent: parent(of: blocks[$0].path), kind: blocks[$0].kind) })
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? ""
  }

  /// Numbers a block and those beside it that are like it; those around it have been numbered.
  mutating func number(_ index: Int) {
    guard !isNumbered[index] else { return }
    let kind = own[index].kind
    let members = ownPlaces[Place(parent: Numbering.parent(of: before[index]), kind: kind)] ?? []
    for member in members { isNumbered[member] = true }
    let parent = Numbering.parent(of: own[index].path)
    var free = otherPlaces[Place(parent: parent, kind: kind)] ?? []
    guard members.count > 1 || free.count > 1 else { return }
    var names = [String?](repeating: nil, count: members.count)
    for (place, member) in members.enumerated() {
      let content = Numbering.content(own, member)
      if let same = free.firstIndex(where: { Numbering.content(other, $0) == content }) {
        names[place] = other[free.remove(at: same)].path
      }
    }
    var next = (otherPlaces[Place(parent: parent, kind: kind)] ?? []).count
    for place in members.indices where names[place] == nil {
      if free.isEmpty {
        next += 1
        let front = parent.isEmpty ? "" : parent + "."
        names[place] = front + kind.rawValue + (next == 1 ? "" : " \(next)")
      } else {
        names[place] = other[free.removeFirst()].path
      }
    }
    for (member, name) in zip(members, names) {
      if let name { rename(member, name) }
    }
  }

  /// Gives a block, and what lies in it, another path.
  private mutating func rename(_ index: Int, _ path: String) {
    let front = own[index].path
    for inner in index..<Numbering.end(of: index, before) {
      own[inner].path = path + own[inner].path.dropFirst(front.count)
    }
  }

  /// One past the last block that lies in another.
  private static func end(of index: Int, _ paths: [String]) -> Int {
    let front = paths[index] + "."
    return paths[(index + 1)...].firstIndex { !$0.hasPrefix(front) } ?? paths.count
  }

  /// What a block says, with all that lies in it.
  private static func content(_ blocks: [ResolvedBlock], _ index: Int) -> [String] {
    let front = blocks[index].path
    let inner = blocks[(index + 1)...].prefix { $0.path.hasPrefix(front + ".") }
    return ([blocks[index]] + inner).flatMap { block in
      [String(block.path.dropFirst(front.count)), block.kind.rawValue, block.label ?? ""]
        + block.properties.flatMap { [$0.word, $0.text()] }
    }
  }
}
