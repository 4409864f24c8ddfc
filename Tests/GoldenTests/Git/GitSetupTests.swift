import Foundation
import PlanWorkbench
import TestSupport
import Testing

/// What `plan git-setup` sets up, used through plain `git`.
@Suite struct GitSetupTests {
  private static let plan = """
    language: 1
    plan "Quarter" {
      start: 2026-07-01
      until: 2026-12-31
    }
    team web "Web" { people: 2, availability: 100% }
    team data "Data" { people: 1 }
    initiative search "Search" {
      team: web
      # measured in March
      effort: 4pw
      cost_of_delay: $12k/week
    }
    initiative fast_ci "Fast CI" {
      team: web
      effort: 6pw
    }

    """

  private func with(_ replacements: [(String, String)]) -> String {
    replacements.reduce(Self.plan) { text, change in
      #expect(text.contains(change.0), "\(change.0)")
      return text.replacingOccurrences(of: change.0, with: change.1)
    }
  }

  private func workshop() throws -> Workshop {
    let workshop = try Workshop()
    let ended = try workshop.plan("git-setup", "--yes")
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(ended.errors.contains("git config merge.plan.driver"))
    try workshop.commit(Self.plan)
    return workshop
  }

  @Test("asked a second time it has nothing to do, and without a yes it writes nothing")
  func asks() throws {
    let workshop = try Workshop()
    let asked = try workshop.plan("git-setup")
    #expect(asked.status == 1)
    #expect(asked.errors.contains("nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: workshop.folder.path() + "/.gitattributes"))
    try workshop.write("*.png binary", to: ".gitattributes")
    #expect(try workshop.plan("git-setup", "--yes").status == 0)
    #expect(try workshop.read(".gitattributes") == "*.png binary\n*.plan diff=plan merge=plan\n")
    let again = try workshop.plan("git-setup", "--yes")
    #expect(again.errors == "git knows plans here already\n")
  }

  @Test("`git diff` shows what a plan says: order, layout and comments are nothing")
  func diff() throws {
    let workshop = try workshop()
    try workshop.write(
      with([
        ("  # measured in March\n  effort: 4pw\n", ""),
        (
          "  cost_of_delay: $12k/week\n",
          "  cost_of_delay: 12 * $1k/week\n  # again\n  effort: 20pd\n"
        ),
      ]), to: "q3.plan")
    #expect(try workshop.git("diff").split(separator: "\n").count { $0.hasPrefix("+ ") } == 0)
    try workshop.write(with([("effort: 4pw", "effort: 7pw")]), to: "q3.plan")
    let shown = try workshop.git("diff").split(separator: "\n")
    #expect(shown.contains("-  effort: 4pw"))
    #expect(shown.contains("+  effort: 7pw"))
  }

  /// Both change the same file; `git merge` brings them together.
  private func merged(
    _ ours: String, _ theirs: String
  ) throws -> (text: String, status: Int32, said: String) {
    let workshop = try workshop()
    try workshop.git("checkout", "-q", "-b", "other")
    try workshop.commit(theirs, saying: "Theirs")
    try workshop.git("checkout", "-q", "main")
    try workshop.commit(ours, saying: "Ours")
    let ended = try workshop.run("git", ["merge", "-q", "-m", "Merged", "other"])
    return (try workshop.read("q3.plan"), ended.status, ended.output)
  }

  @Test("neighbouring properties, new blocks and moved ones are merged, where lines would conflict")
  func merges() throws {
    let ours = with([
      ("effort: 4pw", "effort: 5pw"),
      (
        "initiative fast_ci",
        "initiative billing \"Billing\" {\n  team: data\n  effort: 3pw\n}\ninitiative fast_ci"
      ),
    ])
    let theirs = with([
      ("cost_of_delay: $12k/week", "cost_of_delay: $15k/week"),
      (
        "initiative fast_ci",
        "initiative exports \"Exports\" {\n  team: data\n  effort: 2pw\n}\ninitiative fast_ci"
      ),
      ("{ people: 2, availability: 100% }", "{ availability: 100%, people: 3 }"),
    ])
    let result = try merged(ours, theirs)
    #expect(result.status == 0, "\(result.said)")
    Golden.expect(result.text, at: "Tests/GoldenTests/Cases/git/merged.plan.txt")
    #expect(!check(Array(result.text.utf8), path: "q3.plan", CaseTests.options).hasErrors)
  }

  @Test("where both changed the same, both stand between marks, and nothing else is touched")
  func conflicts() throws {
    let ours = with([("effort: 4pw", "effort: 5pw"), ("effort: 6pw", "effort: 7pw")])
    let theirs = with([
      ("effort: 4pw", "effort: 9pw"), ("{ people: 1 }", "{ people: 2 }"),
      ("initiative fast_ci \"Fast CI\" {\n  team: web\n  effort: 6pw\n}\n", ""),
    ])
    let result = try merged(ours, theirs)
    #expect(result.status == 1)
    Golden.expect(result.text, at: "Tests/GoldenTests/Cases/git/conflict.plan.txt")
  }

