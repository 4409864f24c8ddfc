/// A git repository with a work tree, as far as plans are read from it.
package struct GitRepository: Sendable {
  /// The top of the work tree, with links followed.
  package let folder: String
  /// Whether its history was cut off when it was cloned.
  package let isShallow: Bool

  /// The repository that a file or folder lies in.
  ///
  /// - Parameter path: As it was typed; a file need not be there any more, its folder has to be.
  /// - Throws: `GitFailure`, also where git is not installed and where the path lies in no repository.
  package init(holding path: String) throws(GitFailure) {
    let place = Files.isFolder(path) ? path : GitRepository.folder(of: path)
    guard Files.isFolder(place) else {
      throw GitFailure("there is no folder `\(place.count > 60 ? "…" + place.suffix(59) : place)`")
    }
    let answer = try Git.run(
      ["rev-parse", "--is-shallow-repository", "--show-toplevel"], in: place)
    // Names of folders may hold line breaks, so only the first one parts the two.
    let text = String(decoding: answer, as: UTF8.self)
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count > 1 else {
      throw GitFailure("the repository has no work tree")
    }
    isShallow = parts[0] == "true"
    folder = String(parts[1].dropLast())
  }

  /// What to say of history where it was cut off.
  package static let shallowRemark =
    "the history of this clone is cut off; `git fetch --unshallow` brings all of it"

  /// The name of a file inside the repository, `teams/payments.plan`; `nil` where it lies outside.
  package func name(of path: String) -> String? {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard
      let real = Files.realPath(path)
        ?? Files.realPath(GitRepository.folder(of: path)).map({ "\($0)/\(last)" })
    else { return nil }
    let front = folder.hasSuffix("/") ? folder : folder + "/"
    return real.hasPrefix(front) ? String(real.dropFirst(front.count)) : nil
  }

  /// The commit that a revision means, as 40 or 64 hexadecimal digits; `nil` where it means none.
  ///
  /// - Parameter revision: What git calls one: `main`, `HEAD~3`, `v1`.
  /// - Returns: All of its digits.
  /// - Throws: `GitFailure` where git cannot be run.
  package func commit(_ revision: String) throws(GitFailure) -> String? {
    try hash(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
  }

  /// How a revision is written so that it is nothing else; empty where it is none.
  ///
  /// - Throws: `GitFailure` where git cannot be run.
  package func spellings(of revision: String) throws(GitFailure) -> [String] {
    guard try commit(revision) != nil else { return [] }
    var whole: [String] = []
    for front in ["refs/heads/", "refs/tags/", "refs/remotes/"]
    where try commit(front + revision) != nil { whole.append(front + revision) }
    return whole.isEmpty ? ["\(revision)~0"] : whole
  }

  /// The commit at which two parted; `nil` where they have nothing in common, or it lies beyond a shallow clone.
  package func parting(_ first: String, _ second: String) throws(GitFailure) -> String? {
    try hash(["merge-base", "--end-of-options", first, second])
  }

  /// What a file was called in a commit, where git sees that it was renamed between that and another, or the index; `nil`
  /// where it does not.
  package func formerName(
    of file: String, at commit: String, since later: String?
  ) throws(GitFailure) -> String? {
    let same = ["-r", "-M", "-z", "--name-status", "--diff-filter=R", "--no-ext-diff"]
    let command =
      later.map { ["diff-tree"] + same + [commit, $0] }
      ?? ["diff-index", "--cached"] + same + [commit]
    let words = GitRepository.words(try Git.ask(command, in: folder) ?? [])
    for start in stride(from: 0, to: words.count - 2, by: 3) where words[start + 2] == file {
      return words[start + 1]
    }
    return nil
  }

  /// A short form of a commit that no other has.
  package func abbreviation(of commit: String) -> String {
    (try? Git.ask(["rev-parse", "--short", commit], in: folder)).flatMap { $0 }
      .map { GitRepository.line($0) } ?? String(commit.prefix(10))
  }

  private func hash(_ arguments: [String]) throws(GitFailure) -> String? {
    guard let answer = try Git.ask(arguments, in: folder) else { return nil }
    let text = GitRepository.line(answer)
    return text.count >= 40 && text.allSatisfy(\.isHexDigit) ? text : nil
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Words that end with a zero byte each.
  static func words(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
