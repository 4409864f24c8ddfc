import Foundation
import TestSupport
import Testing

/// Lock files in branches that are merged by plain `git`.
@Suite struct LockReviewTests {
  private static let plan = """
    language: 1
    plan "Quarter" { start: 2026-07-01, until: 2026-12-31, as_of: 2026-07-01 }
    team web "Web" { people: 2, availability: 100% }

    initiative search "Search" {
      team: web
      effort: 4pw
      cost_of_delay: $12k/week
    }

    team data "Data" { people: 1, availability: 100% }

    initiative billing "Billing" {
      team: data
      effort: 6pw
      cost_of_delay: $5k/week
    }

    """

  private func with(_ replacements: (String, String)...) -> String {
    replacements.reduce(Self.plan) { text, change in
      #expect(text.contains(change.0), "\(change.0)")
      return text.replacingOccurrences(of: change.0, with: change.1)
    }
  }

  /// Two branches that have each changed the plan, and agreed to what came out.
  private func branches(_ ours: String, _ theirs: String) throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(Self.plan, to: "q3.plan")
    try freeze(workshop, by: "Ann", on: "2026-07-01")
    try workshop.git("checkout", "-q", "-b", "other")
    try workshop.write(theirs, to: "q3.plan")
    try freeze(workshop, by: "Bob", on: "2026-07-08", "because", "the scanners are late")
    try workshop.git("checkout", "-q", "main")
    try workshop.write(ours, to: "q3.plan")
    try freeze(workshop, by: "Cem", on: "2026-07-09")
    return workshop
  }

  private func freeze(
    _ workshop: Workshop, by who: String, on day: String, _ more: String...
  ) throws {
    let because = more.isEmpty ? [] : ["--because", more[1]]
    let ended = try workshop.plan(
      ["freeze", "q3.plan", "--by", who, "--on", day] + because)
    #expect(ended.status == 0, "\(ended.errors)")
    try workshop.git("add", "-A")
    try workshop.git("commit", "-q", "-m", "\(who) agrees")
  }

  @Test("branches that agree to different things are merged, each with who agreed, when and why")
  func mergesCleanly() throws {
    let workshop = try branches(
      with(("effort: 4pw", "effort: 5pw")), with(("effort: 6pw", "effort: 9pw")))
    let merge = try workshop.run("git", ["merge", "-q", "-m", "Merged", "other"])
    #expect(merge.status == 0, "\(merge.output)")
    Golden.expect(
      try workshop.read("q3.plan.lock"), at: "Tests/GoldenTests/Cases/git/merged.lock.txt")
    // What both agreed to is what the merged plan gives.
    let check = try workshop.plan("freeze", "q3.plan", "--check")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(try !workshop.plan("check", "q3.plan").output.contains("W0531"))
  }

  @Test(
    "branches that agree to the same thing differently conflict, and say so until one is chosen")
  func conflictsHonestly() throws {
    let workshop = try branches(
      with(("  effort: 6pw", "  effort: 6pw\n  not_before: 2026-07-20")),
      with(("  effort: 6pw", "  effort: 6pw\n  not_before: 2026-08-31")))
    let merge = try workshop.run("git", ["merge", "-q", "-m", "Merged", "other"])
    #expect(merge.status == 1)
    #expect(try workshop.read("q3.plan.lock").contains("<<<<<<<"))
    try workshop.git("checkout", "-q", "--ours", "q3.plan")
    let marks = try workshop.plan("check", "q3.plan")
    #expect(marks.status == 1)
    #expect(marks.output.contains("error[E0031]"), "\(marks.output)")
    #expect(marks.output.contains("q3.plan.lock:"), "\(marks.output)")
    // Theirs with our plan: what was agreed is not what comes out, and both say so.
    try workshop.git("checkout", "-q", "--theirs", "q3.plan.lock")
    let drift = try workshop.plan("check", "q3.plan")
    Golden.expect(
      drift.output + drift.errors, at: "Tests/GoldenTests/Cases/git/drift.check.txt")
    #expect(drift.output.contains("warning[W0531]"))
    let report = try workshop.plan("render", "q3.plan", "--format", "markdown")
    let moved = report.output.components(separatedBy: "\n## ").first { $0.contains("agreed") }
    Golden.expect(moved ?? "", at: "Tests/GoldenTests/Cases/git/drift.render.md")
    #expect(moved?.contains("**Billing**") ?? false, "\(report.output)")
    let agreed = try workshop.plan("freeze", "q3.plan", "--check")
    #expect(agreed.status == 1)
  }
}
