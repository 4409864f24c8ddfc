/// What becomes of a text that two have changed: both changes, where they do not touch one another.
///
/// - Parameters:
///   - base: As both of them had it.
///   - ours: As one has made it.
///   - theirs: As the other has.
/// - Returns: The text with both; `nil` where they changed the same lines, or lines beside one another, in different ways.
/// - Complexity: That of two `LineDiff`s.
package func merged(base: [UInt8], ours: [UInt8], theirs: [UInt8]) -> [UInt8]? {
  let (baseLines, ourLines, theirLines) = (lines(of: base), lines(of: ours), lines(of: theirs))
  var own = LineDiff(baseLines, ourLines).changes[...]
  var others = LineDiff(baseLines, theirLines).changes[...]
  var result: [UInt8] = []
  var next = 0
  func copy(to line: Int) {
    for line in baseLines[next..<line] { result += line }
    next = line
  }
  while let first = own.first ?? others.first {
    let mine = own.first
    let their = others.first
    if let mine, let their, mine.old.touches(their.old) {
      let isSame =
        mine.old == their.old && ourLines[mine.new].elementsEqual(theirLines[their.new])
      guard isSame else { return nil }
      others.removeFirst()
    }
    let takesMine =
      mine.map { mine in
        their.map { mine.old.lowerBound <= $0.old.lowerBound } ?? true
      } ?? false
    let change = takesMine ? first : their ?? first
    copy(to: change.old.lowerBound)
    for line in takesMine ? ourLines[change.new] : theirLines[change.new] { result += line }
    next = change.old.upperBound
    if takesMine { own.removeFirst() } else { others.removeFirst() }
  }
  copy(to: baseLines.count)
  return result
}

extension Range<Int> {
  /// Whether two lie in one another or directly beside one another.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}

/// How many lines of a text were changed, added and taken away.
package struct LineCounts: Hashable, Sendable {
  package private(set) var changed = 0
  package private(set) var added = 0
  package private(set) var removed = 0

  /// - Complexity: That of `LineDiff`.
  package init(from old: [UInt8], to new: [UInt8]) {
    for change in LineDiff(lines(of: old), lines(of: new)).changes {
      let both = min(change.old.count, change.new.count)
      changed += both
      added += change.new.count - both
      removed += change.old.count - both
    }
  }

  /// "6 lines added, nothing else touched".
  package var text: String {
    let parts = [(changed, "changed"), (added, "added"), (removed, "removed")].filter { $0.0 > 0 }
    guard let first = parts.first else { return "nothing touched" }
    let lines = "\(first.0) line\(first.0 == 1 ? "" : "s") \(first.1)"
    let rest = parts.dropFirst().map { ", \($0.0) \($0.1)" }.joined()
    return lines + rest + ", nothing else touched"
  }
}
