import TestSupport
import Testing

/// Every code that can be shown to a user is shown by some case, and has its story.
@Suite struct ErrorCatalogueTests {
  @Test func everyCodeIsGivenOutOnceAndHasACaseAndAStory() throws {
    var places: [String: String] = [:]
    for file in Repository.files(below: "Sources", ending: ".swift") {
      for code in codes(in: try Repository.read(file)) {
        let earlier = places.updateValue(file, forKey: code)
        #expect(earlier == nil, "\(code) is given out in \(file) and \(earlier ?? "")")
      }
    }
    #expect(places.count > 50)

    var shown = ""
    for file in Repository.files(below: "Tests") where !file.hasSuffix("ErrorCatalogueTests.swift")
    {
      shown += try Repository.read(file)
    }
    for code in places.keys.sorted() {
      let isShown = shown.contains(code)
      #expect(isShown, "no case shows \(code), of \(places[code] ?? "")")
    }

    let told = try Repository.files(below: Self.stories).flatMap { file in
      // A line of an example may begin with `#` as well.
      try Repository.read(file).split(separator: "\n")
        .filter { $0.hasPrefix("# E0") || $0.hasPrefix("# W0") }
        .map { String($0.dropFirst(2).prefix { $0 != " " }) }
    }
    for code in places.keys.sorted() {
      let isTold = told.contains(code)
      #expect(isTold, "\(Self.stories) tells nothing of \(code)")
    }
    for code in told {
      #expect(places[code] != nil, "\(Self.stories) tells of \(code), which nothing raises")
    }
  }

  private static let stories = "Sources/PlanWorkbench/Catalogue/Stories"

  /// The codes constructed in a file: `DiagnosticCode("E0123")`.
  private func codes(in source: String) -> [String] {
    source.split(separator: "DiagnosticCode(\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }
}
