internal import PlanSystem
internal import PlanText
internal import PlanWorkbench

/// What makes git understand plans in one repository: attributes, configuration and a hook.
struct GitSetup {
  /// What is to be done, each with what it is for; what is done already is left out.
  private(set) var steps: [Step] = []
  /// What cannot be done for the user, and how they would.
  private(set) var remarks: [String] = []

  private let repository: GitRepository

  enum Step {
    case configuration(name: String, value: String, former: String?)
    case file(path: String, shown: String, bytes: [UInt8], old: [UInt8]?, isExecutable: Bool)
  }

  /// Looks at what there is.
  ///
  /// - Parameters:
  ///   - repository: Whose.
  ///   - program: How git is to call us.
  /// - Throws: `GitFailure`, or `FileFailure` where a file cannot be read.
  init(_ repository: GitRepository, program: String) throws {
    self.repository = repository
    let called = GitSetup.quoted(program)
    try addAttributes()
    try addConfiguration([
      ("diff.plan.textconv", "\(called) textconv"),
      ("merge.plan.name", "plans, by entity and property"),
      ("merge.plan.driver", "\(called) merge-driver %O %A %B %L %P"),
    ])
    try addHook(called)
  }

  /// Does it.
  ///
  /// - Throws: `GitFailure` or `FileFailure`; what was done before stays, and doing it again is harmless.
  func write() throws {
    for step in steps {
      switch step {
      case .configuration(let name, let value, _): try repository.configure(name, value)
      case .file(let path, _, let bytes, let old, let isExecutable):
        try Files.writeAtomically([FileWrite(path: path, bytes: bytes, expected: old)])
        if isExecutable { try Files.makeExecutable(path) }
      }
    }
  }

  private static let attributes = "*.plan diff=plan merge=plan"
  fileprivate static let attributesName = ".gitattributes"

  private mutating func addAttributes() throws {
    let path = "\(repository.folder)/\(GitSetup.attributesName)"
    let old = try GitSetup.contents(of: path)
    let lines = (old ?? []).split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
    guard !lines.contains(GitSetup.attributes) else { return }
    let isEnded = old?.last.map { $0 == UInt8(ascii: "\n") } ?? true
    let text = (isEnded ? "" : "\n") + GitSetup.attributes + "\n"
    steps.append(
      .file(
        path: path, shown: GitSetup.attributesName, bytes: (old ?? []) + Array(text.utf8), old: old,
        isExecutable: false))
  }

  private mutating func addConfiguration(_ values: [(name: String, value: String)]) throws {
    for (name, value) in values {
      let former = try repository.configured(name)
      if former != value {
        steps.append(.configuration(name: name, value: value, former: former))
      }
    }
  }

  private mutating func addHook(_ called: String) throws {
    let line = "\(called) pre-commit || exit 1"
    guard let path = try repository.hook("pre-commit") else {
      remarks.append(
        "your hooks lie elsewhere (`core.hooksPath`); for the check before a commit put `\(line)` into `pre-commit` there"
      )
      return
    }
    let old = try GitSetup.contents(of: path)
    guard let old else {
      let text = """
        #!/bin/sh
        # Plans with errors are not committed. Written by `plan git-setup`.
        \(line)

        """
      steps.append(
        .file(
          path: path, shown: "the hook `pre-commit`", bytes: Array(text.utf8), old: nil,
          isExecutable: true))
      return
    }
    guard !String(decoding: old, as: UTF8.self).contains(" pre-commit || exit 1") else { return }
    remarks.append("there is a hook `pre-commit` already; put `\(line)` into it")
  }

  /// `nil` where there is no such file.
  private static func contents(of path: String) throws -> [UInt8]? {
    guard Files.isThere(path) else { return nil }
    return try Files.read(path, sizeMax: fileSizeMax, mustBeRegular: true)
  }

  /// Attributes and hooks are pages, not books.
  private static let fileSizeMax = 1_000_000

  /// As a shell takes it for one word.
  private static func quoted(_ program: String) -> String {
    let isPlain = program.utf8.allSatisfy { byte in
      byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "/._-".utf8.contains(byte)
    }
    return isPlain ? program : "'" + program.replacing("'", with: "'\\''") + "'"
  }
}

extension GitSetup.Step {
  /// What it does, on a line.
  var text: String {
    switch self {
    case .configuration(let name, let value, let former):
      "git config \(name) \"\(value)\""
        + (former.map { ", which is `\(Self.shortened(printable($0)))` now" } ?? "")
    case .file(_, let shown, _, let old, _): "\(shown), \(old == nil ? "new" : "with a line more")"
    }
  }

  /// Whether others get it with the repository.
  var isShared: Bool {
    if case .file(_, let shown, _, _, _) = self { shown == GitSetup.attributesName } else { false }
  }

  /// No more of a value of somebody else's than a line shows.
  private static func shortened(_ value: String) -> String {
    value.count > 80 ? "\(value.prefix(79))…" : value
  }
}
