#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Results that took long, kept under names made of all that they follow from, so that nothing in it ever gets old.
///
/// It may vanish, be cut off or be written to by several programs at any time: what cannot be read is as if it were not there,
/// and what cannot be written is not kept. Whoever reads has to check what comes back all the same.
package struct ContentCache: Sendable {
  private let folder: String

  /// How much is kept.
  ///
  /// Beyond either, what was not read for longest goes first.
  package struct Limits: Sendable {
    let entries: Int
    let bytes: Int

    package init(entries: Int, bytes: Int) {
      self.entries = entries
      self.bytes = bytes
    }

    /// A year of planning, in less room than a page of the web takes.
    package static let usual = Limits(entries: 1_000, bytes: 32_000_000)
  }
  private let limits: Limits

  /// The user's own; `nil` where `PLAN_NO_CACHE` is set, or no folder is the user's alone.
  package static var usual: ContentCache? {
    guard Variables.value(of: "PLAN_NO_CACHE") == nil, let folder = try? UserFolder.cache.path()
    else { return nil }
    return ContentCache(folder: folder)
  }

  /// `nil` where somebody else may write into the folder.
  package init?(folder: String, limits: Limits = .usual) {
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      ContentCache.isOwn(status)
    else { return nil }
    self.folder = folder
    self.limits = limits
  }

  /// What is kept under a name; `nil` where there is nothing that only the user could have written.
  ///
  /// - Parameter name: Letters and digits.
  /// - Returns: The bytes as they were written.
  package func read(_ name: String) -> [UInt8]? {
    guard let path = path(of: name) else { return nil }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      ContentCache.isOwn(status)
    else { return nil }
    // The time of its last use decides what goes first.
    futimens(descriptor, nil)
    return try? Files.readAll(descriptor: descriptor, path: path, sizeMax: Self.entrySizeMax)
  }

  /// Keeps something: readers see all of it or nothing.
  ///
  /// - Parameters:
  ///   - bytes: What is kept; more than `entrySizeMax` is not.
  ///   - name: Letters and digits.
  package func write(_ bytes: [UInt8], named name: String) {
    guard let path = path(of: name), bytes.count <= Self.entrySizeMax else { return }
    var template = Array("\(folder)/new-XXXXXX".utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { return }
    let new = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // Not waited for until it is on the disk: what a crash leaves half is no entry for whoever reads it.
    let isWritten = (try? Streams.write(bytes, descriptor: descriptor, name: new)) != nil
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(new, path) == 0 else {
      unlink(new)
      return
    }
    prune()
  }

  /// A schedule of ten thousand works, with room.
  package static let entrySizeMax = 4_000_000

  /// Only what is a name reaches the file system.
  private func path(of name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= 100,
      name.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) })
    else { return nil }
    return "\(folder)/\(name)"
  }

  /// The user's, and nobody else may write there.
  private static func isOwn(_ status: stat) -> Bool {
    status.st_uid == geteuid() && status.st_mode & (S_IWGRP | S_IWOTH) == 0
  }

  // MARK: Making room

  private struct Entry {
    let path: String
    let size: Int
    /// Of the last use, in nanoseconds.
    let time: Int64
  }

  /// Takes the oldest away until a quarter is free, so that this is done now and then and not every time.
  private func prune() {
    var entries = entries
    var size = entries.reduce(0) { $0 + $1.size }
    guard entries.count > limits.entries || size > limits.bytes else { return }
    entries.sort { ($0.time, $0.path) > ($1.time, $1.path) }
    while entries.count > limits.entries / 4 * 3 || size > limits.bytes / 4 * 3,
      let oldest = entries.popLast()
    {
      unlink(oldest.path)
      size -= oldest.size
    }
  }

  private var entries: [Entry] {
    Files.neighbours(of: folder + "/", ending: "").compactMap { path in
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return Entry(
        path: path, size: Int(status.st_size),
        time: Int64(status.written.tv_sec) &* 1_000_000_000 &+ Int64(status.written.tv_nsec))
    }
  }
}
