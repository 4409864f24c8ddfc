import Foundation
import PlanSyntax
import TestSupport
import Testing

/// `Grammar/editors/vim` colours plans as the lexer reads them.
@Suite struct VimTests {
  static let file = "Grammar/editors/vim/syntax/plan.vim"

  @Test func itKnowsTheWordsOfTheTables() throws {
    let text = try Repository.read(Self.file)
    Golden.expect(
      Lists.filled(text, before: { "let s:\($0) = '" }, after: "'", separator: " "), at: Self.file)
  }

  /// Where there is a Vim: `Tests/run` says so when there is none.
  private static let vim = ["/usr/bin/vim", "/usr/local/bin/vim"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: vim != nil, "no Vim is installed"))
  func itColoursAsTheLexerReads() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "plan-vim-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, each) in Colours.texts.enumerated() {
      try Data(each.tree.source.bytes).write(to: folder.appending(path: "\(index).plan"))
    }
    try run(Self.vim ?? "", in: folder)
    #expect(Colours.texts.count > 100)
    for (index, (name, tree)) in Colours.texts.enumerated() {
      let output = try Data(contentsOf: folder.appending(path: "\(index).plan.groups"))
      let actual = colours(String(decoding: output, as: UTF8.self), of: tree)
      let differences = Colours.differences(tree, actual, in: name)
      #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }
  }

  /// Has Vim write the names of the groups of all bytes of every plan of a folder, a line for a line.
  private func run(_ vim: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: vim)
    process.currentDirectoryURL = folder
    let editors = "\(Repository.root)/Grammar/editors/vim"
    process.arguments = [
      "-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "--cmd", "set encoding=utf-8",
      "--cmd", "set runtimepath^=\(editors)", "-S",
      "\(Repository.root)/Tests/EditorTests/groups.vim",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func colours(_ groups: String, of tree: SyntaxTree) -> [Character] {
    var result: [Character] = []
    for line in groups.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      result += line.split(separator: " ", omittingEmptySubsequences: true).map {
        Self.colours[String($0)] ?? " "
      }
      result.append(" ")
    }
    // A file that does not end with a newline has one byte fewer.
    if tree.source.bytes.last != 10, !result.isEmpty { result.removeLast() }
    return result
  }

  private static let colours: [String: Character] = [
    "planComment": Colours.comment, "planText": Colours.text, "planEscape": Colours.escape,
    "planInterpolationMark": Colours.interpolation, "planNumber": Colours.number,
    "planDate": Colours.date, "planConstant": Colours.constant, "planKeyword": Colours.keyword,
    "planBlock": Colours.block, "planProperty": Colours.property,
    "planFunction": Colours.function, "planWord": Colours.word, "planOperator": Colours.sign,
    "planPunctuation": Colours.punctuation,
  ]
}
