#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A folder in which the program keeps what is the user's and no plan's, where the XDG Base Directory Specification puts it.
package enum UserFolder: Sendable {
  /// What is to last: history, journals of sessions. `$XDG_STATE_HOME/plan`, or `~/.local/state/plan`.
  case state
  /// What may go at any time. `$XDG_CACHE_HOME/plan`, or `~/.cache/plan`.
  case cache

  /// The folder, made where it is not there and private to the user.
  ///
  /// - Throws: `FileFailure` where there is no home, or nothing can be made in it.
  package func path() throws(FileFailure) -> String {
    let base: String
    if let given = Variables.value(of: variable), given.hasPrefix("/") {
      base = given
    } else if let home = Variables.value(of: "HOME"), home.hasPrefix("/") {
      base = "\(home)/\(usual)"
    } else {
      throw FileFailure(path: "~/\(usual)/plan", reason: "there is no home folder")
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
  package func names(beginning prefix: String) -> [String] {
    guard let folder = try? path() else { return [] }
    return Files.neighbours(of: folder + "/", ending: "")
      .compactMap { $0.split(separator: "/").last.map(String.init) }
      .filter { $0.hasPrefix(prefix) }
  }

  private var variable: String {
    switch self {
    case .state: "XDG_STATE_HOME"
    case .cache: "XDG_CACHE_HOME"
    }
  }

  private var usual: String {
    switch self {
    case .state: ".local/state"
    case .cache: ".cache"
    }
  }
}
