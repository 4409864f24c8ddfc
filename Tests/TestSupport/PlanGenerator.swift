/// Plans that make sense to the checker and to nobody else: random teams, initiatives and links.
package struct PlanGenerator {
  private var random: SeededRandom

  package init(seed: Int) { random = SeededRandom(seed) }

  package mutating func plan() -> String {
    let teams = Int.random(in: 1...3, using: &random)
    let initiatives = Int.random(in: 0...7, using: &random)
    var text = """
      language: 1
      plan "Random" {
        start: 2026-07-01
        until: 2026-\(random.pick(["09-30", "12-31"]))
        load: \(random.pick(["80%", "100%", "50%"]))
      }

      """
    for team in 0..<teams { text += self.team(team) }
    text += "goal growth \"Growth\" { cost_of_delay: $3k/week }\n"
    for index in 0..<initiatives { text += initiative(index, teams: teams) }
    return text
  }

  private mutating func team(_ index: Int) -> String {
    var lines = ["team t\(index) \"Team \(index)\" {", "  people: \(random.pick([1, 2, 4, 6]))"]
    if random.oneIn(2) { lines.append("  availability: 70%") }
    if random.oneIn(3) { lines.append("  wip: \(random.pick([1, 2]))") }
    if random.oneIn(3) { lines.append("  skill s\(index) { people: 1 }") }
    if random.oneIn(3) {
      lines.append("  hire h\(index) { people: 2, on: 2026-08-03, ramp: 4w, mentoring: 20% }")
    }
    if random.oneIn(3) {
      lines.append("  away a\(index) { people: 1, from: 2026-07-13, to: 2026-07-24 }")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private mutating func initiative(_ index: Int, teams: Int) -> String {
    var lines = ["initiative i\(index) \"Initiative \(index)\" {"]
    let estimate = random.pick(["1pw", "2pw..3pw..6pw", "4pw..8pw", "3pd", "6pw..9pw..20pw"])
    if random.oneIn(4) {
      lines.append("  work a { team: t0, effort: \(estimate) }")
      lines.append("  work b { team: t\(teams - 1), effort: 1pw, after: a + 1w }")
    } else {
      lines.append("  team: t\(Int.random(in: 0..<teams, using: &random)), effort: \(estimate)")
    }
    if random.oneIn(2) { lines.append("  cost_of_delay: $\(random.pick([1, 4, 20]))k/week") }
    if random.oneIn(3) { lines.append("  serves: growth") }
    if random.oneIn(4) { lines.append("  deadline: 2026-08-31 { costs: $200k }") }
    if random.oneIn(5) { lines.append("  not_before: 2026-07-20") }
    if random.oneIn(4) { lines.append("  milestone half \"Half\": 50%") }
    if random.oneIn(4) { lines.append("  risk trouble \"Trouble\" { chance: 30%, adds: 2pw }") }
    lines.append("  priority: \(random.pick(["must", "should", "should", "could", "wont"]))")
    if index > 0, random.oneIn(2) {
      lines.append("  after: i\(Int.random(in: 0..<index, using: &random))")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}
