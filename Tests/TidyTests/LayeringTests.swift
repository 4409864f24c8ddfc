import TestSupport
import Testing

/// The arrows of Sources/README.md.
///
/// SwiftPM accepts transitive imports, so this test holds the line.
@Suite struct LayeringTests {
  static let allowed: [String: Set<String>] = [
    "PlanText": [],
    "PlanSyntax": ["PlanText"],
    "PlanModel": [],
    "PlanSystem": [],
    "PlanSemantics": ["PlanSyntax", "PlanModel"],
    "PlanSolver": ["PlanModel"],
    "PlanInsight": ["PlanModel", "PlanSolver"],
    "PlanReport": ["PlanText", "PlanModel", "PlanInsight"],
    "PlanWorkbench": [
      "PlanText", "PlanSyntax", "PlanModel", "PlanSemantics", "PlanSolver", "PlanInsight",
      "PlanReport",
    ],
    "PlanDialogue": ["PlanText", "PlanSyntax", "PlanSemantics", "PlanWorkbench"],
    "CEdit": [],
    "PlanREPL": ["CEdit", "PlanDialogue", "PlanSystem", "PlanWorkbench"],
    "plan": ["PlanREPL", "PlanText", "PlanWorkbench", "PlanSystem"],
    "plan-bench": ["PlanModel", "PlanSyntax", "PlanSemantics", "PlanSolver", "PlanSystem"],
  ]

  /// What may come from outside, and where.
  static let libraries: [String: Set<String>] = [
    "ArgumentParser": ["plan", "plan-bench"],
    "FoundationEssentials": ["PlanReport", "plan-bench"],
    "Dispatch": ["PlanInsight", "PlanSolver"],
    "Synchronization": [
      "PlanDialogue", "PlanInsight", "PlanSolver", "PlanSystem", "PlanWorkbench", "plan",
    ],
    "HeapModule": ["PlanInsight"],
    "Darwin": ["PlanSystem"],
    "Glibc": ["PlanSystem"],
    "Musl": ["PlanSystem"],
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsFollowTheArrows(module: String) throws {
    for file in Repository.files(below: "Sources/\(module)", ending: ".swift") {
      for name in imports(in: try Repository.read(file)) {
        let isOurs = Self.allowed[name] != nil
        let isAllowed =
          isOurs
          ? Self.allowed[module]?.contains(name) == true
          : Self.libraries[name]?.contains(module) == true
        #expect(isAllowed, "\(file) imports \(name)")
      }
    }
  }

  @Test func everyModuleHasItsRow() {
    let modules = Repository.entries(of: "Sources").filter { !$0.contains(".") }
    #expect(Set(modules) == Set(Self.allowed.keys))
  }

  @Test func theArchitecturePageNamesEveryModule() throws {
    let page = try Repository.read("Sources/README.md")
    for module in Self.allowed.keys.sorted() {
      #expect(page.contains("`\(module)"), "Sources/README.md does not speak of \(module)")
    }
  }

  private func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first, ["package", "internal", "private", "public"].contains(first) {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      return words[1]
    }
  }
}
