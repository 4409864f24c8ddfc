import PlanModel
import PlanSemantics
import PlanSyntax

/// Evaluates the last line of a few lines, each before it being a `let`; answers the value as a plan writes it, or the
/// diagnostics as `CODE headline`.
func evaluated(
  _ source: String, as type: ValueType? = nil, for property: String? = nil,
  currency: Currency? = .dollar, fiscalMonth: Int = 1, holidays: [CivilDate] = []
) -> String {
  let result = evaluation(
    source, as: type, for: property, currency: currency, fiscalMonth: fiscalMonth,
    holidays: holidays)
  if result.diagnostics.isEmpty { return result.value.planText }
  return result.diagnostics.map { "\($0.code.text) \($0.headline)" }.joined(separator: "\n")
}

/// The same as value and diagnostics.
func evaluation(
  _ source: String, as type: ValueType? = nil, for property: String? = nil,
  currency: Currency? = .dollar, fiscalMonth: Int = 1, holidays: [CivilDate] = [],
  stepsMax: Int = Environment.stepsMax
) -> (value: Value, diagnostics: [Diagnostic]) {
  var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  lines[lines.count - 1] = "print " + lines[lines.count - 1]
  let text = SourceText(lines.joined(separator: "\n"))
  let parsed = parse(text)
  var names = TestNames()
  var last: Expression?
  for statement in parsed.tree.file.statements {
    switch statement {
    case .letBinding(let binding):
      if let name = binding.name?.plain { names.lets[name.text] = binding.value }
    case .print(let print): last = print.value
    default: break
    }
  }
  var environment = Environment(
    sources: [text], currency: currency, fiscalMonth: fiscalMonth,
    calendar: WorkCalendar(name: "test", holidays: holidays), stepsMax: stepsMax)
  environment.diagnostics = parsed.diagnostics
  guard let last else { return (.poison, environment.diagnostics) }
  let value = environment.evaluate(last, expecting: type, for: property, names: &names)
  return (value, environment.diagnostics)
}

/// The whole of one diagnostic: headline, what stands under each place, help and fix, a line each.
func explanation(_ diagnostic: Diagnostic, in source: String) -> String {
  let text = Array("print \(source)".utf8)
  func quoted(_ span: Span?) -> String {
    guard let range = span?.range else { return "" }
    return String(decoding: text[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
  var lines = ["\(diagnostic.code.text) \(diagnostic.headline)"]
  lines.append("  at `\(quoted(diagnostic.span))`: \(diagnostic.label)")
  lines += diagnostic.secondary.map { "  at `\(quoted($0.span))`: \($0.text)" }
  lines += diagnostic.notes.map { "  note: \($0)" }
  lines += diagnostic.helps.map { "  help: \($0)" }
  lines += diagnostic.fixes.flatMap { fix in
    fix.edits.map { "  fix `\(quoted($0.span))` -> `\($0.replacement)`" }
  }
  return lines.joined(separator: "\n")
}

/// Lets by name, and three declarations.
struct TestNames: NameResolver {
  var lets: [String: Expression] = [:]
  var locals = Locals()
  private var open: [String] = []
  private var known: [String: Value] = [:]

  mutating func value(
    of path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) -> Value? {
    let name = path.map(\.text).joined(separator: ".")
    let kinds = ["storage": "work", "residency.billing": "work", "europe": "goal"]
    let ids: [String: Int32] = ["storage": 1, "residency.billing": 2, "europe": 3]
    if let kind = kinds[name], let id = ids[name] {
      return .reference(Reference(id: id, kind: kind, name: name))
    }
    if let value = known[name] { return value }
    guard path.count == 1, let expression = lets[name] else { return nil }
    if open.contains(name) {
      let cycle = (open + [name]).joined(separator: " -> ")
      environment.report(
        Diagnostic(.init("E0206"), "cycle \(cycle)", at: path[0].span, label: "here"))
      return .poison
    }
    open.append(name)
    defer { open.removeLast() }
    let value = environment.evaluate(expression, names: &self)
    known[name] = value
    return value
  }

  mutating func reportUnknown(
    _ path: [Word], expecting type: ValueType?, in environment: inout Environment
  ) {
    let name = path.map(\.text).joined(separator: ".")
    environment.report(
      Diagnostic(.init("E0202"), "unknown `\(name)`", at: path[path.count - 1].span, label: "here"))
  }
}
