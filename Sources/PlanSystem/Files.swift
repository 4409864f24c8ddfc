#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Why a file could not be read or written, in words a user can act on.
package struct FileFailure: Error, Equatable, Sendable {
  package let path: String
  /// What is wrong: "no such file".
  package let reason: String
  package let kind: Kind

  package enum Kind: Sendable {
    case machine
    /// A limit of ours was hit, and not one of the machine's.
    case limit
    /// Whoever read the pipe has gone, as `head` does when it has enough.
    case closedPipe
  }

  package init(path: String, reason: String, kind: Kind = .machine) {
    self.path = path
    self.reason = reason
    self.kind = kind
  }
}

/// Reading and writing whole files.
package enum Files {
  /// How `-` is called in messages.
  package static let standardInputName = "<stdin>"

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: A path, or `-`.
  ///   - sizeMax: More bytes than this are refused, before they are all in memory.
  ///   - mustBeRegular: Whether pipes and devices, which may never end, are refused.
  /// - Returns: The bytes.
  /// - Throws: `FileFailure`.
  package static func read(
    _ path: String, sizeMax: Int, mustBeRegular: Bool = false
  ) throws(FileFailure) -> [UInt8] {
    if path == "-" {
      return try readAll(descriptor: 0, path: standardInputName, sizeMax: sizeMax)
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileFailure(path: path, reason: "it is a folder, not a file")
    }
    if mustBeRegular, status.st_mode & S_IFMT != S_IFREG {
      throw FileFailure(path: path, reason: "it is a pipe or a device, not a file")
    }
    if Int(status.st_size) > sizeMax { throw tooLarge(path, sizeMax: sizeMax) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    return try readAll(descriptor: descriptor, path: path, sizeMax: sizeMax)
  }

  /// Names beside a path with an ending, sorted, to suggest when the path is wrong.
  package static func neighbours(of path: String, ending: String) -> [String] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let names = entries(of: folder.isEmpty ? "." : folder) ?? []
    return names.filter { $0.hasSuffix(ending) }.map { folder + $0 }
  }

  /// The one file of this folder whose name ends so; `nil` where there are several, or none.
  package static func only(ending: String) -> String? {
    let names = neighbours(of: "", ending: ending)
    return names.count == 1 ? names.first : nil
  }

  /// Files in a folder and in those inside it whose names end so, sorted; links and hidden ones are passed over.
  ///
  /// Following a link would write to what lies elsewhere, and might never end.
  ///
  /// - Throws: `FileFailure` for the folder itself; what cannot be looked into below it is passed over.
  package static func below(_ folder: String, ending: String) throws(FileFailure) -> [String] {
    guard entries(of: folder) != nil else { throw failure(folder) }
    var found: [String] = []
    var folders = [folder]
    while let next = folders.popLast() {
      for name in entries(of: next) ?? [] {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(path)
        case S_IFREG where name.hasSuffix(ending): found.append(path)
        default: break
        }
      }
    }
    return found.sorted()
  }

  /// Whether a path leads to anything.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Names in a folder, sorted, without hidden ones, those of folders with a slash behind them.
  ///
  /// - Parameter folder: Its path with a slash at the end; empty for where the program runs.
  /// - Returns: Names; none where it cannot be read.
  package static func names(in folder: String) -> [String] {
    (entries(of: folder.isEmpty ? "." : folder) ?? []).map {
      isFolder(folder + $0) ? $0 + "/" : $0
    }
  }

  /// Names in a folder, sorted; `nil`, and the reason in `errno`, when it cannot be looked into.
  static func entries(of folder: String, hidden isHiddenShown: Bool = false) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != "..", isHiddenShown || !name.hasPrefix(".") else { continue }
      names.append(name)
    }
    return names.sorted()
  }

  static func readAll(
    descriptor: Int32, path: String, sizeMax: Int
  ) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Streams.readSome(descriptor, $0) }
      if count < 0 { throw failure(path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if bytes.count > sizeMax { throw tooLarge(path, sizeMax: sizeMax) }
    }
  }

  private static func tooLarge(_ path: String, sizeMax: Int) -> FileFailure {
    FileFailure(
      path: path, reason: "it is larger than \(sizeMax / 1_000_000) MB", kind: .limit)
  }

  /// The path from the top with links followed; `nil`, and the reason in `errno`, when there is nothing.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

extension stat {
  /// When it was last written.
  var written: timespec {
    #if canImport(Darwin)
    st_mtimespec
    #else
    st_mtim
    #endif
  }
}

/// What `errno` says, in words that do not depend on the locale for the cases that users meet.
func failure(_ path: String) -> FileFailure {
  let code = errno
  let reason =
    switch code {
    case ENOENT: "no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a folder, not a file"
    case ENOTDIR: "a part of the path is not a folder"
    case ENOSPC: "no space left on the device"
    case EDQUOT: "your share of the disk is used up"
    case EFBIG: "it would be larger than files may be here"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "its links go round in a circle"
    case EROFS: "the file system is read-only"
    case EPIPE: "nobody reads it any more"
    default: "error \(code) of the operating system"
    }
  return FileFailure(path: path, reason: reason, kind: code == EPIPE ? .closedPipe : .machine)
}
