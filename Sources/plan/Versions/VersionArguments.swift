internal import PlanSystem
internal import PlanWorkbench

/// What `plan diff main q3.plan` and its like mean: which plan, and which two versions of it.
///
/// Each word is a file, a revision or a scenario by itself; a word that is two of them is asked about, never guessed at.
struct VersionArguments {
  private let files: [String]
  private let others: [String]

  /// - Parameter words: As they were typed.
  /// - Throws: `VersionFailure` where they cannot be meant.
  init(_ words: [String]) throws(VersionFailure) {
    files = words.filter(VersionArguments.isFile)
    others = words.filter { !VersionArguments.isFile($0) }
    guard files.count <= 2, others.count <= 2, files.count < 2 || others.isEmpty else {
      throw VersionFailure(
        "two versions are compared, and these are more",
        help: "`plan diff a.plan b.plan`, `plan diff main q3.plan` or `plan diff v1 v2 q3.plan`")
    }
  }

  /// Both versions, the one before first.
  ///
  /// - Throws: `VersionFailure`, also where git cannot say what it is asked.
  func versions(_ version: VersionOptions) throws(VersionFailure) -> (PlanVersion, PlanVersion) {
    if files.count == 2 {
      return (
        try WorkTreePlan(files[0], version).version(named: files[0]),
        try WorkTreePlan(files[1], version).version(named: files[1])
      )
    }
    let asked = AskedPlan(files.first ?? Files.only(ending: ".plan"), version)
    guard let first = others.first else {
      return (try asked.revision("HEAD"), try asked.present())
    }
    if others.count == 1, let range = try asked.range(first) { return range }
    let sides = try others.map { word throws(VersionFailure) in try asked.side(word) }
    if sides.count == 2 { return (sides[0].version, sides[1].version) }
    // A scenario is something that is thought of beside the plan, a revision something that was before it.
    return sides[0].isScenario
      ? (try asked.baseline(), sides[0].version) : (sides[0].version, try asked.present())
  }

  /// Whether a word is meant as a file: it has a path, or ends as plans do and is none in a revision.
  private static func isFile(_ word: String) -> Bool {
    if word.hasPrefix("./") || word.hasPrefix("../") || word.hasPrefix("/") { return true }
    return word.hasSuffix(".plan") && (!word.contains(":") || Files.isThere(word))
  }
}

/// Why two versions cannot be compared.
struct VersionFailure: Error {
  let reason: String
  let help: String?
  private let isLimit: Bool

  init(_ reason: String, help: String? = nil, isLimit: Bool = false) {
    self.reason = reason
    self.help = help
    self.isLimit = isLimit
  }

  init(_ failure: GitFailure) { self.init(failure.reason, help: failure.help) }

  /// Says it, and ends the program.
  func end() throws -> Never {
    Streams.writeError("error: \(reason)\n" + (help.map { "  = help: \($0)\n" } ?? ""))
    throw isLimit ? ExitStatus.limitHit : ExitStatus.calledWrongly
  }
}
