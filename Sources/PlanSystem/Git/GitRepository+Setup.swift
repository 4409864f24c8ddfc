#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

// What is set up in a repository, and what of it is about to be committed.
extension GitRepository {
  /// A value of the repository's own configuration; `nil` where it has none.
  ///
  /// - Throws: `GitFailure` where git cannot be run.
  package func configured(_ name: String) throws(GitFailure) -> String? {
    try Git.ask(["config", "--local", "--null", "--get", name], in: folder)
      .map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// Sets a value of the repository's own configuration.
  ///
  /// - Throws: `GitFailure`.
  package func configure(_ name: String, _ value: String) throws(GitFailure) {
    _ = try Git.run(["config", "--local", "--replace-all", name, value], in: folder)
  }

  /// The file of a hook; `nil` where somebody has put the hooks of this repository, or of all, elsewhere.
  ///
  /// - Throws: `GitFailure`.
  package func hook(_ name: String) throws(GitFailure) -> String? {
    for scope in ["--local", "--global", "--system"] {
      if try Git.ask(["config", scope, "--get", "core.hooksPath"], in: folder) != nil {
        return nil
      }
    }
    let answer = try Git.run(["rev-parse", "--git-common-dir"], in: folder)
    let path = String(decoding: answer.dropLast(), as: UTF8.self)
    return (path.hasPrefix("/") ? path : "\(folder)/\(path)") + "/hooks/\(name)"
  }

  /// The file in which git keeps what is about to be committed while it asks its hook; `nil` where that is the index.
  ///
  /// `git commit -a` and `git commit FILE` make an index for that commit alone.
  package var handedIndex: String? {
    guard let path = Variables.value(of: "GIT_INDEX_FILE"), !path.isEmpty else { return nil }
    return path.hasPrefix("/") ? path : Files.realPath(path) ?? "\(folder)/\(path)"
  }

  /// Files that would be committed and end so, sorted.
  ///
  /// - Parameters:
  ///   - ending: The last characters of their names.
  ///   - index: A file that stands for the repository's own index.
  /// - Returns: Names from the top of the repository.
  /// - Throws: `GitFailure`.
  package func tracked(
    ending: String, index: String? = nil
  ) throws(GitFailure) -> [String] {
    GitRepository.words(
      try Git.run(["ls-files", "-z", "--cached"], in: folder, index: index)
    ).filter { !$0.isEmpty && $0.hasSuffix(ending) }.sorted()
  }

  /// Files that the next commit changes, takes away or brings, sorted.
  ///
  /// - Parameter index: A file that stands for the repository's own index.
  /// - Returns: Names from the top of the repository.
  /// - Throws: `GitFailure`.
  package func staged(index: String? = nil) throws(GitFailure) -> [String] {
    guard try commit("HEAD") != nil else { return try tracked(ending: "", index: index) }
    return GitRepository.words(
      try Git.run(
        [
          "diff-index", "--cached", "--name-only", "-r", "-z", "--no-renames", "--no-ext-diff",
          "HEAD",
        ], in: folder, index: index)
    ).filter { !$0.isEmpty }.sorted()
  }

  /// Merges three files line by line as git does without any driver, into the first; how many conflicts are left.
  ///
  /// - Throws: `GitFailure`.
  package static func mergeLines(
    ours: String, base: String, theirs: String, markLength: Int
  ) throws(GitFailure) -> Int {
    let ended = try Git.start(
      [
        "merge-file", "-q", "--marker-size=\(markLength)", "-L", "ours", "-L", "base", "-L",
        "theirs",
        "--", ours, base, theirs,
      ], in: ".", hearsErrors: true
    ).end(sizeMax: 1 << 20)
    guard let ended, ended.status < 128 else {
      throw GitFailure(saying: ended?.errors ?? "git failed")
    }
    return Int(ended.status)
  }
}

extension Files {
  /// Lets everybody run a file who may read it.
  ///
  /// - Throws: `FileFailure`.
  package static func makeExecutable(_ path: String) throws(FileFailure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    let readers = status.st_mode & 0o444
    guard chmod(path, status.st_mode | readers >> 2) == 0 else { throw failure(path) }
  }

  /// The path of the running program where it was called by one; its name where it was found in `PATH`.
  package static func program(called name: String) -> String {
    name.contains("/") ? realPath(name) ?? name : name
  }
}
