#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder for what another program reads and writes, which is gone with the value.
final class ScratchFolder {
  let path: String

  /// - Throws: `FileFailure` where none can be made.
  init() throws(FileFailure) {
    let base = Variables.value(of: "TMPDIR") ?? "/tmp"
    var template = Array("\(base)/plan-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw failure(base) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { ScratchFolder.remove(path) }

  /// Removes a folder with everything in it, following no link.
  private static func remove(_ path: String) {
    for name in Files.entries(of: path, hidden: true) ?? [] {
      let inner = "\(path)/\(name)"
      var status = stat()
      guard lstat(inner, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}
