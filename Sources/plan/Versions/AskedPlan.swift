internal import PlanSystem
internal import PlanWorkbench

/// The plan that versions are asked of, in its repository; it is read, and the repository looked for, once.
final class AskedPlan {
  /// As it was typed; `nil` where only revisions say it.
  private let file: String?
  private let version: VersionOptions
  private var workTree: (plan: WorkTreePlan, present: PlanVersion)?
  private var foundRepository: GitRepository?

  init(_ file: String?, _ version: VersionOptions) {
    self.file = file
    self.version = version
  }

  /// A version, and whether it is a scenario of the plan as it is now.
  struct Side {
    let version: PlanVersion
    let isScenario: Bool
  }

  static let workTreeName = "the work tree"
  /// What a plan itself is called among its scenarios.
  static let baselineName = "baseline"

  // MARK: Now

  /// - Throws: `VersionFailure` where no plan is named, or it cannot be read.
  func present() throws(VersionFailure) -> PlanVersion { try read().present }

  func baseline() throws(VersionFailure) -> PlanVersion {
    try read().present.called("the plan itself")
  }

  private func read() throws(VersionFailure) -> (plan: WorkTreePlan, present: PlanVersion) {
    if let workTree { return workTree }
    let plan = try WorkTreePlan(try knownFile(), version)
    let read = (plan, plan.version(named: AskedPlan.workTreeName))
    workTree = read
    return read
  }

  private func knownFile() throws(VersionFailure) -> String {
    guard let file else {
      throw VersionFailure(
        "this folder has no plan, or several", help: "name it: `plan diff main q3.plan`")
    }
    return file
  }

  // MARK: Words

  /// What one word means.
  ///
  /// - Throws: `VersionFailure` where it is nothing, or several things.
  func side(_ word: String) throws(VersionFailure) -> Side {
    if let scenario = AskedPlan.spelledScenario(word) { return try self.scenario(scenario) }
    if let (revision, place) = AskedPlan.spelledFile(word) {
      return Side(
        version: try self.revision(revision, place: place), isScenario: false)
    }
    let isFile = Files.isThere(word) && !Files.isFolder(word)
    let names = scenarioNames
    let isScenario = names.contains(word) || word == AskedPlan.baselineName
    var failure: VersionFailure?
    var spellings: [String] = []
    do throws(GitFailure) {
      spellings = try repository().spellings(of: word)
    } catch {
      failure = VersionFailure(error)
    }
    let isRevision = !spellings.isEmpty
    if [isFile, isRevision, isScenario].count(where: { $0 }) > 1 {
      let ways =
        (isFile ? ["the file `./\(word)`"] : [])
        + spellings.map { "the revision `\($0)`" }
        + (isScenario ? ["the scenario `scenario:\(word)`"] : [])
      throw VersionFailure(
        "`\(shortened(word))` is several things", help: "write \(ways.joined(separator: ", or "))")
    }
    if isScenario { return try scenario(word) }
    if isRevision { return Side(version: try revision(word), isScenario: false) }
    if isFile {
      let plan = try WorkTreePlan(word, version)
      return Side(version: plan.version(named: word), isScenario: false)
    }
    if let failure, names.isEmpty { throw failure }
    throw try unknown(word, names)
  }

  /// `v1..v2` and `v1...v2`, which begins where the two parted; `nil` for what is no range.
  func range(_ word: String) throws(VersionFailure) -> (PlanVersion, PlanVersion)? {
    guard let dots = word.firstRange(of: "..") else { return nil }
    let isFromParting = word[dots.upperBound...].hasPrefix(".")
    let first = String(word[..<dots.lowerBound])
    let second = String(word[dots.upperBound...].dropFirst(isFromParting ? 1 : 0))
    let begin = first.isEmpty ? "HEAD" : first
    guard isFromParting else {
      return (
        try revision(begin), try revision(second.isEmpty ? "HEAD" : second)
      )
    }
    let end = second.isEmpty ? "HEAD" : second
    let (old, new) = (try commit(begin), try commit(end))
    let parting = try asking { repository throws(GitFailure) in try repository.parting(old, new) }
    guard let parting else {
      throw VersionFailure(
        "`\(shortened(begin))` and `\(shortened(end))` have no commit in common",
        help: try shallowHelp()
          ?? "`\(shortened(begin))..\(shortened(end))` compares them as they are")
    }
    let before = try revision(parting, called: "\(begin) where \(end) left it", since: new)
    // What is not committed yet is part of what a branch changes.
    return (before, second.isEmpty ? try present() : try revision(end))
  }

