internal import PlanSystem
internal import PlanWorkbench

extension FileProvider {
  /// The files of a commit; nothing outside the repository is read.
  ///
  /// - Parameters:
  ///   - objects: Of the repository.
  ///   - commit: Its full hash.
  ///   - name: What messages call it: `main`.
  init(_ objects: GitObjects, commit: String, name: String) {
    self.init(
      find: { path, importer in
        guard
          let place = RevisionPath.joined(
            RevisionPath.bare(path, name), RevisionPath.bare(importer, name))
        else { return .outside }
        // Whatever is longer than nothing is there.
        switch objects.read(place, in: commit, sizeMax: 0) {
        case .bytes, .tooLarge:
          return .file(real: "\(commit):\(place)", shown: RevisionPath.shown(place, name))
        case .missing: return .nowhere(reason: "no such file in `\(name)`", neighbours: [])
        case .noFile:
          return .nowhere(reason: "it is a folder or a submodule in `\(name)`", neighbours: [])
        case .lostLink: return .outside
        }
      },
      read: { real, sizeMax in
        let place = real.split(separator: ":", maxSplits: 1).last.map(String.init) ?? real
        switch objects.read(place, in: commit, sizeMax: sizeMax) {
        case .bytes(let bytes): return .bytes(bytes)
        case .tooLarge:
          return .failure(reason: "it is larger than \(sizeMax / 1_000_000) MB", isLimit: true)
        case .missing, .noFile, .lostLink:
          return .failure(reason: "no such file in `\(name)`", isLimit: false)
        }
      })
  }
}

/// Names of files in a revision, as git writes them: `main:teams/payments.plan`.
enum RevisionPath {
  static func shown(_ place: String, _ revision: String) -> String { "\(revision):\(place)" }

  /// Without the revision, where that stands before it.
  ///
  /// What lies beside a file at the top is asked for by the last step of that file's path: in `origin/main:q3.plan` that has
  /// `main:` before it.
  static func bare(_ path: String, _ revision: String) -> String {
    let last = revision.split(separator: "/").last.map(String.init) ?? revision
    for front in [revision + ":", last + ":"] where path.hasPrefix(front) {
      return String(path.dropFirst(front.count))
    }
    return path
  }

  /// Where a path leads from the file that holds it; `nil` where that is out of the repository.
  static func joined(_ path: String, _ importer: String) -> String? {
    var steps = importer.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/").map(String.init) where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.joined(separator: "/")
  }
}
