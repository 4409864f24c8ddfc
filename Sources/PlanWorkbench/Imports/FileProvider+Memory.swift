internal import Synchronization

extension FileProvider {
  /// The same with other contents of some files, by their real paths.
  func reading(_ contents: [String: [UInt8]]) -> FileProvider {
    guard !contents.isEmpty else { return self }
    let (find, read) = (find, read)
    return FileProvider(
      find: find,
      read: { real, sizeMax in contents[real].map { .bytes($0) } ?? read(real, sizeMax) })
  }

  /// The same, with every file read once: what changes on the disk afterwards is not seen.
  ///
  /// What is not there is looked for again, because somebody may be about to write it.
  var remembering: FileProvider {
    let memory = Memory()
    let (find, read) = (find, read)
    return FileProvider(
      find: find,
      read: { real, sizeMax in
        if let known = memory.contents.withLock({ $0[real] }) { return .bytes(known) }
        let content = read(real, sizeMax)
        if case .bytes(let bytes) = content {
          memory.contents.withLock { $0[real] = bytes }
        }
        return content
      })
  }

  private final class Memory: Sendable {
    let contents = Mutex<[String: [UInt8]]>([:])
  }
}

extension CheckOptions {
  /// The same with other contents of some files, by their real paths.
  func reading(_ contents: [String: [UInt8]]) -> CheckOptions {
    var options = self
    options.files = files.reading(contents)
    return options
  }
}