  @Test("on one line both are marked with their block; what is no plan is merged line by line")
  func oneLine() throws {
    let inLine = try merged(
      with([("people: 2, ", "people: 3, ")]), with([("people: 2, ", "people: 4, ")]))
    #expect(inLine.status == 1)
    #expect(inLine.text.contains("<<<<<<< ours\nteam web"))
    let broken = try merged(
      with([("effort: 4pw", "effort: 5pw }}}")]), with([("effort: 6pw", "effort: 7pw")]))
    #expect(broken.status == 0, "\(broken.said)")
    #expect(broken.text.contains("5pw }}}"))
    #expect(broken.text.contains("7pw"))
  }

  @Test("a commit of a plan with errors is refused, whatever the work tree says")
  func preCommit() throws {
    let workshop = try workshop()
    try workshop.write(
      with([("team: web\n  effort: 6pw", "team: webb\n  effort: 6pw")]), to: "q3.plan")
    try workshop.git("add", "-A")
    try workshop.write(Self.plan, to: "q3.plan")
    let refused = try workshop.run("git", ["commit", "-q", "-m", "Broken"])
    #expect(refused.status == 1)
    #expect(refused.output.contains("`webb`"), "\(refused.output)")
    try workshop.git("add", "-A")
    try workshop.write(with([("team: web\n", "team: nobody\n")]), to: "q3.plan")
    let accepted = try workshop.run("git", ["commit", "-q", "--allow-empty", "-m", "Fine"])
    #expect(accepted.status == 0, "\(accepted.output)")
  }

  @Test(
    "what is committed without being staged is checked as well: `git commit -a`, `git commit FILE`")
  func preCommitOfAll() throws {
    let workshop = try workshop()
    let broken = with([("team: web\n  effort: 6pw", "team: webb\n  effort: 6pw")])
    try workshop.write(broken, to: "q3.plan")
    for way in [["-a"], ["q3.plan"]] {
      let refused = try workshop.run("git", ["commit", "-q", "-m", "Broken"] + way)
      #expect(refused.status == 1, "\(way)")
      #expect(refused.output.contains("`webb`"), "\(refused.output)")
    }
    try workshop.write(with([("effort: 6pw", "effort: 7pw")]), to: "q3.plan")
    let accepted = try workshop.run("git", ["commit", "-q", "-a", "-m", "Fine"])
    #expect(accepted.status == 0, "\(accepted.output)")
  }

  @Test("a part of a plan is checked through the plan that imports it")
  func preCommitOfParts() throws {
    let workshop = try workshop()
    let root = with([("team data \"Data\" { people: 1 }\n", "import \"teams/data.plan\"\n")])
    try workshop.write("team data \"Data\" { people: 1 }\n", to: "teams/data.plan")
    try workshop.commit(root)
    try workshop.write("team data \"Data\" { people: one }\n", to: "teams/data.plan")
    try workshop.git("add", "-A")
    let refused = try workshop.run("git", ["commit", "-q", "-m", "Broken"])
    #expect(refused.status == 1)
    #expect(refused.output.contains("data.plan:1"), "\(refused.output)")
    try workshop.git("rm", "-q", "-f", "teams/data.plan")
    let gone = try workshop.run("git", ["commit", "-q", "-m", "Gone"])
    #expect(gone.status == 1)
    #expect(gone.output.contains("teams/data.plan"), "\(gone.output)")
  }

  @Test(
    "a commit that takes away what no plan imports is not held by a plan that was broken before")
  func preCommitOfOtherFiles() throws {
    let workshop = try workshop()
    try workshop.write("Notes\n", to: "notes.md")
    try workshop.write(with([("team: web\n", "team: nobody\n")]), to: "q3.plan")
    try workshop.git("add", "-A")
    try workshop.git("commit", "-q", "--no-verify", "-m", "A draft")
    try workshop.git("rm", "-q", "notes.md")
    let accepted = try workshop.run("git", ["commit", "-q", "-m", "No notes"])
    #expect(accepted.status == 0, "\(accepted.output)")
  }

  @Test("the workflow names every plan that is one by itself")
  func workflow() throws {
    let workshop = try workshop()
    try workshop.write("team other { people: 1 }\n", to: "part.plan")
    try workshop.commit(Self.plan, to: "a b/q4.plan")
    let ended = try workshop.plan("git-setup", "--print", "github")
    Golden.expect(ended.output, at: "Tests/GoldenTests/Cases/git/workflow.yml.txt")
  }
}
