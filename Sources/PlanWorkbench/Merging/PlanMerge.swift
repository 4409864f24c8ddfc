internal import PlanSyntax

/// A file that two have changed: what each of them changed, statement by statement, wherever it stands.
package struct PlanMerge: Sendable {
  package let bytes: [UInt8]
  /// How many statements both changed differently; they stand in the file twice, between marks.
  package let conflicts: Int

  /// Merges; `nil` where one of them cannot be read, or where a conflict has no lines of its own.
  ///
  /// - Parameters:
  ///   - base: As both had it.
  ///   - ours: As one has made it; its order, layout and comments stay.
  ///   - theirs: As the other has.
  ///   - markLength: How long the marks of conflicts are.
  /// - Complexity: O(tokens · depth).
  package init?(base: [UInt8], ours: [UInt8], theirs: [UInt8], markLength: Int = 7) {
    let parses = [base, ours, theirs].map {
      parse(SourceText(file: FileID(raw: 0), path: "", bytes: $0))
    }
    let isEmptyBase = base.allSatisfy { [9, 10, 13, 32].contains($0) }
    guard parses[1].diagnostics.isEmpty, parses[2].diagnostics.isEmpty,
      parses[0].diagnostics.isEmpty || isEmptyBase
    else { return nil }
    let trees = parses.map(\.tree)
    var merging = Merging(
      source: trees[1].source,
      mark: (0..<3).map { String(repeating: Self.marks[$0], count: markLength) })
    let isDone = merging.merge(
      isEmptyBase ? [] : trees[0].file.statements, trees[1].file.statements,
      trees[2].file.statements, in: nil)
    guard isDone else { return nil }
    bytes = merging.source.applying(merging.edits)
    conflicts = merging.conflicts
    guard conflicts == 0 else { return }
    // What each of them could read, both together have to be able to read.
    let merged = parse(SourceText(file: FileID(raw: 0), path: "", bytes: bytes))
    guard merged.diagnostics.isEmpty else { return nil }
  }

  private static let marks = ["<", "=", ">"]
}

private struct Merging {
  /// As we have it.
  let source: SourceText
  let mark: [String]
  var edits: [SourceEdit] = []
  var conflicts = 0

  /// Merges statements of one block; false where a conflict in it has no lines of its own, so that it is one of the whole
  /// block.
  mutating func merge(
    _ base: [Statement], _ ours: [Statement], _ theirs: [Statement], in block: Statement?
  ) -> Bool {
    let own = StatementPairing(base, ours)
    let their = StatementPairing(base, theirs)
    for (index, statement) in base.enumerated() {
      let mine = own.newOfOld[index].map { ours[$0] }
      let other = their.newOfOld[index].map { theirs[$0] }
      guard merge(statement, mine, other, ours, theirs, in: block) else { return false }
    }
    let added = theirs.indices.filter { their.oldOfNew[$0] == nil }
    let ownAdded = ours.indices.filter { own.oldOfNew[$0] == nil }
    let both = StatementPairing(ownAdded.map { ours[$0] }, added.map { theirs[$0] })
    for (place, index) in added.enumerated() {
      if let partner = both.oldOfNew[place] {
        guard same(ours[ownAdded[partner]], theirs[index], ours, theirs) else { return false }
        continue
      }
      // Behind what it stands behind with them, where we have that.
      let anchor = theirs[..<index].indices.reversed().lazy.compactMap { before in
        their.oldOfNew[before].flatMap { own.newOfOld[$0] }.map { ours[$0] }
      }.first
      insert(theirs[index], theirs, behind: anchor, ours, in: block)
    }
    return true
  }

