internal import FoundationEssentials
internal import Testing
@Test func explore() throws {
  let text = String(decoding: FileManager.default.contents(atPath: "/tmp/cases.txt") ?? Data(), as: UTF8.self)
  var out = ""
  for part in text.components("=== ") {
    guard let newline = part.firstIndex(of: "\n") else { continue }
    let name = part[..<newline]
    var source = String(part[part.index(after: newline)...])
    while source.hasSuffix("\n") { source.removeLast() }
    let isWhole = source.hasPrefix("language") || name.contains("language") || name.contains("no ")  && source.hasPrefix("plan")
    out += "=== \(name)\n" + (isWhole ? analysed(source).1 : problems(source)).joined(separator: "\n") + "\n"
  }
  print(out)
  _ = FileManager.default.createFile(atPath: "/tmp/expected.txt", contents: Data(out.utf8))
}
extension String {
  func components(_ separator: String) -> [Substring] {
    self.split(separator: separator)
  }
}
