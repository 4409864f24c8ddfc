#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The folder that a plan's imports may not leave: the repository it lies in, or its own folder.
package struct PlanRoot: Sendable {
  /// With links followed.
  package let folder: String
  /// The plan itself with links followed; `nil` for standard input.
  package let file: String?

  /// - Parameter path: The plan, or `-`, whose imports are relative to the working directory.
  package init(of path: String) {
    let real = path == "-" ? nil : Files.realPath(path)
    file = real
    let home = real.map(PlanRoot.parent) ?? Files.realPath(".") ?? "."
    var candidate = home
    while !PlanRoot.isRepository(candidate), candidate != "/" {
      candidate = PlanRoot.parent(candidate)
    }
    folder = PlanRoot.isRepository(candidate) ? candidate : home
  }

  /// Where an import leads.
  package enum Place: Sendable {
    case file(real: String, shown: String)
    case outside
    case nowhere(FileFailure)
  }

  /// Follows a relative path, and links, from the file that holds it.
  package func find(_ path: String, from importer: String) -> Place {
    let shown = PlanRoot.joined(path, importer)
    guard let real = Files.realPath(shown) else {
      let failure = failure(shown)
      // What is not there could not be had from outside either, and that is the mistake that remains once it is.
      return holds(PlanRoot.expectedPath(shown)) ? .nowhere(failure) : .outside
    }
    return holds(real) ? .file(real: real, shown: shown) : .outside
  }

  private func holds(_ real: String) -> Bool {
    real == folder || real.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  /// Where a path would lead if the file were there: links are followed as far as there is anything.
  private static func expectedPath(_ path: String) -> String {
    var steps = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    var missing: [String] = []
    var real: String?
    while real == nil, let last = steps.popLast() {
      missing.append(last)
      let front = (path.hasPrefix("/") ? "/" : "") + steps.joined(separator: "/")
      real = Files.realPath(front.isEmpty ? "." : front)
    }
    var result = (real ?? "/").split(separator: "/").map(String.init)
    for step in missing.reversed() where step != "." {
      if step == ".." { _ = result.popLast() } else { result.append(step) }
    }
    return "/" + result.joined(separator: "/")
  }

  /// Plans that an import of this file could mean, written as it would write them.
  package func neighbours(of path: String, from importer: String) -> [String] {
    let beside = Files.neighbours(of: PlanRoot.joined(path, importer), ending: ".plan")
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return beside.map { full in
      folder + (full.split(separator: "/").last.map(String.init) ?? full)
    }
  }

  private static func joined(_ path: String, _ importer: String) -> String {
    importer.lastIndex(of: "/").map { importer[...$0] + path } ?? path
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// `.git` is a folder, or a file in a worktree.
  private static func isRepository(_ folder: String) -> Bool {
    access(folder == "/" ? "/.git" : folder + "/.git", F_OK) == 0
  }
}
