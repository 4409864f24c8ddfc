import PlanDialogue
import PlanText
import PlanWorkbench
import Testing

/// What a terminal is shown of a plan that somebody else wrote: nothing that it would obey.
@Suite struct HostileSessionTests {
  /// Labels that clear the screen, ring, colour what follows and turn it round; a comment that names the window.
  private static let plan = """
    language: 1
    plan "Shop\u{1B}[2J" { start: 2026-07-01, until: 2026-12-31, rate: $4k/pw }
    team web "Web\u{7}" { people: 4 }  # \u{1B}]0;x\u{7}
    goal more "More\u{1B}[1m" { cost_of_delay: $2k/week }
    initiative login "Sign in\u{1B}[31m" { cost_of_delay: $9k/week, effort: 2pw..3pw..6pw, note: "\u{1B}c" }
    initiative refunds "\u{202E}Refunds" { cost_of_delay: $6k/week, effort: 2pw..3pw..6pw, after: login, serves: more }
    initiative theme "A theme\u{9B}2J" { effort: 2pw..3pw..6pw, priority: could, why: "\u{1B}[5mit blinks" }
    scenario less "Less\u{1B}[2J" { change web { people: 3 } }
    """

  private func session(hasScreen: Bool = false) throws -> Session {
    let options = CheckOptions(
      today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil)
    var surroundings = Surroundings(
      effort: .quick, read: { _ in .missing }, write: { _ in nil })
    surroundings.hasScreen = hasScreen
    return try Session(
      WorkingCopy(Array(Self.plan.utf8), path: "hostile.plan", options), hasFile: true,
      style: TextStyle(width: 100, isColored: false), surroundings)
  }

  /// All but `diff`, which without colours is a patch and has the bytes of the file.
  @Test(
    "no answer obeys what the plan says",
    arguments: [
      "show", "show login", "show web", "show plan", "show load", "why refunds", "defer",
      "defer login", "options theme", "options drop login", "levers", "simulate 1000", "fund 1",
      "fund 1 with theme", "fund 1 with theme without login apply", "portfolio", "debts", "signals",
      "calibrate", "check", "switch less", "compare", "change web { people: 2 }", "render",
      "help change", "drop theme", "initiatives show [name, label, why]", "teams",
      "login.note", "change login { label: 3 }", "branch other \"O\u{1B}[2J\"", "log",
    ])
  func answers(entry: String) throws {
    var session = try session()
    #expect(session.mistakes.isEmpty, "\(session.mistakes)")
    let reply = session.enter(entry)
    expectHarmless(reply.text + reply.problem + session.summary + session.prompt)
  }

  @Test func cardsAndCompletionsAreHarmless() throws {
    var session = try session(hasScreen: true)
    var board = try #require(session.enter("fund 1").board)
    board.press(.last)
    board.press(.carry)
    expectHarmless(board.screen(width: 100, height: 24).lines.joined(separator: "\n"))
    for before in ["change ", "why ", "switch ", "initiatives where team == "] {
      for choice in session.completions(of: before).choices {
        expectHarmless(choice.shown + choice.note)
      }
    }
  }

  private func expectHarmless(_ text: String) {
    let obeyed = text.unicodeScalars.first { $0.isObeyed && $0 != "\n" }
    #expect(obeyed == nil, "\(text.debugDescription)")
  }
}
