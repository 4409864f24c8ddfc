import Foundation
import PlanSyntax
import PlanWorkbench
import TestSupport
import Testing

/// What holds of two versions of any plan.
@Suite struct VersionTests {
  static let plans = Repository.files(below: "Plans", ending: ".plan")
    // Plans of several files change their order file by file; the test changes that of the whole.
    .filter { !((try? Repository.read($0)) ?? "import").contains("import \"") }

  @Test("the order in which a plan is written, and its layout, are no change", arguments: plans)
  func order(path: String) throws {
    let text = Array(try Repository.read(path).utf8)
    let parsed = parse(SourceText(file: FileID(raw: 0), path: path, bytes: text))
    var statements = parsed.tree.file.statements.map(\.syntax.text)
    // The number of the language, and what it is read from, stays in front.
    let front = statements.removeFirst()
    let turned = Array(([front] + statements.reversed()).joined(separator: "\n\n").utf8)
    let report = try compared(text, turned)
    #expect(try object(report)["changes"] as? [[String: String]] == [])
    #expect(try object(report)["outcome"] == nil)
  }

  @Test(
    "what each edit does adds up, in money and in days",
    arguments: ["Plans/hello.plan", "Plans/scores.plan", "Plans/recovery.plan"])
  func sums(path: String) throws {
    let text = try Repository.read(path)
    var random = SeededRandom(5)
    var told = 0
    for _ in 0..<4 {
      let changed = withOtherEfforts(text, &random)
      let outcome = try object(try compared(Array(text.utf8), Array(changed.utf8)))["outcome"]
      guard let outcome = outcome as? [String: Any] else { continue }
      let shares = try #require(outcome["attribution"] as? [String: Any])
      told += 1
      let cost = outcome["delay_cost"] as? [String: [String: Any]]
      let rise =
        (cost?["after"]?["minor_units"] as? Int ?? 0)
        - (cost?["before"]?["minor_units"] as? Int ?? 0)
      if cost != nil { #expect(sum(shares) == rise) }
      for shift in outcome["initiatives"] as? [[String: Any]] ?? [] {
        guard let days = shift["days"] as? [String: Any],
          let before = day(shift["before"]), let after = day(shift["after"])
        else { continue }
        #expect(sum(days) == Int((after.timeIntervalSince(before) / 86_400).rounded()))
      }
    }
    #expect(told > 0)
  }

  private func compared(_ old: [UInt8], _ new: [UInt8]) throws -> String {
    let options = CheckOptions(today: nil, asOf: nil)
    return try versionDifference(
      from: PlanVersion(name: "old", old, path: "a.plan", options),
      to: PlanVersion(name: "new", new, path: "a.plan", options), .quick
    ).text(.json, TextStyle(width: 80, isColored: false))
  }

  private func object(_ json: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private func sum(_ shares: [String: Any]) -> Int {
    ((shares["alone"] as? [Int]) ?? []).reduce(0, +) + (shares["together"] as? Int ?? 0)
      + (shares["search"] as? Int ?? 0)
  }

  private func day(_ place: Any?) -> Date? {
    let format = DateFormatter()
    format.dateFormat = "yyyy-MM-dd"
    format.timeZone = TimeZone(identifier: "UTC")
    return ((place as? [String: Any])?["finish"] as? String).flatMap(format.date)
  }

  /// Some of its person-weeks are others.
  private func withOtherEfforts(_ text: String, _ random: inout SeededRandom) -> String {
    var pieces = text.components(separatedBy: "pw")
    for _ in 0..<3 where pieces.count > 1 {
      let place = Int.random(in: 0..<pieces.count - 1, using: &random)
      let digits = pieces[place].reversed().prefix { $0.isNumber }.count
      guard digits > 0 else { continue }
      pieces[place] = pieces[place].dropLast(digits) + "\(Int.random(in: 2...9, using: &random))"
    }
    return pieces.joined(separator: "pw")
  }
}
