#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file of the user's own that grows at its end, and outlives the program however that ends.
///
/// Whoever has it open holds it: nobody else can claim it until then, also after a crash.
package final class AppendedFile: Sendable {
  package let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Makes a file that is not there yet, or goes on with one; only the user may read it.
  ///
  /// - Throws: `FileFailure`, also where another program holds it.
  package static func open(_ path: String) throws(FileFailure) -> AppendedFile {
    guard let file = try claim(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC) else {
      throw FileFailure(path: path, reason: "another session has it open")
    }
    return file
  }

  /// Makes a file; `nil` where there is one of the name already.
  ///
  /// - Throws: `FileFailure`.
  package static func create(_ path: String) throws(FileFailure) -> AppendedFile? {
    if Files.isThere(path) { return nil }
    return try claim(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC)
  }

  /// The same of one that is there; `nil` where it is not, or another program holds it.
  package static func claim(_ path: String) -> AppendedFile? {
    (try? claim(path, O_RDWR | O_APPEND | O_CLOEXEC)) ?? nil
  }

  private static func claim(_ path: String, _ flags: Int32) throws(FileFailure) -> AppendedFile? {
    // Named in full: there is a method of this name.
    #if canImport(Darwin)
    let descriptor = Darwin.open(path, flags, 0o600)
    #elseif canImport(Musl)
    let descriptor = Musl.open(path, flags, 0o600)
    #else
    let descriptor = Glibc.open(path, flags, 0o600)
    #endif
    guard descriptor >= 0 else { throw failure(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return AppendedFile(path: path, descriptor: descriptor)
  }

  /// Writes at the end; on the disk when it returns.
  ///
  /// - Throws: `FileFailure`.
  package func append(_ text: String) throws(FileFailure) {
    try Streams.write(Array(text.utf8), descriptor: descriptor, name: path)
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// Takes everything out of it.
  ///
  /// - Throws: `FileFailure`.
  package func empty() throws(FileFailure) {
    guard ftruncate(descriptor, 0) == 0 else { throw failure(path) }
  }

  /// Takes the file away.
  package func remove() { unlink(path) }
}
