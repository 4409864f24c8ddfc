import PlanSystem
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite struct FilesTests {
  /// A folder of its own for each test.
  let folder: String

  init() throws {
    var template = Array("/tmp/plan-files-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(made)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  @Test func whatIsWrittenIsRead() throws {
    let path = folder + "/a.plan"
    let bytes = Array("language: 1\n".utf8) + [0xFF, 0x00]
    try Files.writeAtomically(bytes, to: path)
    #expect(try Files.read(path, sizeMax: 100) == bytes)
  }

  @Test func writingKeepsPermissionsAndLeavesNothingBehind() throws {
    let path = folder + "/a.plan"
    try Files.writeAtomically([1], to: path)
    chmod(path, 0o640)
    try Files.writeAtomically([2, 3], to: path)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(try Files.read(path, sizeMax: 100) == [2, 3])
    #expect(Files.neighbours(of: folder + "/", ending: "") == [path])
  }

  @Test func aLinkStaysALink() throws {
    let path = folder + "/a.plan"
    let link = folder + "/link.plan"
    try Files.writeAtomically([1], to: path)
    #expect(symlink(path, link) == 0)
    try Files.writeAtomically([2], to: link)
    #expect(try Files.read(path, sizeMax: 100) == [2])
    var status = stat()
    #expect(lstat(link, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func severalFilesAreReplacedOrNone() throws {
    let paths = ["a", "b", "c"].map { "\(folder)/\($0).plan" }
    for path in paths { try Files.writeAtomically([1], to: path) }
    let others = paths.map { FileWrite(path: $0, bytes: [2], expected: [1]) }
    // The second has been changed by somebody else since it was read.
    try Files.writeAtomically([9], to: paths[1])
    #expect(
      throws: FileFailure(path: paths[1], reason: "somebody else changed it at the same time")
    ) { try Files.writeAtomically(others) }
    #expect(try paths.map { try Files.read($0, sizeMax: 100) } == [[1], [9], [1]])
    try Files.writeAtomically([1], to: paths[1])
    try Files.writeAtomically(others)
    #expect(try paths.map { try Files.read($0, sizeMax: 100) } == [[2], [2], [2]])
    #expect(Files.neighbours(of: folder + "/", ending: "") == paths)
  }

  @Test func oneThatCannotBeReplacedLeavesAllAsTheyWere() throws {
    let paths = ["\(folder)/a.plan", "\(folder)/none/b.plan"]
    try Files.writeAtomically([1], to: paths[0])
    #expect(throws: FileFailure(path: paths[1], reason: "no such file")) {
      try Files.writeAtomically(paths.map { FileWrite(path: $0, bytes: [2], expected: [1]) })
    }
    #expect(try Files.read(paths[0], sizeMax: 100) == [1])
    #expect(Files.neighbours(of: folder + "/", ending: "") == [paths[0]])
  }

  @Test func foldersAreWalkedWithoutLinksAndHiddenOnes() throws {
    for name in ["inner", ".hidden", "inner/deep"] { mkdir("\(folder)/\(name)", 0o755) }
    for name in ["b.plan", "a.plan", "inner/deep/c.plan", ".hidden/d.plan", "inner/e.txt"] {
      try Files.writeAtomically([1], to: "\(folder)/\(name)")
    }
    // A loop, and a file that is there under its own name.
    #expect(symlink(folder, "\(folder)/inner/up") == 0)
    #expect(symlink("\(folder)/a.plan", "\(folder)/inner/link.plan") == 0)
    let found = try Files.below(folder, ending: ".plan")
    #expect(found == ["a.plan", "b.plan", "inner/deep/c.plan"].map { "\(folder)/\($0)" })
    #expect(throws: FileFailure(path: folder + "/none", reason: "no such file")) {
      try Files.below(folder + "/none", ending: ".plan")
    }
  }

  @Test func aMissingFileIsNamed() {
    let path = folder + "/none.plan"
    #expect(throws: FileFailure(path: path, reason: "no such file")) {
      try Files.read(path, sizeMax: 100)
    }
  }

  @Test func aFolderIsNoFile() {
    #expect(throws: FileFailure(path: folder, reason: "it is a folder, not a file")) {
      try Files.read(folder, sizeMax: 100)
    }
  }

  @Test func tooLargeIsRefused() throws {
    let path = folder + "/large.plan"
    try Files.writeAtomically([UInt8](repeating: 32, count: 2_000_001), to: path)
    #expect(throws: FileFailure(path: path, reason: "it is larger than 2 MB", kind: .limit)) {
      try Files.read(path, sizeMax: 2_000_000)
    }
  }

  @Test func aFolderThatIsMissingCannotBeWrittenInto() {
    let path = folder + "/none/a.plan"
    #expect(throws: FileFailure(path: path, reason: "no such file")) {
      try Files.writeAtomically([1], to: path)
    }
  }
}
