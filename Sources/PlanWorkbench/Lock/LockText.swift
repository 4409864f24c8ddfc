internal import PlanSemantics
internal import PlanSyntax

/// The lock file beside a plan, as it was found.
struct LockText: Sendable {
  let source: SourceText
  /// What was agreed, without what could not be read.
  let file: LockFile
  let diagnostics: [Diagnostic]

  /// Looks for it beside the plan; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - path: What messages call the plan.
  ///   - files: Reads it.
  init?(of path: String, _ files: FileProvider) {
    guard let plan = path.split(separator: "/").last else { return nil }
    switch files.find(plan + LockFile.ending, path) {
    case .nowhere: return nil
    case .outside:
      self.init(
        path + LockFile.ending, failure: "its links lead out of the plan's root")
    case .file(let real, let shown):
      switch files.read(real, Self.sizeMax) {
      case .bytes(let bytes):
        let source = SourceText(file: Self.fileID, path: shown, bytes: bytes)
        let (lock, diagnostics) = readLock(source)
        self.init(source: source, file: lock, diagnostics: diagnostics)
      case .failure(let reason, _): self.init(shown, failure: reason)
      }
    }
  }

  private init(_ path: String, failure: String) {
    self.init(
      source: SourceText(file: Self.fileID, path: path, bytes: []), file: LockFile(entries: []),
      diagnostics: [.lockUnreadable(path, failure)])
  }

  private init(source: SourceText, file: LockFile, diagnostics: [Diagnostic]) {
    self.source = source
    self.file = file
    self.diagnostics = diagnostics
  }

  /// A line an initiative and work: as much as a plan may have.
  static let sizeMax = SourceText.sizeMax
  /// Behind all files of a plan, and before what is set on the command line.
  private static let fileID = FileID(raw: 500_000)
}
