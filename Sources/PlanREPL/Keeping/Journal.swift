internal import PlanDialogue
internal import PlanSystem

/// What a session has done so far, on the disk before it is answered: a session that is killed is offered again.
///
/// One file a session, in the folder of the user's own. It begins with the plan's path; then come the entries, as they were
/// accepted. It goes when there is nothing in it that is not saved.
final class Journal {
  private let file: AppendedFile
  private let header: String
  private var isStarted = false

  private init(file: AppendedFile, header: String) {
    self.file = file
    self.header = header
  }

  /// A journal for a session that begins.
  ///
  /// - Parameter plan: With links followed.
  /// - Returns: The journal, empty.
  /// - Throws: `FileFailure`.
  static func begin(_ plan: String) throws(FileFailure) -> Journal {
    let folder = try UserFolder.state.path()
    for number in 1...sessionsMax {
      let path = "\(folder)/\(prefix(of: plan))\(number)"
      if let file = try AppendedFile.create(path) {
        return Journal(file: file, header: header(of: plan))
      }
    }
    throw FileFailure(
      path: folder, reason: "it holds \(sessionsMax) sessions of this plan already", kind: .limit)
  }

  /// Sessions of one plan that may be open, or wait to be taken up again: more is a mistake somewhere.
  private static let sessionsMax = 99

  /// Notes what was accepted.
  ///
  /// - Throws: `FileFailure`: the session goes on, and would be lost with the program.
  func append(_ entry: String) throws(FileFailure) {
    try file.append((isStarted ? "" : header) + entry + "\n")
    isStarted = true
  }

  /// Everything is saved.
  func settle() {
    try? file.empty()
    isStarted = false
  }

  /// Nothing is left to be offered.
  func remove() { file.remove() }

  // MARK: Sessions that have ended

  /// What a session has left behind.
  struct Remains {
    fileprivate let file: AppendedFile
    /// Entries that are whole.
    let entries: [TypedEntry]

    func remove() { file.remove() }
  }

  /// The oldest session of a plan that ended without saving and that nobody has open.
  static func remains(of plan: String) -> Remains? {
    guard let folder = try? UserFolder.state.path() else { return nil }
    for name in UserFolder.state.names(beginning: prefix(of: plan)) {
      let path = "\(folder)/\(name)"
      guard let file = AppendedFile.claim(path),
        let bytes = try? Files.read(path, sizeMax: sizeMax)
      else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasPrefix(header(of: plan)) else {
        // A session in which nothing was done leaves an empty file.
        if bytes.isEmpty { file.remove() }
        continue
      }
      let reader = EntryReader(String(text.dropFirst(header(of: plan).count)))
      // The last entry may have been cut off.
      let entries =
        reader.isOpen || !text.hasSuffix("\n")
        ? Array(reader.entries.dropLast()) : reader.entries
      guard entries.isEmpty else { return Remains(file: file, entries: entries) }
      file.remove()
    }
    return nil
  }

  /// A session of a hundred thousand changes; more is no session's.
  private static let sizeMax = 64_000_000

  private static func header(of plan: String) -> String { "# a session of \(plan)\n" }

  /// Beginning of the names of a plan's journals: paths are longer than names may be, so it is a number made of it.
  private static func prefix(of plan: String) -> String {
    // FNV-1a, 64 bits (Fowler, Noll, Vo, 1991); two plans of one number are told apart by the header.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in plan.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return "session-" + String(repeating: "0", count: 16 - digits.count) + digits + "-"
  }
}
