/// Where imports lead, and what stands there: the shell's view of the machine's files, as a value.
package struct FileProvider: Sendable {
  /// Where an import leads.
  package enum Place: Sendable {
    /// A file inside the plan's root.
    ///
    /// - Parameters:
    ///   - real: Its path with all links followed, by which a file is one file.
    ///   - shown: What messages call it.
    case file(real: String, shown: String)
    /// Outside the root.
    case outside
    /// Nowhere: why, and plans beside it to suggest, written as the import would write them.
    case nowhere(reason: String, neighbours: [String])
  }

  /// What a file holds, or why it cannot be read.
  package enum Content: Sendable {
    case bytes([UInt8])
    case failure(reason: String, isLimit: Bool)
  }

  /// Where the path written in an import leads, seen from the file that imports, as messages call that.
  package let find: @Sendable (_ path: String, _ importer: String) -> Place
  /// Reads a file by its real path; never more than the bytes allowed.
  package let read: @Sendable (_ real: String, _ sizeMax: Int) -> Content

  package init(
    find: @escaping @Sendable (_ path: String, _ importer: String) -> Place,
    read: @escaping @Sendable (_ real: String, _ sizeMax: Int) -> Content
  ) {
    self.find = find
    self.read = read
  }

  /// No files but the one that is given: every import is refused.
  package static let none = FileProvider(
    find: { _, _ in .nowhere(reason: "no files can be read here", neighbours: []) },
    read: { _, _ in .failure(reason: "no files can be read here", isLimit: false) })
}
