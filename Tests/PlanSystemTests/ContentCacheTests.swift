import PlanSystem
import Testing

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What is kept under names of its content, however the folder fares.
@Suite struct ContentCacheTests {
  let folder: String
  let cache: ContentCache

  init() throws {
    var template = Array("/tmp/plan-cache-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(made)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    cache = try #require(
      ContentCache(folder: folder, limits: ContentCache.Limits(entries: 8, bytes: 1_000)))
  }

  private var names: [String] {
    Files.neighbours(of: folder + "/", ending: "").map { String($0.dropFirst(folder.count + 1)) }
  }

  @Test func whatIsWrittenIsReadAndNothingElseLiesThere() {
    #expect(cache.read("a1") == nil)
    cache.write([1, 2, 3], named: "a1")
    cache.write([4], named: "b2")
    cache.write([5, 6], named: "a1")
    #expect(cache.read("a1") == [5, 6])
    #expect(cache.read("b2") == [4])
    #expect(names == ["a1", "b2"])
    var status = stat()
    #expect(stat("\(folder)/a1", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test("what is no name reaches nothing", arguments: ["", "../a", "a/b", "A", "ü", "a.b", "-"])
  func hostileNames(name: String) {
    cache.write([1], named: name)
    #expect(cache.read(name) == nil)
    #expect(names.isEmpty)
  }

  @Test func whatWasNotReadForLongestGoesFirst() {
    for index in 1...8 {
      cache.write([UInt8(index)], named: "n\(index)")
      setTime(Int(index), of: "n\(index)")
    }
    // The oldest is used, so the next two go for it.
    #expect(cache.read("n1") == [1])
    cache.write([9], named: "n9")
    #expect(cache.read("n1") == [1])
    #expect(names == ["n1", "n5", "n6", "n7", "n8", "n9"])
  }

  @Test func itNeverGrowsBeyondItsSize() {
    for index in 1...20 {
      cache.write([UInt8](repeating: 0, count: 400), named: "n\(index)")
      setTime(index, of: "n\(index)")
      let sizes = names.map { (try? Files.read("\(folder)/\($0)", sizeMax: 10_000))?.count ?? 0 }
      #expect(sizes.reduce(0, +) <= 1_000)
    }
    #expect(names.last == "n20")
  }

  @Test func whatOthersMayWriteIsNotRead() throws {
    cache.write([1], named: "a")
    chmod("\(folder)/a", 0o666)
    #expect(cache.read("a") == nil)
    // It is replaced by one that only the user may write.
    cache.write([2], named: "a")
    #expect(cache.read("a") == [2])
    chmod(folder, 0o777)
    #expect(ContentCache(folder: folder) == nil)
  }

  @Test func linksAndPipesAndFoldersAreNoEntries() throws {
    try Files.writeAtomically([1], to: folder + "/target")
    #expect(symlink(folder + "/target", folder + "/link") == 0)
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(mkdir(folder + "/folder", 0o700) == 0)
    for name in ["link", "pipe", "folder"] { #expect(cache.read(name) == nil, "\(name)") }
    // Nothing can be put in the place of a folder, and nothing stays behind.
    cache.write([2], named: "folder")
    #expect(cache.read("folder") == nil)
    #expect(names == ["folder", "link", "pipe", "target"])
  }

  @Test func aFolderThatHasGoneKeepsNothing() {
    cache.write([1], named: "a")
    unlink(folder + "/a")
    rmdir(folder)
    #expect(cache.read("a") == nil)
    cache.write([1], named: "a")
    #expect(cache.read("a") == nil)
    #expect(ContentCache(folder: folder) == nil)
  }

  @Test func whatIsTooLargeIsNotKept() {
    cache.write([UInt8](repeating: 0, count: ContentCache.entrySizeMax + 1), named: "a")
    #expect(names.isEmpty)
  }

  private func setTime(_ seconds: Int, of name: String) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    let both = [time, time]
    _ = utimensat(AT_FDCWD, "\(folder)/\(name)", both, 0)
  }
}
