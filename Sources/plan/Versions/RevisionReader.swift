internal import PlanSystem
internal import PlanWorkbench

/// Reads plans out of a commit.
struct RevisionReader {
  let objects: GitObjects
  let commit: String
  let name: String

  /// `nil` where there is no such file.
  func version(_ place: String, _ circumstances: CheckOptions) -> PlanVersion? {
    guard
      case .bytes(let bytes) = objects.read(place, in: commit, sizeMax: CheckOptions.fileSizeMax)
    else { return nil }
    var options = circumstances
    options.files = FileProvider(objects, commit: commit, name: name)
    options.realPath = "\(commit):\(place)"
    return PlanVersion(
      name: name, bytes, path: RevisionPath.shown(place, name), options)
  }
}
