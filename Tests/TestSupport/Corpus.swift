/// Every text of the language that the tests and the examples hold, good and bad.
package enum Corpus {
  package struct Text: Sendable, CustomStringConvertible {
    /// The file, and the case if it has several.
    package var name: String
    package var text: String

    package var bytes: [UInt8] { Array(text.utf8) }
    package var description: String { name }
  }

  /// The plans to learn from.
  package static let plans = texts(Repository.files(below: "Plans", ending: ".plan"))

  /// Plans and sources that cases are about, without what is expected of them.
  package static let cases: [Text] =
    texts(Repository.files(below: "Tests/GoldenTests/Cases", ending: ".plan"))
    + [".cases", ".syntax"].flatMap { ending in
      Repository.files(below: "Tests/GoldenTests/Cases", ending: ending).flatMap { file in
        GoldenCase.parse((try? Repository.read(file)) ?? "", file: file).map { each in
          let source = each.source.split(separator: "=====\n", omittingEmptySubsequences: false)
          return Text(
            name: "\(file): \(each.name)", text: Annotations.strip(String(source.first ?? "")))
        }
      }
    }

  package static let all = plans + cases

  private static func texts(_ files: [String]) -> [Text] {
    files.map { Text(name: $0, text: (try? Repository.read($0)) ?? "") }
  }
}
