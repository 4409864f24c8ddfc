internal import Synchronization

/// Files as commits hold them: one `git cat-file --batch` that is asked for one after the other.
package final class GitObjects: Sendable {
  private let conversation: Mutex<Conversation>

  /// What is at a name in a commit.
  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    case missing
    /// A link that leads out of the repository, or in a circle, or to nothing.
    case lostLink
    case tooLarge
    /// A folder, or a submodule.
    case noFile
  }

  /// - Parameters:
  ///   - repository: Whose files.
  ///   - index: A file that stands for the repository's own index.
  /// - Throws: `GitFailure` where git cannot be started.
  package init(_ repository: GitRepository, index: String? = nil) throws(GitFailure) {
    conversation = Mutex(
      Conversation(
        process: try Git.start(
          ["cat-file", "--batch", "--follow-symlinks"], in: repository.folder, index: index)))
  }

  deinit { conversation.withLock { $0.process.finish() } }

  /// Reads a file; links inside the commit are followed.
  ///
  /// - Parameters:
  ///   - name: From the top of the repository: `teams/payments.plan`.
  ///   - commit: Its full hash.
  ///   - sizeMax: More bytes than this are refused.
  /// - Returns: Its bytes, or why there are none.
  package func read(_ name: String, in commit: String, sizeMax: Int) -> Content {
    // A line is a question, so what has a line break in its name cannot be asked for.
    guard !name.isEmpty, !name.contains(where: \.isNewline) else { return .missing }
    return conversation.withLock { $0.content("\(commit):\(name)", sizeMax: sizeMax) }
  }

  private struct Conversation: ~Copyable {
    let process: ChildProcess
    /// What was received and not read yet.
    var buffer: ArraySlice<UInt8> = []

    init(process: consuming sending ChildProcess) { self.process = process }

    mutating func content(_ question: String, sizeMax: Int) -> Content {
      do throws(FileFailure) {
        try process.send(Array((question + "\n").utf8))
      } catch {
        return .missing
      }
      guard let header = line() else { return .missing }
      let words = header.split(separator: " ")
      // `HASH blob SIZE`, `symlink SIZE`, `NAME missing`; the name may hold blanks.
      if header.hasSuffix(" missing") || header.hasSuffix(" ambiguous") { return .missing }
      guard let last = words.last, let size = Int(last), size >= 0 else { return .missing }
      guard words.count == 3 else {
        skip(size + 1)
        return .lostLink
      }
      guard words[1] == "blob" else {
        skip(size + 1)
        return .noFile
      }
      guard size <= sizeMax else {
        skip(size + 1)
        return .tooLarge
      }
      let bytes = take(size)
      skip(1)
      return bytes.count == size ? .bytes(bytes) : .missing
    }

    private mutating func line() -> String? {
      var bytes: [UInt8] = []
      while true {
        if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
          bytes += buffer[..<end]
          buffer = buffer[(end + 1)...]
          return String(decoding: bytes, as: UTF8.self)
        }
        bytes += buffer
        guard fill() else { return nil }
      }
    }

    private mutating func take(_ count: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      while bytes.count < count {
        if buffer.isEmpty, !fill() { break }
        let part = buffer.prefix(count - bytes.count)
        bytes += part
        buffer = buffer.dropFirst(part.count)
      }
      return bytes
    }

    private mutating func skip(_ count: Int) {
      var left = count
      while left > 0 {
        if buffer.isEmpty, !fill() { return }
        let part = min(left, buffer.count)
        buffer = buffer.dropFirst(part)
        left -= part
      }
    }

    private mutating func fill() -> Bool {
      buffer = process.receive(upTo: 1 << 16)[...]
      return !buffer.isEmpty
    }
  }
}
