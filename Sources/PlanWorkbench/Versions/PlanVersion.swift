internal import PlanSemantics
internal import PlanSyntax

/// A plan as it was or is somewhere: in a commit, in the work tree, in a scenario, in another file.
package struct PlanVersion: Sendable {
  /// What readers call it: `main`, `the work tree`.
  package let name: String
  package let checked: CheckedPlan
  let bytes: [UInt8]
  let options: CheckOptions

  /// - Parameters:
  ///   - name: What readers call it.
  ///   - bytes: The plan's own file.
  ///   - path: What messages call that.
  ///   - options: Reads the files that it imports as they were then.
  package init(name: String, _ bytes: [UInt8], path: String, _ options: CheckOptions) {
    self.name = name
    self.bytes = bytes
    self.options = options
    checked = check(bytes, path: path, options)
  }

  private init(name: String, _ other: PlanVersion) {
    self.name = name
    (checked, bytes, options) = (other.checked, other.bytes, other.options)
  }

  /// The same under another name.
  package func called(_ name: String) -> PlanVersion { PlanVersion(name: name, self) }

  /// The names of its files as seen from the plan's own, so that those of two versions can be paired.
  var fileNames: [String] {
    let home = steps(checked.sources[0].path).dropLast()
    return checked.sources.enumerated().map { index, source in
      // Whatever the plan's own file is called, it is the plan's own file.
      index == 0 ? "" : PlanVersion.relative(steps(source.path), to: Array(home))
    }
  }

  /// Whether every file of it, and what was agreed of it, is byte for byte that of another.
  func hasSameFiles(as other: PlanVersion) -> Bool {
    let texts = { (version: PlanVersion) in
      version.checked.sources.map(\.bytes) + [version.checked.lock?.source.bytes ?? []]
    }
    return texts(self) == texts(other)
  }

  /// The blocks of the plan as they stand, also of one with errors, as far as it could be read.
  var blocks: [ResolvedBlock] { checked.interpreter?.resolvedBlocks ?? [] }

  /// A path in its steps, without detours, and without the revision that stands before it: `main:teams.plan`.
  private func steps(_ path: String) -> [String] {
    let front = name + ":"
    let path = path.hasPrefix(front) ? path.dropFirst(front.count) : path[...]
    var steps: [String] = []
    for step in path.split(separator: "/").map(String.init) where step != "." {
      if step == "..", let last = steps.last, last != ".." {
        steps.removeLast()
      } else {
        steps.append(step)
      }
    }
    return steps
  }

  private static func relative(_ steps: [String], to home: [String]) -> String {
    let shared = zip(steps, home).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: home.count - shared)
    return (up + steps[shared...]).joined(separator: "/")
  }
}
