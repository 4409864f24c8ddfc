import PlanSemantics
import PlanSyntax
import TestSupport
import Testing

/// Every operator between every two kinds of value: what comes of it, or why nothing does and what to write instead.
///
/// The kinds stand in `Cases/operators/kinds.txt`; what each operator makes of them in a file beside it, to be read
/// against the rules of units. In helps the operands are written `‹L›` and `‹R›`, so that those of one rule are one line.
@Suite struct OperatorTableTests {
  static let folder = "Tests/GoldenTests/Cases/operators"

  /// Those whose table is written down; the others follow from them.
  @Test(arguments: [
    ("+", "plus"), ("-", "minus"), ("*", "times"), ("/", "divided"), ("..", "range"),
    ("@", "confidence"), ("->", "change"), ("==", "equal"), ("<", "less"), ("in", "in"),
  ])
  func binary(operation: String, name: String) throws {
    let table = try OperatorTable()
    Golden.expect(table.text(of: operation), at: "\(Self.folder)/\(name).expected.txt")
  }

  @Test(arguments: [("-", "negative"), ("not", "not")])
  func unary(operation: String, name: String) throws {
    let table = try OperatorTable()
    Golden.expect(table.text(ofUnary: operation), at: "\(Self.folder)/\(name).expected.txt")
  }

  /// `!=` is what `==` is not, `>` is `<` turned round, and so on: the same pairs have an answer, the others the same error.
  @Test(arguments: [("!=", "=="), ("<=", "<"), (">", "<"), (">=", "<")])
  func follows(operation: String, model: String) throws {
    let table = try OperatorTable()
    for left in table.kinds {
      for right in table.kinds {
        let own = table.outcome(of: "(\(left.source)) \(operation) (\(right.source))")
        let other = table.outcome(of: "(\(left.source)) \(model) (\(right.source))")
        #expect(
          own.errors.map(\.headline) == other.errors.map(\.headline),
          "\(left.name) \(operation) \(right.name)")
        #expect(own.value.isPoison == other.value.isPoison)
        if operation == "!=", let same = other.value.boolean {
          #expect(own.value == .boolean(!same), "\(left.name) \(operation) \(right.name)")
        }
      }
    }
  }

  /// `??` is its left side wherever that is anything, and its right side otherwise.
  @Test func coalescing() throws {
    let table = try OperatorTable()
    for left in table.kinds where left.isValue && left.name != "lag" {
      for right in table.kinds where right.isValue && right.name != "lag" {
        let own = table.outcome(of: "(\(left.source)) ?? (\(right.source))")
        let kept = left.name == "none" ? right : left
        #expect(own.errors.isEmpty)
        #expect(own.value == table.outcome(of: kept.source).value, "\(left.name) ?? \(right.name)")
      }
    }
  }

  /// `and` and `or` take what is true or false on both sides, and say of each side that is not.
  @Test(arguments: ["and", "or"])
  func logic(operation: String) throws {
    let table = try OperatorTable()
    for left in table.kinds where left.isValue {
      for right in table.kinds where right.isValue {
        let own = table.outcome(of: "(\(left.source)) \(operation) (\(right.source))")
        let wrong = [left, right].filter { $0.name != "truth" }
        #expect(own.errors.map(\.code.text) == wrong.map { _ in "E0326" })
        #expect(own.value == (wrong.isEmpty ? .boolean(true) : .poison))
      }
    }
  }

  /// An error about a pair shows both operands, says what each is, and how to write what was meant.
  @Test(arguments: ["+", "-", "*", "/", "..", "->", "==", "<", "in"])
  func errorsNameBothOperands(operation: String) throws {
    let table = try OperatorTable()
    for left in table.kinds where left.isValue {
      for right in table.kinds where right.isValue {
        let source = "(\(left.source)) \(operation) (\(right.source))"
        for error in table.outcome(of: source).errors where error.code == .unitsDoNotCombine {
          let places = [error.span] + error.secondary.map(\.span)
          #expect(places.contains(table.span(of: left.source, in: source)), "\(source)")
          #expect(
            places.contains(table.span(ofLast: right.source, in: source)), "\(source)")
          #expect(!error.label.isEmpty && error.secondary.allSatisfy { !$0.text.isEmpty })
          #expect(!error.helps.isEmpty, "\(source)")
        }
      }
    }
  }
}

/// The kinds of value and a plan in which they are evaluated.
private struct OperatorTable {
  struct Kind {
    let name: String
    let source: String
    /// Whether it is a value at all: functions are none.
    var isValue: Bool { !["function", "lambda"].contains(name) }
  }

  let kinds: [Kind]
  private let interpreter: Interpreter

  private static let plan = """
    language: 1
    plan { start: 2026-07-01, currency: USD }
    team platform "Platform" { people: 3 }
    initiative sync "Sync" { team: platform, effort: 1pw..2pw..3pw, kind: enabler, urgency: high }
    """

