/// A commit as readers know it.
package struct GitCommit: Hashable, Sendable {
  /// All of its digits.
  package let hash: String
  package let abbreviation: String
  /// The day it was made, where its committer was: year, month, day.
  package let date: String
  package let author: String
  package let subject: String
}

extension GitRepository {
  /// The commits on the way to a revision that changed any of some files, the oldest first.
  ///
  /// Only the first parents are gone along: what a branch tried before it was merged was never the plan, and the merge is the
  /// day on which it became that.
  ///
  /// - Parameters:
  ///   - files: Names from the top of the repository.
  ///   - last: The commit that the history ends with.
  ///   - first: One whose own history is left out; `nil` for all of it.
  /// - Returns: Each once.
  /// - Throws: `GitFailure`.
  /// - Complexity: O(commits), in git.
  package func commits(
    touching files: [String], until last: String, since first: String? = nil
  ) throws(GitFailure) -> [GitCommit] {
    let range = first.map { ["^\($0)", last] } ?? [last]
    let output = try Git.run(
      [
        "log", "--first-parent", "--diff-merges=first-parent", "--no-show-signature",
        "--no-ext-diff",
        "--no-textconv", "--no-renames", "--no-color", "--no-notes", "--no-decorate", "-s",
        "--reverse",
        "-z", "--date=format:%Y-%m-%d", "--format=%H%x1f%h%x1f%cd%x1f%an%x1f%s",
      ] + range + ["--"] + files, in: folder)
    return GitRepository.words(output).compactMap(GitCommit.init)
  }

  /// What a file was called in the commits before, the latest first, each with the commit that renamed it.
  ///
  /// - Throws: `GitFailure`.
  /// - Complexity: O(commits), in git.
  package func formerNames(
    of file: String, until last: String
  ) throws(GitFailure) -> [(commit: String, name: String)] {
    let output = try Git.run(
      [
        "log", "--first-parent", "--diff-merges=first-parent", "--no-show-signature",
        "--no-ext-diff",
        "--no-textconv", "--no-color", "--no-notes", "--no-decorate", "--follow", "-M", "-z",
        "--name-status",
        "--diff-filter=R", "--format=%x1e%H", last, "--", file,
      ], in: folder)
    var names: [(commit: String, name: String)] = []
    // Each commit is `\u{1E}HASH`, then `R100`, the old name and the new one.
    for record in String(decoding: output, as: UTF8.self).split(separator: "\u{1E}") {
      let words = record.split(separator: "\0").map { $0.drop(while: \.isNewline) }
      guard words.count >= 4 else { continue }
      names.append((String(words[0]), String(words[2])))
    }
    return names
  }
}

extension GitCommit {
  /// From `HASH␟SHORT␟DATE␟AUTHOR␟SUBJECT`.
  fileprivate init?(_ text: String) {
    let parts = text.drop(while: \.isNewline)
      .split(separator: "\u{1F}", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5 else { return nil }
    self.init(
      hash: parts[0], abbreviation: parts[1], date: parts[2], author: parts[3], subject: parts[4])
  }
}
