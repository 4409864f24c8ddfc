import Invariants
import PlanWorkbench
import TestSupport
import Testing

/// The stories of `plan explain E0123`: what is told there is what happens.
@Suite struct CatalogueTests {
  /// What is refused in a story raises its code and no other; what stands instead of it raises nothing.
  @Test(arguments: Catalogue.entries.map(\.code))
  func examplesAreTrue(code: String) throws {
    let entry = try #require(Catalogue.entry(code))
    #expect(!entry.title.isEmpty && !entry.story.isEmpty, "\(code) tells nothing")
    for (index, example) in entry.examples.enumerated() {
      let expected: Set<String>
      switch example.role {
      case .bad: expected = [code]
      case .good: expected = []
      case .file, .shown: continue
      }
      let found = try findings(example.plan, example.arguments, files(of: entry, behind: index))
      #expect(Set(found) == expected, "\(code) \(example.role):\n\(example.plan)")
    }
    if let made = MadeExample.all[code] {
      let (found, mended) = try made.findings()
      #expect(Set(found) == [code] && mended.isEmpty, "\(code): \(found), mended \(mended)")
    } else if let suite = MadeExample.elsewhere[code] {
      let text = try Repository.read(suite)
      #expect(text.contains(code), "\(suite) does not show \(code)")
    } else {
      #expect(entry.examples.contains { $0.role == .bad }, "\(code) shows no mistake")
      #expect(entry.examples.contains { $0.role == .good }, "\(code) shows no way out")
    }
  }

  @Test func codesAreToldOnceAndInOrder() {
    for area in CatalogueArea.allCases {
      let codes = Catalogue.entries.filter { $0.area == area }.map(\.code)
      #expect(codes == codes.sorted())
    }
    #expect(Set(Catalogue.entries.map(\.code)).count == Catalogue.entries.count)
  }

  /// Whatever warns can be allowed with a reason, and made an error.
  @Test(arguments: Catalogue.entries.filter { $0.area == .lints && $0.isWarning }.map(\.code))
  func lintsAreAllowedAndDenied(code: String) throws {
    let entry = try #require(Catalogue.entry(code))
    for (index, example) in entry.examples.enumerated() where example.role == .bad {
      let files = files(of: entry, behind: index)
      let allowed = example.plan + "allow \(code) { because: \"the board knows\" }\n"
      let left = try findings(allowed, example.arguments, files)
      #expect(left == [], "\(code) is allowed")
      let denied = example.plan + "deny \(code)\n"
      let checked = check(Array(denied.utf8), path: "example.plan", options([], files))
      let isKept = try promises(checked, .quick).areKept
      #expect(checked.hasErrors || !isKept, "\(code) is denied")
    }
  }

  @Test func anUnknownCodeLeadsToThoseBesideIt() {
    #expect(Catalogue.codes(near: "W0101").first == "E0101")
    #expect(Catalogue.codes(near: "E9999").count == 3)
    #expect(Catalogue.codes(near: "search").isEmpty)
    #expect(Catalogue.entry("e0101")?.code == "E0101")
  }

  /// The codes of everything found in a plan, its checks and its schedule.
  private func findings(
    _ plan: String, _ arguments: [String], _ files: [String: String]
  ) throws -> [String] {
    let checked = check(Array(plan.utf8), path: "example.plan", options(arguments, files))
    let promises = try promises(checked, .quick)
    #expect(unlabelled(checked, promises) == [])
    return codes(checked, promises)
  }

  private func options(_ arguments: [String], _ files: [String: String]) -> CheckOptions {
    var options = CaseTests.options
    options.files = FileProvider(
      find: { path, _ in
        if path.hasPrefix("..") { return .outside }
        return files[path] == nil
          ? .nowhere(reason: "no such file", neighbours: files.keys.sorted())
          : .file(real: path, shown: path)
      },
      read: { path, _ in .bytes(Array((files[path] ?? "").utf8)) })
    for (option, value) in zip(arguments, arguments.dropFirst()) {
      switch option {
      case "--scenario": options.scenario = value
      case "--set": options.overrides.append(value)
      case "--as-of": options.asOf = CheckOptions.Day(value)
      default: continue
      }
    }
    return options
  }

  /// The files that stand behind an example, up to the next plan.
  private func files(of entry: CatalogueEntry, behind index: Int) -> [String: String] {
    var files: [String: String] = [:]
    for example in entry.examples.dropFirst(index + 1) {
      guard case .file(let path) = example.role else { break }
      files[path] = example.lines.joined(separator: "\n") + "\n"
    }
    return files
  }
}

/// The codes of all that was found.
func codes(_ checked: CheckedPlan, _ promises: Promises = .none) -> [String] {
  checked.places(with: promises).map { String($0.text.prefix { $0 != " " }) }
}
