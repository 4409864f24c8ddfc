#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The folder in which the program keeps what is the user's and no plan's: history, journals of sessions.
package enum StateFolder {
  /// The folder, made where it is not there and private to the user: `$XDG_STATE_HOME/plan`, or `~/.local/state/plan`.
  ///
  /// - Throws: `FileFailure` where there is no home, or nothing can be made in it.
  package static func path() throws(FileFailure) -> String {
    let base: String
    if let state = variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      base = state
    } else if let home = variable("HOME"), home.hasPrefix("/") {
      base = home + "/.local/state"
    } else {
      throw FileFailure(path: "~/.local/state/plan", reason: "there is no home folder")
    }
    let folder = base + "/plan"
    var path = ""
    for step in folder.split(separator: "/") {
      path += "/" + step
      if mkdir(path, 0o700) != 0, errno != EEXIST, !Files.isFolder(path) { throw failure(path) }
    }
    return folder
  }

  /// Names in it that begin so, sorted.
  package static func names(beginning prefix: String) -> [String] {
    guard let folder = try? path() else { return [] }
    return Files.neighbours(of: folder + "/", ending: "")
      .compactMap { $0.split(separator: "/").last.map(String.init) }
      .filter { $0.hasPrefix(prefix) }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
