internal import PlanSolver

/// The text of a plan of any size without mistakes: a team for every thirty initiatives, goals, comments, links between neighbours.
struct GeneratedText {
  private(set) var bytes: [UInt8]
  private var random = RandomStream(seed: 1)
  private var count = 0

  init(bytes size: Int) {
    bytes = []
    bytes.reserveCapacity(size + 1_000)
    frame()
    while bytes.count < size { addInitiative() }
  }

  init(lines: Int) {
    bytes = []
    frame()
    var written = bytes.count { $0 == 10 }
    while written < lines {
      let start = bytes.count
      addInitiative()
      written += bytes[start...].count { $0 == 10 }
    }
  }

  private mutating func frame() {
    add(
      """
      # A plan that no one made.
      language: 1

      plan "Generated" {
        start: 2026-07-01, until: 2029-06-30, rate: $4k/pw
        load: 80%  # a reserve for the unforeseen
      }


      """)
  }

  private mutating func addInitiative() {
    if count.isMultiple(of: 30) { addTeam() }
    let team = "team\(count / 30)"
    let low = 1 + random.below(6)
    var text = """
      # Asked for in workshop \(random.below(90)).
      initiative work_\(count) "Piece of work number \(count)" {
        serves: goal\(count / 30), team: \(team), owner: "Owner \(random.below(40))"
        effort: \(low)pw..\(low + 1 + random.below(4))pw..\(low + 6 + random.below(12))pw
        cost_of_delay: $\(1 + random.below(40))k/week  # by sales

      """
    if !count.isMultiple(of: 30), random.below(3) == 0 {
      text += "  after: work_\(count - 1) + \(1 + random.below(3))w\n"
    }
    if random.below(3) == 0 {
      text += """
          metric share_\(count) "Share of orders": \(random.below(20))% -> \(20 + random.below(60))%
          risk rules "Rules nobody has read" { chance: \(10 * (1 + random.below(5)))%, adds: 2pw }

        """
    }
    add(text + "}\n\n")
    count += 1
  }

  private mutating func addTeam() {
    let index = count / 30
    add(
      """
      team team\(index) "Team \(index)" { people: \(3 + random.below(7)), availability: 70% }
      goal goal\(index) "Goal \(index)" { by: 2028-Q\(1 + random.below(4)), cost_of_delay: $9k/week }


      """)
  }

  private mutating func add(_ text: String) { bytes += Array(text.utf8) }
}