  /// The plan in a revision.
  ///
  /// - Parameters:
  ///   - text: What git calls it.
  ///   - place: Where it is there, from the top of the repository; where the plan is now, or was then, unless said.
  ///   - name: What readers call it, if something else.
  ///   - later: A commit since which it may have been renamed; what is staged unless said.
  /// - Returns: The plan with its imports of then.
  /// - Throws: `VersionFailure`.
  func revision(
    _ text: String, place: String? = nil, called name: String? = nil, since later: String? = nil
  ) throws(VersionFailure) -> PlanVersion {
    let known = if let place { place } else { try knownFile() }
    let commit = try commit(text)
    let found = try asking { repository throws(GitFailure) -> PlanVersion? in
      let reader = RevisionReader(
        objects: try GitObjects(repository), commit: commit, name: name ?? text)
      let options = PlanInput.circumstances(of: file ?? "-", version)
      if let place { return reader.version(place, options) }
      guard let now = repository.name(of: known) else { throw .outside }
      if let same = reader.version(now, options) { return same }
      let ends = [later, nil, try repository.commit("HEAD")]
      for end in ends {
        let former = try repository.formerName(of: now, at: commit, since: end)
        if let former, let version = reader.version(former, options) { return version }
      }
      return nil
    }
    guard let found else {
      let plan = shortened(known)
      throw VersionFailure(
        "`\(plan)` is not in `\(shortened(text))`",
        help: "where it had another name there: `plan diff \(shortened(text)):old.plan \(plan)`")
    }
    return found
  }

  // MARK: Scenarios

  private var scenarioNames: [String] {
    (try? read())?.present.checked.scenarioNames ?? []
  }

  private func scenario(_ name: String) throws(VersionFailure) -> Side {
    guard name != AskedPlan.baselineName else {
      return Side(version: try baseline(), isScenario: true)
    }
    return Side(
      version: try read().plan.version(named: name, scenario: name), isScenario: true)
  }

  private static func spelledScenario(_ word: String) -> String? {
    word.hasPrefix("scenario:") ? String(word.dropFirst("scenario:".count)) : nil
  }

  /// `main:old/q3.plan`.
  private static func spelledFile(_ word: String) -> (revision: String, place: String)? {
    guard let colon = word.firstIndex(of: ":"), word.hasSuffix(".plan"), colon > word.startIndex
    else { return nil }
    return (String(word[..<colon]), String(word[word.index(after: colon)...]))
  }

  // MARK: Git

  func repository() throws(GitFailure) -> GitRepository {
    if let foundRepository { return foundRepository }
    if let file, Files.isFolder(file) {
      throw GitFailure("`\(shortened(file))` is a folder", help: "name a plan in it")
    }
    let repository = try GitRepository(holding: file ?? ".")
    foundRepository = repository
    return repository
  }

  /// The commit of a revision.
  ///
  /// - Throws: `VersionFailure` where it is none.
  func commit(_ text: String) throws(VersionFailure) -> String {
    let commit = try asking { repository throws(GitFailure) in try repository.commit(text) }
    guard let commit else { throw try unknown(text, scenarioNames) }
    return commit
  }

  private func asking<Answer>(
    _ ask: (GitRepository) throws(GitFailure) -> Answer
  ) throws(VersionFailure) -> Answer {
    do throws(GitFailure) {
      return try ask(try repository())
    } catch {
      throw VersionFailure(error)
    }
  }

  private func shallowHelp() throws(VersionFailure) -> String? {
    let isShallow = try asking { repository throws(GitFailure) in repository.isShallow }
    return isShallow ? GitRepository.shallowRemark : nil
  }

  private func unknown(
    _ word: String, _ scenarios: [String]
  ) throws(VersionFailure) -> VersionFailure {
    let hasCommits = try asking { repository throws(GitFailure) in
      try repository.commit("HEAD") != nil
    }
    guard hasCommits else { return VersionFailure(.noCommit) }
    let near = nearest(to: word, among: scenarios)
    var help = try shallowHelp()
    if let first = near.first { help = "did you mean the scenario `\(first)`?" }
    let what = scenarios.isEmpty ? "no revision" : "no revision and no scenario"
    return VersionFailure(
      "`\(shortened(word))` is \(what)",
      help: help ?? "revisions are `main`, `HEAD~3`, `v1..v2`; `git branch --all` lists branches")
  }
}

/// No more of what was asked than a line shows.
private func shortened(_ text: String) -> String {
  text.count > 60 ? text.prefix(59) + "…" : text
}
