import PlanSolver
import PlanText
import PlanWorkbench
import Synchronization
import TestSupport
import Testing

/// Schedules that were kept: the same bytes as a search gives, whatever has become of what was kept.
@Suite struct ScheduleCacheTests {
  /// Files in memory, and how often they were asked for.
  private final class Store: Sendable {
    private let kept = Mutex<[String: [UInt8]]>([:])
    private let hits = Mutex(0)
    private let writes = Mutex(0)

    var entries: [String: [UInt8]] { kept.withLock { $0 } }
    var hitCount: Int { hits.withLock { $0 } }
    var writeCount: Int { writes.withLock { $0 } }

    func replace(_ name: String, by bytes: [UInt8]) { kept.withLock { $0[name] = bytes } }

    func cache(of program: String = "a") -> ScheduleCache {
      ScheduleCache(
        program: program,
        read: { name in
          let bytes = self.kept.withLock { $0[name] }
          if bytes != nil { self.hits.withLock { $0 += 1 } }
          return bytes
        },
        write: { bytes, name in
          self.kept.withLock { $0[name] = bytes }
          self.writes.withLock { $0 += 1 }
        })
    }
  }

  /// Large enough that its schedule is kept, and one that no schedule keeps the demands of.
  static let plans = ["Plans/q3.plan", "Plans/insurer.plan", "Plans/practice/seventh.plan"]

  private func checked(_ text: String, _ options: CheckOptions? = nil) -> CheckedPlan {
    check(
      Array(text.utf8), path: "q3.plan",
      options ?? CheckOptions(today: CheckOptions.Day(year: 2026, month: 7, day: 1), asOf: nil))
  }

  /// Everything that a schedule has, with its bound and its counted work.
  private func answer(_ checked: CheckedPlan, _ effort: SearchEffort) throws -> String {
    scheduleReport(try solve(checked, effort)).text(
      .json, TextStyle(width: 80, isColored: false))
  }

  private func quick(_ store: Store) -> SearchEffort {
    var effort = SearchEffort.quick
    effort.cache = store.cache()
    return effort
  }

  @Test("a schedule that was kept gives the same bytes", arguments: plans)
  func sameBytes(path: String) throws {
    let plan = checked(try Repository.read(path))
    try #require(!plan.hasErrors)
    let store = Store()
    let searched = try answer(plan, .quick)
    #expect(try answer(plan, quick(store)) == searched)
    #expect(store.hitCount == 0)
    #expect(try answer(plan, quick(store)) == searched)
    #expect(store.hitCount == store.entries.count)
    #expect(store.writeCount == store.entries.count)
  }

  @Test("what the answer hangs on is another name; what it does not hang on is none")
  func names() throws {
    let text = try Repository.read("Plans/q3.plan")
    let store = Store()
    func solved(_ text: String, _ change: (inout SearchEffort) -> Void) throws -> Int {
      var effort = quick(store)
      change(&effort)
      _ = try answer(checked(text), effort)
      return store.entries.count
    }
    let first = try solved(text) { _ in }
    #expect(first == 1)
    // Words and threads.
    #expect(try solved(text + "\n# later\n") { $0.threads = 2 } == 1)
    // Another seed, another search, another program, another plan.
    #expect(try solved(text) { $0.seed = 77 } == 2)
    #expect(try solved(text) { $0.level = .standard } == 3)
    #expect(try solved(text) { $0.cache = store.cache(of: "b") } == 4)
    #expect(try solved(text + "\nteam more { people: 3 }\n") { _ in } == 5)
  }

  @Test("what somebody ended, or a clock, is not kept")
  func partial() throws {
    let plan = checked(try Repository.read("Plans/insurer.plan"))
    let store = Store()
    var effort = quick(store)
    effort.isInterrupted = { true }
    _ = try answer(plan, effort)
    effort = quick(store)
    effort.limit = SearchEffort.TimeLimit(text: "1s") { 1 }
    _ = try answer(plan, effort)
    #expect(store.entries.isEmpty)
  }

  @Test("whatever was done to an entry, the answer is that of a search")
  func corrupted() throws {
    let plan = checked(try Repository.read("Plans/q3.plan"))
    let store = Store()
    let searched = try answer(plan, quick(store))
    let (name, entry) = try #require(store.entries.first)
    var random = SeededRandom(11)
    var damaged: [[UInt8]] = [
      [], [0], Array(entry.dropLast()), entry + [0], Array(entry[..<40]),
      [UInt8](repeating: 0, count: entry.count), Array("plan schedule 1\n".utf8),
    ]
    for _ in 0..<20 {
      var bytes = entry
      bytes[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      damaged.append(bytes)
    }
    for bytes in damaged {
      store.replace(name, by: bytes)
      #expect(try answer(plan, quick(store)) == searched)
      #expect(store.entries[name] == entry, "a damaged entry is replaced")
    }
  }

  /// What is whole and yet no answer to the problem: somebody who knows the form has written it.
  @Test("a whole entry that is no schedule of the plan is not believed")
  func forged() throws {
    let plan = checked(try Repository.read("Plans/q3.plan"))
    let store = Store()
    let searched = try answer(plan, quick(store))
    let (name, entry) = try #require(store.entries.first)
    let start = "plan schedule 1\n\(name)\n".utf8.count
    let count = (entry.count - start - 32) / 8
    // Every word but the bound (3) and the work that was counted (5), which have to be believed.
    let words = (0..<count).filter { $0 != 3 && $0 != 5 }
    var random = SeededRandom(5)
    let header = words.prefix { $0 < 8 }.map { ($0, Int64(1)) }
    let some = (0..<24).map { _ in
      (random.pick(words), random.pick([Int64(1), -1, 1_000_000, .min, .max]))
    }
    for (word, change) in header + some {
      var bytes = Array(entry.dropLast(32))
      let place = start + 8 * word
      let old = bytes[place..<place + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var new = old &+ UInt64(bitPattern: change)
      for index in 0..<8 {
        bytes[place + index] = UInt8(truncatingIfNeeded: new)
        new >>= 8
      }
      store.replace(name, by: bytes + SHA256.digest(of: bytes))
      let answered = try answer(plan, quick(store))
      #expect(answered == searched, "word \(word) changed by \(change)")
    }
  }

  @Test("an entry of another name is none")
  func exchanged() throws {
    let store = Store()
    let first = checked(try Repository.read("Plans/q3.plan"))
    let searched = try answer(first, quick(store))
    let name = try #require(store.entries.keys.first)
    _ = try answer(checked(try Repository.read("Plans/insurer.plan")), quick(store))
    let other = try #require(store.entries.keys.first { $0 != name })
    store.replace(name, by: try #require(store.entries[other]))
    #expect(try answer(first, quick(store)) == searched)
  }

  /// Whoever adds to these has to think whether an answer hangs on it, and put it into the name.
  @Test func theSolversOptionsAreKnown() {
    #expect(
      Mirror(reflecting: SolveOptions()).children.compactMap(\.label) == [
        "search", "seed", "needsBound", "workLimit", "watch", "mayGoOn", "threads", "streams",
      ])
  }
}