  init() throws {
    let lines = try Repository.read("\(OperatorTableTests.folder)/kinds.txt").split(separator: "\n")
    kinds = lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return Kind(name: String(parts[0]), source: parts[1].drop { $0 == " " }.description)
    }
    let (analysis, problems) = analysed(Self.plan)
    #expect(problems == [])
    interpreter = try #require(analysis.interpreter)
  }

  struct Outcome {
    let value: Value
    let errors: [Diagnostic]
  }

  func outcome(of source: String) -> Outcome {
    let text = SourceText(file: FileID(raw: .max), path: "<query>", bytes: Array(source.utf8))
    let parsed = parseExpression(text)
    guard let expression = parsed.expression else {
      return Outcome(value: .poison, errors: parsed.diagnostics)
    }
    let evaluation = interpreter.evaluate(expression, in: text, facts: nil)
    return Outcome(value: evaluation.value, errors: parsed.diagnostics + evaluation.diagnostics)
  }

  // MARK: As text

  /// First what most kinds on the left have in common, then what is particular to each; those of which the same comes stand
  /// together.
  func text(of operation: String) -> String {
    let outcomes = kinds.map { left in
      kinds.map { right in
        OutcomeGroups.Member(
          outcome(of: "(\(left.source)) \(operation) (\(right.source))"), named: right.name,
          left.source, right.source)
      }
    }
    let usual = kinds.indices.map { right in usualKey(outcomes.map { $0[right].key }) }
    var common = OutcomeGroups()
    for (kind, key) in zip(kinds, usual) {
      if let key { common.add(OutcomeGroups.Member(key: key, text: kind.name)) }
    }
    var rows: [(text: String, names: [String])] = []
    for (left, members) in zip(kinds, outcomes) {
      var groups = OutcomeGroups()
      for (member, key) in zip(members, usual) where member.key != key { groups.add(member) }
      if let index = rows.firstIndex(where: { $0.text == groups.text }) {
        rows[index].names.append(left.name)
      } else {
        rows.append((groups.text, [left.name]))
      }
    }
    return "anything \(operation) …\n\(common.text)\n"
      + rows.map { "\($0.names.joined(separator: "; ")) \(operation) …\n\($0.text)" }
      .joined(separator: "\n")
  }

  /// The error that at least two in five have.
  private func usualKey(_ keys: [String]) -> String? {
    var counts: [String: Int] = [:]
    for key in keys where key.hasPrefix("E0") { counts[key, default: 0] += 1 }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value * 5 < keys.count * 2 ? nil : $0.key }
  }

  func text(ofUnary operation: String) -> String {
    var groups = OutcomeGroups()
    for kind in kinds {
      groups.add(
        OutcomeGroups.Member(
          outcome(of: "\(operation) (\(kind.source))"), named: kind.name, "", kind.source))
    }
    return "\(operation) …\n\(groups.text)"
  }

  // MARK: Places

  /// Inside the parentheses.
  func span(of operand: String, in source: String) -> Span {
    span(from: 0, length: operand.utf8.count + 2)
  }

  func span(ofLast operand: String, in source: String) -> Span {
    span(from: source.utf8.count - operand.utf8.count - 2, length: operand.utf8.count + 2)
  }

  private func span(from start: Int, length: Int) -> Span {
    Span(
      file: FileID(raw: .max), range: TextRange(start: Int32(start), end: Int32(start + length)))
  }
}

/// Kinds by what comes of them, in the order of first appearance.
private struct OutcomeGroups {
  private var groups: [(key: String, members: [String])] = []

  struct Member {
    /// The kind of value, or the error.
    let key: String
    let text: String

    init(key: String, text: String) {
      self.key = key
      self.text = text
    }

    init(
      _ outcome: OperatorTable.Outcome, named name: String, _ left: String, _ right: String
    ) {
      guard let error = outcome.errors.first else {
        self.init(key: outcome.value.kindName, text: "\(name) (\(outcome.value.planText))")
        return
      }
      #expect(outcome.value.isPoison)
      let others = outcome.errors.dropFirst().map { " and \($0.code.text)" }.joined()
      let help = Member.generalised(error.helps.joined(separator: "; "), left, right)
      self.init(key: "\(error.code.text)\(others) \(help)", text: name)
    }

    /// A help without the operands that it quotes.
    private static func generalised(_ help: String, _ left: String, _ right: String) -> String {
      var result = help
      for (operand, sign) in [(left, "‹L›"), (right, "‹R›")] where !operand.isEmpty {
        result = result.replacing("(\(operand))", with: sign)
      }
      return result
    }
  }

  mutating func add(_ member: Member) {
    if let index = groups.firstIndex(where: { $0.key == member.key }) {
      groups[index].members.append(member.text)
    } else {
      groups.append((member.key, [member.text]))
    }
  }

  /// The largest group of errors comes last, as everything else.
  var text: String {
    let errors = groups.filter { $0.key.hasPrefix("E0") }
    let rest = errors.max { $0.members.count < $1.members.count }.flatMap { largest in
      largest.members.count < 10 ? nil : largest.key
    }
    let named = groups.filter { $0.key != rest }.map {
      "  \($0.key)\n    \($0.members.joined(separator: "; "))\n"
    }
    return named.joined() + (rest.map { "  \($0)\n    everything else\n" } ?? "")
  }
}

extension Value {
  /// What kind of value it is, in few words.
  fileprivate var kindName: String {
    switch self {
    case .quantity, .spread: description
    case .reference(let reference): reference.lag == nil ? "a name" : "a lag"
    case .symbol: "a word"
    default: description
    }
  }
}
