/// Bytes of one file of a plan that give way to others.
package struct FileChange: Hashable, Sendable {
  /// The file by its real path; `nil` for the plan's own.
  package let file: String?
  /// Where the old bytes begin.
  let offset: Int
  let old: [UInt8]
  let new: [UInt8]

  private init(file: String?, offset: Int, old: [UInt8], new: [UInt8]) {
    self.file = file
    self.offset = offset
    self.old = old
    self.new = new
  }

  /// What leads from one text to another, as short as one replacement can be; `nil` where they are equal.
  ///
  /// - Complexity: O(bytes).
  init?(file: String?, from old: [UInt8], to new: [UInt8]) {
    guard old != new else { return nil }
    let most = min(old.count, new.count)
    var start = 0
    while start < most, old[start] == new[start] { start += 1 }
    var behind = 0
    while behind < most - start, old[old.count - 1 - behind] == new[new.count - 1 - behind] {
      behind += 1
    }
    self.init(
      file: file, offset: start, old: Array(old[start..<old.count - behind]),
      new: Array(new[start..<new.count - behind]))
  }

  /// What takes the change back.
  var inverse: FileChange { FileChange(file: file, offset: offset, old: new, new: old) }

  /// The text with the change made, which has to be the text that it was made for.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let end = offset + old.count
    let fits = end <= bytes.count && bytes[offset..<end].elementsEqual(old)
    assert(fits, "a change of another text")
    guard fits else { return bytes }
    return bytes[..<offset] + new + bytes[end...]
  }
}
