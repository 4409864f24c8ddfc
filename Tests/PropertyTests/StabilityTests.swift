import PlanWorkbench
import TestSupport
import Testing

/// What moves of an agreed schedule when one estimate changes: nothing without a reason on its chain.
@Suite struct StabilityTests {
  private static let path = "Plans/insurer.plan"
  private static let style = TextStyle(width: 80, isColored: false)
  /// Every so many estimates of the plan are changed; all of them take minutes.
  private static let everySoMany = 12

  /// A tenth more or less is one estimate's error, and an agreement that such a change could overthrow would be none.
  @Test("an estimate that changes by a tenth moves next to nothing that does not wait for it")
  func smallChangesMoveLittle() throws {
    let text = try Repository.read(Self.path)
    let agreed = try frozen(solve(check(text, lock: nil), .standard), FreezeNote()).new
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let estimated = lines.indices.filter { lines[$0].contains("effort: ") }
    let schema = try JSONSchema(try Repository.read("Grammar/report.schema.json"))
    var followed = 0
    var unexplained: [String] = []
    for line in stride(from: Self.everySoMany / 2, to: estimated.count, by: Self.everySoMany) {
      for percent in [90, 110] {
        var edited = lines
        edited[estimated[line]] = scaled(lines[estimated[line]], percent)
        #expect(edited != lines)
        let solved = try solve(
          check(edited.joined(separator: "\n"), lock: agreed), .standard)
        let answer = try JSONNode(scheduleReport(solved).text(.json, Self.style))
        #expect(schema.violations(of: answer) == [])
        let moves = answer["agreement"]?["moves"]?.elements
        #expect(moves != nil)
        for move in moves ?? [] {
          let cause = try #require(move["cause"]?.text)
          if ["cheaper_order", "follows_order", "staffing"].contains(cause) {
            let name = move["initiative"]?.text ?? ""
            unexplained.append(
              "\(name) moved (\(cause)) by line \(estimated[line] + 1), \(percent) %")
          } else {
            followed += 1
          }
        }
      }
    }
    #expect(unexplained.isEmpty, "\(unexplained)")
    // A schedule in which nothing ever moves would not follow its estimates.
    #expect(followed > 0)
  }

  /// The three points of every estimate of a line, in hundredths of what they are counted in.
  private func scaled(_ line: String, _ percent: Int) -> String {
    line.replacing(/(\d+(?:\.\d+)?)(?=pw)/) { match in
      let hundredths = Int(((Double(match.output.1) ?? 0) * Double(percent)).rounded())
      return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }
  }

  private func check(_ plan: String, lock: [UInt8]?) -> CheckedPlan {
    let files = FileProvider(
      find: { path, _ in
        lock != nil && path == "insurer.plan.lock"
          ? .file(real: path, shown: path) : .nowhere(reason: "no such file", neighbours: [])
      }, read: { _, _ in .bytes(lock ?? []) })
    var options = CheckOptions(today: nil, asOf: nil)
    options.files = files
    return PlanWorkbench.check(Array(plan.utf8), path: "insurer.plan", options)
  }
}
