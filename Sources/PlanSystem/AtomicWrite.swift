#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What a file shall hold.
package struct FileWrite: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// What it held when its new bytes were made from them; something else stops the writing.
  ///
  /// `nil` for what is new.
  package let expected: [UInt8]?

  package init(path: String, bytes: [UInt8], expected: [UInt8]? = nil) {
    self.path = path
    self.bytes = bytes
    self.expected = expected
  }
}

extension Files {
  /// Replaces files as a whole: readers see the old bytes or the new ones, never a part, and a failure leaves every file as it
  /// was.
  ///
  /// All new bytes are on the disk before the first file is replaced; what was replaced when a later one fails is put back.
  /// Only a machine that stops between two of them leaves some new and some old. A link is followed, so that what it points
  /// to is replaced and the link stays; permissions are kept, and the owner where the system allows it.
  ///
  /// - Throws: `FileFailure`.
  package static func writeAtomically(_ writes: [FileWrite]) throws(FileFailure) {
    var staged: [StagedFile] = []
    defer { for file in staged { file.removeTemporaries() } }
    for write in writes { staged.append(try StagedFile(write, keepsOld: writes.count > 1)) }
    for index in staged.indices {
      do {
        try staged[index].replace()
      } catch {
        for done in staged[..<index].reversed() { done.putBack() }
        throw error
      }
    }
  }

  /// The same of one file.
  package static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    try writeAtomically([FileWrite(path: path, bytes: bytes)])
  }
}

/// A file whose new bytes lie beside it, on the same disk.
private struct StagedFile {
  private let write: FileWrite
  /// With links followed; the path itself when there is nothing yet.
  private let target: String
  /// `nil` for a pipe or a device (`/dev/stdout`), which has no old bytes to keep.
  private var new: String?
  private var old: String?

  init(_ write: FileWrite, keepsOld: Bool) throws(FileFailure) {
    self.write = write
    target = Files.realPath(write.path) ?? write.path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return }
    // A file that nobody may write could be replaced in a folder that one may; that is not what was meant.
    if exists, access(target, W_OK) != 0 { throw failure(write.path) }
    let current = exists ? status : nil
    if keepsOld, let bytes = write.expected {
      old = try Self.temporary(bytes, beside: target, like: current, for: write.path)
    }
    do throws(FileFailure) {
      new = try Self.temporary(write.bytes, beside: target, like: current, for: write.path)
    } catch {
      removeTemporaries()
      throw error
    }
  }

  func replace() throws(FileFailure) {
    guard let new else { return try writeInPlace() }
    if let expected = write.expected {
      let present = try Files.read(target, sizeMax: Int.max)
      guard present == expected else {
        throw FileFailure(path: write.path, reason: "somebody else changed it at the same time")
      }
    }
    guard rename(new, target) == 0 else { throw failure(write.path) }
  }

  func putBack() {
    if let old { rename(old, target) }
  }

  func removeTemporaries() {
    // What has taken its place is no longer there under this name.
    if let new { unlink(new) }
    if let old { unlink(old) }
  }

  private func writeInPlace() throws(FileFailure) {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(write.path) }
    defer { close(descriptor) }
    try Streams.write(write.bytes, descriptor: descriptor, name: write.path)
  }

  /// A new file with the mode and the owner of another one, on the disk.
  private static func temporary(
    _ bytes: [UInt8], beside target: String, like current: stat?, for path: String
  ) throws(FileFailure) -> String {
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = template.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      return mkstemp(base)
    }
    guard descriptor >= 0 else { throw failure(path) }
    let name = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do throws(FileFailure) {
      try Streams.write(bytes, descriptor: descriptor, name: path)
    } catch {
      close(descriptor)
      unlink(name)
      throw error
    }
    // The owner first, since a change of it takes some bits of the mode away.
    if let current { _ = fchown(descriptor, current.st_uid, current.st_gid) }
    fchmod(descriptor, current.map { $0.st_mode & 0o7777 } ?? 0o666 & ~mask())
    let isSynced = fsync(descriptor) == 0
    let reason = failure(path)
    guard close(descriptor) == 0, isSynced else {
      unlink(name)
      throw reason
    }
    return name
  }

  private static func mask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
