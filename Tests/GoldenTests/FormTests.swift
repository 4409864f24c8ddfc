import PlanWorkbench
import TestSupport
import Testing

/// The forms in which findings are told, on what people write and on what nobody should.
@Suite struct FormTests {
  static let forms = FindingsForm.allCases

  /// Findings of every part: a label, others beside it, notes, helps, fixes, a check that fails and one that holds.
  private static let ordinary = """
    language: 1
    plan "Forms" { start: 2026-07-01 }
    team web "Web" { people: 2 }
    initiative search "Search" { effort: 6w, team: wbe }
    initiative search "Again" { effort: 2pw }
    // no comment
    """

  private static let checked = """
    language: 1
    plan "Forms" { start: 2026-07-01 }
    team web "Web" { people: 2 }
    initiative search "Search" { effort: 6pw, team: web, cost_of_delay: $1k/week }
    check owned { all: initiatives, require: owner != none, say: "\\(label) has {no} [owner](1)" }
    check named "Has a \\"label\\"" { all: initiatives, require: label != none }
    """

  /// Names that end what they stand in, or turn round what is read, if nobody takes care.
  private static let hostilePath = "a b/100%,::error::\"<x>&'\u{202E}\u{1B}[2J\ncafé{0}.plan"

  private static let hostile = """
    language: 1
    plan "Forms" { start: 2026-07-01 }
    initiative a "x" { effort: 2pw, team: "a%0A::error::\u{202E}\u{1B}[31m]]></error>" }
    initiative b "<b>&\u{7}" { effort: "\u{200F}{0} [x](http://evil)" }
    """

  private func findings(_ text: String, path: String, _ form: FindingsForm) throws -> String {
    let checked = check(Array(text.utf8), path: path, CaseTests.options)
    let promises = try promises(checked, .quick)
    return checked.findings(form, CaseTests.style, with: promises)
  }

  private static let cases = [
    ("ordinary", ordinary, "forms.plan"), ("checked", checked, "plans/forms.plan"),
    ("hostile", hostile, hostilePath),
    ("fine", "language: 1\nplan \"Fine\" { start: 2026-07-01 }\n", "fine.plan"),
  ]

  @Test(arguments: cases, forms)
  func whatIsTold(of each: (name: String, text: String, path: String), form: FindingsForm) throws {
    let told = try findings(each.text, path: each.path, form)
    Golden.expect(told, at: "Tests/GoldenTests/Cases/forms/\(each.name).\(form.rawValue).expected")
  }

  /// Nothing that a terminal or a reader would obey comes through in any form.
  @Test(arguments: forms)
  func nothingHostileComesThrough(form: FindingsForm) throws {
    let told = try findings(Self.hostile, path: Self.hostilePath, form)
    #expect(!told.isEmpty)
    for scalar in told.unicodeScalars where scalar != "\n" {
      let isObeyed =
        scalar.properties.generalCategory == .control || [0x202E, 0x200F].contains(scalar.value)
      #expect(!isObeyed, "U+\(String(scalar.value, radix: 16))")
    }
  }

  /// A runner takes each line that begins with `::` for a command; none may be of the plan's own making.
  @Test func everyAnnotationIsOneLine() throws {
    let told = try findings(Self.hostile, path: Self.hostilePath, .github)
    let lines = told.split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      #expect(line.hasPrefix("::error file=") || line.hasPrefix("::warning file="))
      #expect(line.contains("file=a b/100%25%2C%3A%3Aerror%3A%3A"))
    }
  }

  @Test(arguments: cases)
  func sarifIsValid(of each: (name: String, text: String, path: String)) throws {
    let schema = try JSONSchema(
      Repository.read("Tests/GoldenTests/Cases/forms/sarif-schema-2.1.0.json"))
    let document = try JSONNode(findings(each.text, path: each.path, .sarif))
    #expect(schema.violations(of: document) == [])
  }

  /// Every case there is, so that no finding has a part that breaks the form.
  @Test func sarifOfEveryCaseIsValid() throws {
    let schema = try JSONSchema(
      Repository.read("Tests/GoldenTests/Cases/forms/sarif-schema-2.1.0.json"))
    for each in CaseTests.cases {
      let checked = check(Array(each.source.utf8), path: "case.plan", CaseTests.options)
      let document = try JSONNode(checked.findings(.sarif, CaseTests.style))
      let violations = schema.violations(of: document)
      #expect(violations.isEmpty, "\(each.name): \(violations.prefix(5))")
      let results = document["runs"]?.elements.first?["results"]?.elements ?? []
      #expect(results.isEmpty != (checked.hasErrors || checked.hasWarnings), "\(each.name)")
    }
  }

  @Test func aSchemaRefusesWhatIsWrong() throws {
    let schema = try JSONSchema(
      Repository.read("Tests/GoldenTests/Cases/forms/sarif-schema-2.1.0.json"))
    let text = try findings(Self.ordinary, path: "forms.plan", .sarif)
    for (right, wrong) in [
      ("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\""),
      ("\"level\": \"error\"", "\"level\": \"bad\""),
      ("\"startLine\": 4", "\"startLine\": 0"), ("\"startLine\": 4", "\"startLine\": \"4\""),
      ("\"uri\": \"forms.plan\"", "\"uri\": \"a b.plan\""), ("\"text\":", "\"txet\":"),
      ("\"name\": \"plan\",", ""),
    ] {
      #expect(text.contains(right))
      let document = try JSONNode(text.replacing(right, with: wrong))
      #expect(!schema.violations(of: document).isEmpty, "\(wrong)")
    }
  }
}
