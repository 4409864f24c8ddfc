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
