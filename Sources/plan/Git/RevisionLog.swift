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

  /// The revisions that changed the plan, what it imports now, or what was agreed of it, the oldest first.
  ///
  /// - Parameter first: A commit whose own history is left out; `nil` for all.
  /// - Returns: Each once; one in which the plan is missing has none to read.
  /// - Throws: `VersionFailure`.
  func revisions(since first: String? = nil) throws(VersionFailure) -> [PlanRevision] {
    var files: [String] = []
    for name in [place] + formerNames.map(\.name) where !files.contains(name) {
      files += [name, name + ".lock"]
    }
    for path in try present().checked.filePaths.dropFirst() {
      if let name = repository.name(of: path), !files.contains(name) { files.append(name) }
    }
    do throws(GitFailure) {
      return revisions(
        of: try repository.commits(touching: files, until: last, since: first))
    } catch {
      throw VersionFailure(error)
    }
  }

  /// Each commit with the name that the plan's own file had then.
  private func revisions(of commits: [GitCommit]) -> [PlanRevision] {
    let renamings = Dictionary(
      formerNames.map { ($0.commit, $0.name) }, uniquingKeysWith: { first, _ in first })
    var name = place
    var revisions: [PlanRevision] = []
    for commit in commits.reversed() {
      revisions.append(revision(commit, name))
      name = renamings[commit.hash] ?? name
    }
    return revisions.reversed()
  }

  private func revision(_ commit: GitCommit, _ name: String) -> PlanRevision {
    let reader = RevisionReader(
      objects: objects, commit: commit.hash, name: commit.abbreviation)
    let options = PlanInput.circumstances(of: "-", version)
    return PlanRevision(
      commit: commit.hash, place: name, name: commit.abbreviation,
      date: CheckOptions.Day(commit.date), author: commit.author, subject: commit.subject, options
    ) { reader.version(name, options) }
  }

  /// The plan as its files are now; `nil` where they are as the last commit has them.
  ///
  /// - Throws: `VersionFailure` where it cannot be read.
  func uncommitted(after latest: PlanRevision?) throws(VersionFailure) -> PlanRevision? {
    let present = try present()
    if let latest, latest.hasSameFiles(as: present) { return nil }
    return PlanRevision(uncommitted: present)
  }

  /// Whether the history was cut off when the repository was cloned.
  var isShallow: Bool { repository.isShallow }

  private func present() throws(VersionFailure) -> PlanVersion {
    try WorkTreePlan(file, version).version(named: AskedPlan.workTreeName)
  }
}
