import PlanDialogue
import PlanWorkbench
import TestSupport
import Testing

/// Long sessions of random changes: whatever is typed, the text stays the one thing that counts.
@Suite struct RandomSessionTests {
  private static let plan = """
    # Two teams.
    language: 1
    plan "Random" { start: 2026-07-01, until: 2026-12-31, rate: $4k/pw }

    team web "Web" { people: 4, availability: 70% }
    team data "Data" {
      people: 3  # by hand
      availability:  80%
    }

    # The first of them.
    initiative a "A" { team: web, effort: 2pw..3pw..6pw, cost_of_delay: $3k/week }
    initiative b "B" {
      team: data
      effort: 1pw..2pw..4pw  # guessed
      cost_of_delay: $2k/week
    }
    """

  private static func session(_ bytes: [UInt8]) throws -> Session {
    try Session(
      WorkingCopy(
        bytes, path: "random.plan",
        CheckOptions(today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil)),
      hasFile: true, style: TextStyle(width: 100, isColored: false),
      Surroundings(effort: .quick, read: { _ in .missing }, write: { _ in nil }))
  }

  @Test("the log does the same again, and all of it can be taken back", arguments: 1...5)
  func replays(seed: Int) throws {
    var random = SeededRandom(seed)
    var typist = Typist()
    var session = try Self.session(Array(Self.plan.utf8))
    for _ in 0..<200 { _ = session.enter(typist.entry(&random)) }
    let difference = session.enter(":diff").text
    let log = session.enter(":log").text
    #expect(!log.isEmpty)

    var again = try Self.session(Array(Self.plan.utf8))
    for entry in EntryReader(log).entries {
      let reply = again.enter(entry.text)
      #expect(!reply.isRefusal, "\(entry.text): \(reply.problem)")
    }
    #expect(again.enter(":diff").text == difference)
    #expect(again.enter(":log").text == log)

    // What it holds is a plan, and comes back through a file.
    let written = session.text
    let reopened = try Self.session(written)
    #expect(reopened.mistakes.isEmpty)
    #expect(reopened.text == written)

    _ = session.enter(":at 0")
    #expect(session.text == Array(Self.plan.utf8))
  }

  @Test("a change of the file means what the same change means in a scenario", arguments: 1...20)
  func meansTheSame(seed: Int) throws {
    var random = SeededRandom(seed)
    var typist = Typist()
    var direct = try Self.session(Array(Self.plan.utf8))
    var branched = direct
    _ = branched.enter("branch other")
    for _ in 0..<8 {
      let entry = typist.overlay(&random)
      let (left, right) = (direct.enter(entry), branched.enter(entry))
      #expect(left.isRefusal == right.isRefusal, "\(entry): \(left.problem)\(right.problem)")
    }
    // Where what is new stands may differ; what it says may not.
    for question in [
      "initiatives sort by name show [name, label, team, effort, cost_of_delay, priority]",
      "teams sort by name show [name, people, availability, wip]",
    ] {
      #expect(direct.enter(question).text == branched.enter(question).text)
    }
  }
}

/// Somebody who types whatever comes to mind.
private struct Typist {
  private var initiatives = ["a", "b"]
  private var next = 0

  mutating func entry(_ random: inout SeededRandom) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: "undo"
    case 1: "redo \(Int.random(in: 1...3, using: &random))"
    case 2: "branch s\(Int.random(in: 0..<3, using: &random))"
    case 3: "switch \(random.pick(["baseline", "s0", "s1", "s2"]))"
    default: overlay(&random)
    }
  }

  /// What may stand in a scenario.
  mutating func overlay(_ random: inout SeededRandom) -> String {
    let some = random.pick(initiatives)
    let count = Int.random(in: 1...9, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      next += 1
      let name = "n\(next)"
      initiatives.append(name)
      return
        "initiative \(name) \"N \(next)\" {\n  team: web, effort: \(count)pw..\(count + 1)pw..\(count + 3)pw\n}"
    case 1: return "drop \(some)"
    case 2: return "change \(some) { effort: old * \(count * 20)% }"
    case 3: return "change \(some) { cost_of_delay: $\(count)k/week, note: \"ü \(count)\" }"
    case 4: return "change \(some) { priority: \(random.pick(["must", "should", "could"])) }"
    case 5: return "change web { people: \(count), wip: \(count) }"
    case 6: return "change data { availability: \(count * 10)%, people: old + 1 }"
    case 7: return "change \(some) { team: \(random.pick(["web", "data"])) }"
    default: return "change \(some) { after: \(random.pick(initiatives)) }"
    }
  }

}
