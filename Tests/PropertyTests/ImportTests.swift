import PlanWorkbench
import TestSupport
import Testing

/// Plans of many files.
@Suite struct ImportTests {
  private let style = TextStyle(width: 80, isColored: false)

  /// Every plan is where it is asked for; there are no lock files.
  private let plans: @Sendable (String, String) -> FileProvider.Place = { path, _ in
    path.hasSuffix(".plan")
      ? .file(real: path, shown: path) : .nowhere(reason: "no such file", neighbours: [])
  }

  /// Files by path.
  private func provider(_ files: [String: String]) -> FileProvider {
    FileProvider(
      find: plans,
      read: { path, _ in
        files[path].map { .bytes(Array($0.utf8)) }
          ?? .failure(reason: "no such file", isLimit: false)
      })
  }

  private func check(_ root: String, _ provider: FileProvider) -> CheckedPlan {
    let options = CheckOptions(today: nil, asOf: nil, files: provider, realPath: "root.plan")
    return PlanWorkbench.check(Array(root.utf8), path: "root.plan", options)
  }

  /// However the blocks of a plan are spread over files, and whichever imports which, the schedule is the same.
  @Test(arguments: 0..<12)
  func aPlanSpreadOverFilesIsTheSamePlan(seed: Int) throws {
    var random = SeededRandom(seed)
    let blocks = [
      "plan \"P\" { start: 2026-07-01, until: 2027-06-30, rate: price, load: 80% }",
      "let price = $4k/pw", "team web \"Web\" { people: 4 }", "team data \"Data\" { people: 3 }",
      "goal g \"G\" { cost_of_delay: $9k/week }",
      "template initiative study(crew) { team: crew, effort: 2pw..3pw..5pw }",
      "for t in [web, data] { initiative study_\\(t): study(t) { serves: g } }",
      "initiative a \"A\" { team: web, effort: 4pw..5pw..8pw, serves: g }",
      "initiative b \"B\" { team: data, effort: 4pw..6pw..8pw, after: a }",
    ]
    let whole = "language: 1\n" + blocks.joined(separator: "\n") + "\n"
    var parts = Array(repeating: "language: 1\n", count: 4)
    for block in blocks { parts[Int.random(in: 0..<4, using: &random)] += block + "\n" }
    // Each imports a few others, loops included; the root reaches all of them.
    for index in parts.indices {
      let others = index == 0 ? [1, 2, 3] : [Int.random(in: 0..<4, using: &random)]
      for other in others { parts[index] += "import \"\(other).plan\"\n" }
    }
    let files = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ("\($0).plan", $1) })
    let one = check(whole, .none)
    let options = CheckOptions(
      today: nil, asOf: nil, files: provider(files), realPath: "0.plan")
    let many = PlanWorkbench.check(Array(parts[0].utf8), path: "0.plan", options)
    try #require(!one.hasErrors, "\(one.findings(.human, style))")
    try #require(!many.hasErrors, "\(parts)\n\(many.findings(.human, style))")
    #expect(try lines(of: one) == lines(of: many))
  }

  /// The lines of a schedule in no order: equals stand in the order of the files.
  private func lines(of checked: CheckedPlan) throws -> [Substring] {
    scheduleReport(try solve(checked, .standard)).text(.markdown, style).split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.sorted()
  }

  @Test func filesWithoutEndAreRefused() {
    let endless = FileProvider(
      find: plans,
      read: { path, _ in
        let number = Int(path.dropLast(5)) ?? 0
        return .bytes(Array("language: 1\nimport \"\(number + 1).plan\"\n".utf8))
      })
    let checked = check("language: 1\nimport \"1.plan\"\n", endless)
    #expect(checked.hitLimit)
    #expect(checked.findings(.human, style).contains("error[E0912]: a plan has at most 1000 files"))
  }

  @Test func aFileThatIsTooLargeIsRefused() {
    let large = FileProvider(
      find: plans,
      read: { _, _ in .failure(reason: "it is larger than 16 MB", isLimit: true) })
    let checked = check("language: 1\nimport \"1.plan\"\n", large)
    #expect(checked.hitLimit)
    #expect(checked.findings(.human, style).contains("error[E0911]: cannot import `1.plan`"))
  }
}
