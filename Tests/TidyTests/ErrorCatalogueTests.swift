import TestSupport
import Testing

/// Every code that can be shown to a user is shown by some case.
@Suite struct ErrorCatalogueTests {
  @Test func everyCodeIsGivenOutOnceAndHasACase() throws {
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
  }

  /// The codes constructed in a file: `DiagnosticCode("E0123")`.
  private func codes(in source: String) -> [String] {
    source.split(separator: "DiagnosticCode(\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }
}
