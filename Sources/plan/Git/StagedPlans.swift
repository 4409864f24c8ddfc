internal import PlanSystem
internal import PlanWorkbench

/// The plans of a repository as the next commit would have them.
struct StagedPlans {
  private let repository: GitRepository
  private let objects: GitObjects
  private let staged: Set<String>
  private let names: [String]
  /// Whether the commit takes files away, which a plan may import: what it misses then is no file of it.
  private let takesAway: Bool

  /// - Throws: `GitFailure`.
  init() throws(GitFailure) {
    repository = try GitRepository(holding: ".")
    let index = repository.handedIndex
    objects = try GitObjects(repository, index: index)
    staged = Set(try repository.staged(index: index))
    let tracked = try repository.tracked(ending: "", index: index)
    names = tracked.filter { $0.hasSuffix(".plan") }
    takesAway = !staged.subtracting(tracked).isEmpty
  }

  /// Those that have errors and that the commit changes, by their own file, one that they import, or what was agreed of them.
  var broken: [CheckedPlan] {
    guard !staged.isEmpty else { return [] }
    return names.compactMap { name in
      guard let plan = plan(name), plan.checked.hasErrors, plan.isWhole else { return nil }
      let files = plan.fileNames + [name + ".lock"]
      return takesAway || files.contains(where: staged.contains) ? plan.checked : nil
    }
  }

  /// Plans that are not only parts of others.
  var whole: [String] { names.filter { plan($0)?.isWhole ?? false } }

  private struct StagedPlan {
    let checked: CheckedPlan
    let isWhole: Bool
    /// From the top of the repository.
    let fileNames: [String]
  }

  private func plan(_ name: String) -> StagedPlan? {
    guard
      case .bytes(let bytes) = objects.read(name, in: "", sizeMax: CheckOptions.fileSizeMax)
    else { return nil }
    var options = PlanInput.circumstances(of: "-", .asOf(nil))
    options.files = FileProvider(objects, commit: "", name: "")
    options.realPath = ":\(name)"
    let checked = check(bytes, path: name, options)
    return StagedPlan(
      checked: checked, isWhole: checked.declaresPlan,
      fileNames: checked.filePaths.map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 })
  }
}
