internal import PlanSystem
internal import PlanWorkbench
internal import Synchronization

/// The plans of a repository as the next commit would have them.
struct StagedPlans {
  private let repository: GitRepository
  private let objects: GitObjects
  private let staged: Set<String>
  private let names: [String]

  /// - Throws: `GitFailure`.
  init() throws(GitFailure) {
    repository = try GitRepository(holding: ".")
    let index = repository.handedIndex
    objects = try GitObjects(repository, index: index)
    staged = Set(try repository.staged(index: index))
    names = try repository.tracked(ending: ".plan", index: index)
  }

  /// Those that have errors and that the commit changes, by their own file, one that they import, be it taken away, or what was
  /// agreed of them.
  var broken: [CheckedPlan] {
    guard !staged.isEmpty else { return [] }
    return names.compactMap { name in
      guard let plan = plan(name), plan.checked.hasErrors, plan.isWhole else { return nil }
      let files = plan.fileNames + [name + ".lock"]
      return files.contains(where: staged.contains) ? plan.checked : nil
    }
  }

  /// Plans that are not only parts of others.
  var whole: [String] { names.filter { plan($0)?.isWhole ?? false } }

  private struct StagedPlan {
    let checked: CheckedPlan
    let isWhole: Bool
    /// From the top of the repository, with those that it imports and that are not there.
    let fileNames: [String]
  }

  private func plan(_ name: String) -> StagedPlan? {
    guard
      case .bytes(let bytes) = objects.read(name, in: "", sizeMax: CheckOptions.fileSizeMax)
    else { return nil }
    var options = PlanInput.circumstances(of: "-", .asOf(nil))
    let files = FileProvider(objects, commit: "", name: "")
    let missing = MissingFiles()
    options.files = FileProvider(
      find: { path, importer in
        let place = files.find(path, importer)
        if case .nowhere = place { missing.note(path, importer) }
        return place
      }, read: files.read)
    options.realPath = ":\(name)"
    let checked = check(bytes, path: name, options)
    return StagedPlan(
      checked: checked, isWhole: checked.declaresPlan,
      fileNames: checked.filePaths.map { RevisionPath.bare($0, "") } + missing.names)
  }
}

/// What a plan imports and the commit does not have.
private final class MissingFiles: Sendable {
  private let found = Mutex<[String]>([])

  /// From the top of the repository.
  var names: [String] { found.withLock { $0 } }

  func note(_ path: String, _ importer: String) {
    let name = RevisionPath.joined(RevisionPath.bare(path, ""), RevisionPath.bare(importer, ""))
    guard let name else { return }
    found.withLock { $0.append(name) }
  }
}
