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

  @Test(
    "of two edits each does by itself what it does where it is the only one; the rest they do together",
    arguments: ["Plans/hello.plan", "Plans/scores.plan", "Plans/recovery.plan"])
  func pairs(path: String) throws {
    let text = try Repository.read(path)
    var random = SeededRandom(17)
    var told = 0
    for _ in 0..<6 {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let figures = lines.indices.filter { lines[$0].contains(Self.figure) }
      let first = figures[Int.random(in: figures.indices, using: &random)]
      let second = figures[Int.random(in: figures.indices, using: &random)]
      guard first != second else { continue }
      let edits = [first, second].sorted().map { (line: $0, text: raised(lines[$0], &random)) }
      func outcome(_ edits: [(line: Int, text: String)]) throws -> [String: Any]? {
        var changed = lines
        for edit in edits { changed[edit.line] = edit.text }
        let report = try compared(
          Array(text.utf8), Array(changed.joined(separator: "\n").utf8))
        return try object(report)["outcome"] as? [String: Any]
      }
      guard let both = try outcome(edits), let shares = both["attribution"] as? [String: Any],
        let alone = shares["alone"] as? [Int], alone.count == 2
      else { continue }
      told += 1
      for (index, edit) in edits.enumerated() {
        let single = try outcome([edit])
        let own = (single?["attribution"] as? [String: Any])?["alone"] as? [Int]
        #expect((own ?? [0]) == [alone[index]], "\(edit.text)")
        for (name, days) in shifts(both) {
          guard let those = days["alone"] as? [Int], single != nil,
            let own = shifts(single)[name]?["alone"] as? [Int]
          else { continue }
          #expect(own == [those[index]], "\(name), \(edit.text)")
        }
      }
    }
    #expect(told > 1)
  }

  /// Days by cause of each initiative that moves.
  private func shifts(_ outcome: [String: Any]?) -> [String: [String: Any]] {
    let shifts = outcome?["initiatives"] as? [[String: Any]] ?? []
    return Dictionary(
      shifts.compactMap { shift in
        (shift["days"] as? [String: Any]).map { (shift["name"] as? String ?? "", $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// An estimate, a rate or a number of people.
  private static var figure: Regex<Substring> { /[0-9]+(?:pw|k\/week)|people: [0-9]+/ }

  /// The last figure of a line is another one.
  private func raised(_ line: String, _ random: inout SeededRandom) -> String {
    guard let match = line.matches(of: Self.figure).last else { return line }
    let digits = line[match.range].split { !$0.isNumber }.first ?? "1"
    let other = (Int(digits) ?? 1) + Int.random(in: 1...6, using: &random)
    let text = line[match.range].replacing(digits, with: "\(other)", maxReplacements: 1)
    return line.replacingCharacters(in: match.range, with: String(text))
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
