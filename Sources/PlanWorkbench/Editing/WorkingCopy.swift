internal import PlanText

/// The files of a plan while somebody changes them: nothing is written.
///
/// Every file is read from the disk once, so that what others write meanwhile makes no difference until it is saved.
package struct WorkingCopy: Sendable {
  /// What messages call the plan.
  package private(set) var path: String
  private let options: CheckOptions
  /// The plan's own file.
  package private(set) var root: [UInt8]
  /// As it was read, or written last.
  private var writtenRoot: [UInt8]
  /// Imported files that are not as they were read, by their real paths.
  private var imported: [String: [UInt8]] = [:]
  /// Imported files that have been written since, as they were written.
  private var written: [String: [UInt8]] = [:]

  /// - Parameters:
  ///   - bytes: The plan's own file.
  ///   - path: What messages call it.
  ///   - options: As of a check; the scenario is asked for later.
  package init(_ bytes: [UInt8], path: String, _ options: CheckOptions) {
    root = bytes
    writtenRoot = bytes
    self.path = path
    var options = options
    options.files = options.files.remembering
    self.options = options
  }

  /// The plan as it stands.
  ///
  /// - Parameter scenario: What is laid over it; `nil` for the plan itself.
  /// - Returns: Findings and, without errors, the plan.
  package func checked(_ scenario: String?) -> CheckedPlan {
    var options = options.reading(imported)
    options.scenario = scenario
    return check(root, path: path, options)
  }

  /// The same with another text for the plan's own file.
  func checked(_ scenario: String?, root: [UInt8]) -> CheckedPlan {
    var options = options.reading(imported)
    options.scenario = scenario
    return check(root, path: path, options)
  }

  /// What a scenario of the plan is, by a hash of all that was changed: equal only for the same texts.
  ///
  /// - Parameter scenario: What is laid over it; `nil` for the plan itself.
  /// - Returns: Bytes of the hash.
  package func version(_ scenario: String?) -> [UInt8] {
    var parts = [Array((scenario ?? "").utf8), root]
    for file in imported.keys.sorted() {
      parts += [Array(file.utf8), imported[file] ?? []]
    }
    return SHA256.digest(of: parts.flatMap { SHA256.digest(of: $0) })
  }

  /// Makes changes, each in the text that those before it have left.
  package mutating func apply(_ changes: [FileChange]) {
    for change in changes {
      guard let file = change.file else {
        root = change.applied(to: root)
        continue
      }
      imported[file] = change.applied(to: bytes(of: file))
    }
  }

  /// Takes changes back that were made last, in their order.
  package mutating func takeBack(_ changes: [FileChange]) {
    apply(changes.reversed().map(\.inverse))
  }

  /// The bytes of a file as they stand; `nil` is the plan's own.
  func bytes(of file: String?) -> [UInt8] {
    guard let file else { return root }
    return imported[file] ?? opened(file)
  }

  /// As it was read, or written last.
  private func opened(_ file: String?) -> [UInt8] {
    guard let file else { return writtenRoot }
    if let bytes = written[file] { return bytes }
    guard case .bytes(let bytes) = options.files.read(file, CheckOptions.fileSizeMax) else {
      return []
    }
    return bytes
  }

  /// What is written nowhere yet, the plan's own file first.
  package var unwritten: [UnwrittenFile] {
    let others = imported.keys.sorted().map {
      UnwrittenFile(realPath: $0, old: opened($0), new: imported[$0] ?? [])
    }
    let own = UnwrittenFile(realPath: nil, old: writtenRoot, new: root)
    return ([own] + others).filter { $0.old != $0.new }
  }

  /// What is different from another copy of the same plan, the plan's own file first.
  package func differences(from other: WorkingCopy) -> [UnwrittenFile] {
    let files = [nil] + Set(imported.keys).union(other.imported.keys).sorted().map(Optional.some)
    return files.map { UnwrittenFile(realPath: $0, old: other.bytes(of: $0), new: bytes(of: $0)) }
      .filter { $0.old != $0.new }
  }

  /// Notes that the plan's own file has been written, and where.
  package mutating func settle(as path: String) {
    self.path = path
    writtenRoot = root
  }

  /// Notes that everything has been written.
  package mutating func settle() {
    writtenRoot = root
    for (file, bytes) in imported { written[file] = bytes }
  }
}

/// A file of a plan that is not as it was read.
package struct UnwrittenFile: Hashable, Sendable {
  /// With links followed; `nil` for the plan's own.
  package let realPath: String?
  package let old: [UInt8]
  package let new: [UInt8]

  package init(realPath: String?, old: [UInt8], new: [UInt8]) {
    self.realPath = realPath
    self.old = old
    self.new = new
  }

  /// What is different, in the unified form.
  ///
  /// - Parameters:
  ///   - name: What readers call the file.
  ///   - style: For whom.
  /// - Returns: Lines; empty where nothing is.
  package func difference(_ name: String, _ style: TextStyle) -> String {
    unifiedDiff(old: (name, old), new: (name, new), style: style.isColored ? .ansi : .plain)
  }
}
