internal import PlanSystem
internal import PlanWorkbench

/// The revisions of a plan that git knows, and the plan as it is now behind them.
struct RevisionLog {
  private let repository: GitRepository
  private let objects: GitObjects
  private let file: String
  private let version: VersionOptions
  private let place: String
  private let last: String
  /// What the plan's own file was called before commits that renamed it, the latest first.
  private let formerNames: [(commit: String, name: String)]

  /// - Parameters:
  ///   - file: The plan.
  ///   - version: From when it is seen, and with what set.
  /// - Throws: `VersionFailure`.
  init(_ file: String, _ version: VersionOptions) throws(VersionFailure) {
    self.file = file
    self.version = version
    do throws(GitFailure) {
      repository = try GitRepository(holding: file)
      objects = try GitObjects(repository)
      guard let place = repository.name(of: file) else {
        throw GitFailure.outside
      }
      guard let last = try repository.commit("HEAD") else { throw GitFailure.noCommit }
      self.place = place
      self.last = last
      formerNames = try repository.formerNames(of: place, until: last)
    } catch {
      throw VersionFailure(error)
    }
  }

  /// The commits that changed the plan, its imports or what was agreed of it, the oldest first.
  ///
  /// - Parameter first: A commit whose own history is left out; `nil` for all.
  /// - Returns: Each once.
  /// - Throws: `VersionFailure`.
  func commits(since first: String? = nil) throws(VersionFailure) -> [GitCommit] {
    var files: [String] = []
    for name in [place] + formerNames.map(\.name) where !files.contains(name) {
      files += [name, name + ".lock"]
    }
    let version = try WorkTreePlan(file, version).version(named: "")
    for path in version.checked.filePaths.dropFirst() {
      if let name = repository.name(of: path), !files.contains(name) { files.append(name) }
    }
    do throws(GitFailure) {
      return try repository.commits(touching: files, until: last, since: first)
    } catch {
      throw VersionFailure(error)
    }
  }

  /// The plan as a commit has it; `nil` where that has none.
  ///
  /// - Parameters:
  ///   - commit: One of the commits.
  ///   - order: All of them, the oldest first.
  /// - Returns: The plan with its imports of then.
  func revision(_ commit: GitCommit, in order: [GitCommit]) -> PlanRevision? {
    let reader = RevisionReader(
      objects: objects, commit: commit.hash, name: commit.abbreviation)
    let options = PlanInput.circumstances(of: "-", version)
    guard let plan = reader.version(name(in: commit, order), options) else { return nil }
    return PlanRevision(
      plan, date: CheckOptions.Day(commit.date), author: commit.author, subject: commit.subject)
  }

  /// The plan as its files are now; `nil` where they are as the last commit has them.
  ///
  /// - Throws: `VersionFailure` where it cannot be read.
  func uncommitted(after latest: PlanRevision?) throws(VersionFailure) -> PlanRevision? {
    let present = try WorkTreePlan(file, version).version(named: AskedPlan.workTreeName)
    if let latest, latest.version.hasSameFiles(as: present) { return nil }
    return PlanRevision(present, date: nil, author: "", subject: "not committed")
  }

  /// What the file was called in a commit: the old name of the first renaming behind it.
  private func name(in commit: GitCommit, _ order: [GitCommit]) -> String {
    guard let position = order.firstIndex(of: commit) else { return place }
    let behind = Set(order[(position + 1)...].map(\.hash))
    return formerNames.last { behind.contains($0.commit) }?.name ?? place
  }
}

extension GitFailure {
  fileprivate static let outside = GitFailure("the plan lies in no git repository")
  fileprivate static let noCommit = GitFailure("the repository has no commit yet")
}
