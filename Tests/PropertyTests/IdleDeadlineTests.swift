import Foundation
import PlanWorkbench
import TestSupport
import Testing

/// What the lint of idle deadlines claims, against two plans solved from nothing: one with the deadline and one without.
@Suite struct IdleDeadlineTests {
  private let options = CheckOptions(today: nil, asOf: nil)

  @Test func aDeadlineIsIdleExactlyWhereTheScheduleIsTheSameWithoutIt() throws {
    var random = SeededRandom(11)
    var idle = (met: 0, missed: 0)
    var bending = 0
    for _ in 0..<60 {
      let draft = Draft(&random)
      let (with, told) = try solved(draft.text(hasDeadline: true))
      let (without, _) = try solved(draft.text(hasDeadline: false))
      guard with.isOptimal, without.isOptimal else { continue }
      // Optimal schedules cost as much more as the deadline does, or as little more as keeping it takes.
      let isMissed = told.contains("misses its deadline")
      let isIdle = with.cost == without.cost + (isMissed ? draft.price * 100_000 : 0)
      #expect(told.contains("W0522") == isIdle, "\(draft.text(hasDeadline: true))\(told)")
      if !isIdle { bending += 1 } else if isMissed { idle.missed += 1 } else { idle.met += 1 }
    }
    // The plans are of every sort.
    #expect(idle.met > 3 && idle.missed > 3 && bending > 3, "\(idle), \(bending)")
  }

  /// Some works of one person, the last of which has a deadline.
  private struct Draft {
    let works: [(weeks: Int, rate: Int)]
    let day: Int
    /// Thousands.
    let price: Int

    init(_ random: inout SeededRandom) {
      works = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        (Int.random(in: 1...4, using: &random), Int.random(in: 1...20, using: &random))
      }
      day = Int.random(in: 10...28, using: &random)
      price = random.pick([1, 5, 20, 100])
    }

    func text(hasDeadline: Bool) -> String {
      let blocks = works.enumerated().map { index, work in
        let isLast = index == works.count - 1
        let deadline =
          hasDeadline && isLast ? ", deadline: 2026-08-\(day) { costs: $\(price)k }" : ""
        return
          "initiative i\(index) { team: t, effort: \(work.weeks)pw..\(work.weeks)pw..\(work.weeks)pw"
          + ", cost_of_delay: $\(work.rate)k/week\(deadline) }\n"
      }
      return """
        language: 1
        plan "P" { start: 2026-07-01, load: 100% }
        team t { people: 1 }
        \(blocks.joined())
        """
    }
  }

  private func solved(
    _ text: String
  ) throws -> (result: (cost: Int, isOptimal: Bool), told: String) {
    let checked = check(Array(text.utf8), path: "p.plan", options)
    let told = checked.places(with: try promises(checked, .standard)).map(\.text)
    let report = scheduleReport(try solve(checked, .standard))
    let json = report.text(.json, TextStyle(width: 100, isColored: false))
    let all = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let solution = try #require(all?["solution"] as? [String: Any])
    let cost = try #require((solution["delay_cost"] as? [String: Any])?["minor_units"] as? Int)
    let isOptimal = try #require(solution["is_optimal"] as? Bool)
    return ((cost, isOptimal), told.joined(separator: "\n"))
  }
}
