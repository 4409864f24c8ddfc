internal import PlanSystem

/// What was typed in all sessions, newest last: one file of the user's own, an entry a line.
struct History {
  private let path: String

  /// Entries that are kept.
  static let entriesMax = 10_000
  /// Twice that many entries of a few hundred bytes.
  private static let sizeMax = 16_000_000

  /// `nil` where there is no folder to keep it in.
  init?() {
    guard let folder = try? UserFolder.state.path() else { return nil }
    path = folder + "/history"
  }

  /// The entries, of which the last are kept where there are too many.
  func load() -> [String] {
    guard let bytes = try? Files.read(path, sizeMax: History.sizeMax, mustBeRegular: true) else {
      return []
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let kept = lines.suffix(History.entriesMax)
    // Written anew now and then, not at every start.
    if lines.count > 2 * History.entriesMax {
      try? Files.writeAtomically(
        Array((kept.joined(separator: "\n") + "\n").utf8), to: path)
    }
    return kept.map { History.decoded($0) }
  }

  /// Several sessions may append at once; what cannot be written is not remembered, and nobody is bothered.
  func append(_ entry: String) {
    guard let file = try? AppendedFile.open(path) else { return }
    try? file.append(History.encoded(entry) + "\n")
  }

  static func encoded(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  static func decoded(_ line: Substring) -> String {
    var entry = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        entry.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        entry.append(character)
      }
    }
    return entry
  }
}