  /// One statement that there was: as we have it, and as they do.
  private mutating func merge(
    _ base: Statement, _ mine: Statement?, _ other: Statement?, _ ours: [Statement],
    _ theirs: [Statement], in block: Statement?
  ) -> Bool {
    guard let mine else {
      // We took it out; what they made of it meanwhile is a question.
      guard let other, other.wording != base.wording else { return true }
      guard ours.isEmpty == false || block == nil else { return false }
      return conflict(at: nil, in: block, ours, "", other.text(among: theirs))
    }
    guard let other else {
      if mine.wording == base.wording {
        edits.append(source.removal(of: mine.syntax, among: ours.map(\.syntax)))
        return true
      }
      return conflict(at: mine, in: block, ours, mine.text(among: ours), "")
    }
    if other.wording == base.wording || other.wording == mine.wording { return true }
    if mine.wording == base.wording, mine.body == nil || other.body == nil || base.body == nil {
      edits.append(SourceEdit(mine.range, Array(other.syntax.text.utf8)))
      return true
    }
    guard let baseBody = base.body, let myBody = mine.body, let otherBody = other.body else {
      return same(mine, other, ours, theirs)
    }
    if other.headerWording != base.headerWording, other.headerWording != mine.headerWording {
      guard mine.headerWording == base.headerWording else {
        return same(mine, other, ours, theirs)
      }
      let text = other.syntax.tree.source.text(other.header)
      edits.append(SourceEdit(mine.header, Array(text.utf8)))
    }
    let (editsBefore, conflictsBefore) = (edits.count, conflicts)
    if merge(baseBody.statements, myBody.statements, otherBody.statements, in: mine) { return true }
    edits.removeLast(edits.count - editsBefore)
    conflicts = conflictsBefore
    return conflict(at: mine, in: block, ours, mine.text(among: ours), other.text(among: theirs))
  }

  /// Two that should be one: fine where they say the same.
  private mutating func same(
    _ mine: Statement, _ other: Statement, _ ours: [Statement], _ theirs: [Statement]
  ) -> Bool {
    if mine.wording == other.wording { return true }
    return conflict(at: mine, in: nil, ours, mine.text(among: ours), other.text(among: theirs))
  }

  private mutating func insert(
    _ statement: Statement, _ theirs: [Statement], behind anchor: Statement?, _ ours: [Statement],
    in block: Statement?
  ) {
    let text = canonical(statement.text(among: theirs))
    if let block {
      let isProperty = statement.isProperty
      edits += EditedBlock(syntax: block.syntax, body: block.body)
        .inserting(isProperty ? [text] : [], isProperty ? [] : [text])
    } else if let anchor, source.isAlone(anchor) {
      edits.append(Insertion(source).lines([text], behind: anchor.syntax, like: nil))
    } else {
      edits.append(Insertion(source).atEnd([text]))
    }
  }

  /// Puts both between marks, on lines of their own; false where the statement has none.
  private mutating func conflict(
    at mine: Statement?, in block: Statement?, _ ours: [Statement], _ first: String,
    _ second: String
  ) -> Bool {
    let style = FileStyle(source)
    let place = mine ?? ours.last
    let indentation = place.map { source.indentation(at: $0.range.start) } ?? ""
    func lines(_ text: String) -> String {
      text.isEmpty
        ? "" : indentation + style.laidOut(canonical(text), behind: indentation) + style.lineEnd
    }
    let end = style.lineEnd
    let second = lines(second)
    guard let place else {
      guard block == nil else { return false }
      let text = "\(mark[0]) ours\(end)\(mark[1])\(end)\(second)\(mark[2]) theirs\(end)"
      edits.append(SourceEdit(TextRange(start: 0, end: 0), Array(text.utf8)))
      conflicts += 1
      return true
    }
    guard source.isAlone(place) else { return false }
    let last = source.endOfLine(at: place.range.end)
    conflicts += 1
    guard mine != nil else {
      let text = "\(end)\(mark[0]) ours\(end)\(mark[1])\(end)\(second)\(mark[2]) theirs"
      edits.append(SourceEdit(TextRange(start: last, end: last), Array(text.utf8)))
      return true
    }
    let start = source.lineStarts[source.line(at: place.range.start)]
    edits.append(
      SourceEdit(TextRange(start: start, end: start), Array("\(mark[0]) ours\(end)".utf8)))
    let text = "\(end)\(mark[1])\(end)\(second)\(mark[2]) theirs"
    edits.append(SourceEdit(TextRange(start: last, end: last), Array(text.utf8)))
    return true
  }
}

extension SourceText {
  /// Whether a statement begins its first line and ends its last, but for a comma and a comment.
  fileprivate func isAlone(_ statement: Statement) -> Bool {
    let (start, end) = (statement.range.start, statement.range.end)
    guard isBlank(from: lineStarts[line(at: start)], to: start) else { return false }
    let rest = bytes[Int(end)..<Int(endOfLine(at: end))].drop {
      [0x20, 0x09, 0x0D, UInt8(ascii: ",")].contains($0)
    }
    return rest.isEmpty || rest.first == UInt8(ascii: "#")
  }
}
