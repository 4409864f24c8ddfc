internal import Testing

/// Many small plans in one file, each under a header `--- name [stage] ---`.
///
/// Names are unique in their folder, so that a case may move between files. What a case is expected to give stands either
/// in the case itself (stage `check`: see `Annotations`) or beside it in `name.expected.*`.
package struct GoldenCase: Sendable, CustomTestStringConvertible {
  package var file: String
  package var name: String
  package var stage: String
  package var source: String

  package var testDescription: String { name }

  /// The folder of the file, for what stands beside it.
  package var folder: String { String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]) }

  /// All cases of all `.cases` files below a folder.
  package static func all(below folder: String) -> [GoldenCase] {
    Repository.files(below: folder, ending: ".cases").flatMap { file in
      parse((try? Repository.read(file)) ?? "", file: file)
    }
  }

  package static func parse(_ text: String, file: String) -> [GoldenCase] {
    var cases: [GoldenCase] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let header = header(line) {
        cases.append(GoldenCase(file: file, name: header.name, stage: header.stage, source: ""))
      } else if !cases.isEmpty {
        cases[cases.count - 1].source += line + "\n"
      }
    }
    for index in cases.indices {
      // The blank line before the next header belongs to the file, not to the case.
      while cases[index].source.hasSuffix("\n\n") { cases[index].source.removeLast() }
    }
    return cases
  }

  package static func text(_ cases: [GoldenCase]) -> String {
    cases.map { "--- \($0.name) [\($0.stage)] ---\n\($0.source)" }.joined(separator: "\n")
  }

  private static func header(_ line: Substring) -> (name: String, stage: String)? {
    guard line.hasPrefix("--- "), line.hasSuffix("] ---"),
      let bracket = line.lastIndex(of: "[")
    else { return nil }
    let name = line[line.index(line.startIndex, offsetBy: 4)..<bracket]
    let stage = line[line.index(after: bracket)...].dropLast(5)
    return (name.split(separator: " ").joined(separator: " "), String(stage))
  }
}
