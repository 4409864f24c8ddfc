import PlanWorkbench
import Synchronization
import TestSupport
import Testing

/// What is kept of a history: the same bytes as without, and nothing is read for it.
@Suite struct HistoryCacheTests {
  /// Entries in memory.
  private final class Store: Sendable {
    private let kept = Mutex<[String: [UInt8]]>([:])

    var entries: [String: [UInt8]] {
      get { kept.withLock { $0 } }
      set { kept.withLock { $0 = newValue } }
    }

    var cache: ScheduleCache {
      ScheduleCache(
        program: "a", read: { name in self.kept.withLock { $0[name] } },
        write: { bytes, name in self.kept.withLock { $0[name] = bytes } })
    }
  }

  /// Efforts of two initiatives in each revision; `nil` is a plan with errors, or none at all.
  private static let revisions: [(search: Int, ci: Int)?] = [
    (4, 3), (5, 3), nil, (5, 9), (4, 3), (8, 3), (8, 3), (5, 9), (6, 2),
  ]

  private func text(_ efforts: (search: Int, ci: Int)?) -> [UInt8] {
    guard let efforts else { return Array("plan {".utf8) }
    return Array(
      """
      language: 1
      plan "Quarter" { start: 2026-07-01, until: 2027-03-31 }
      horizon now "Now" { span: 0mo..3mo, band: 80%..90% }
      team web "Web" { people: 1, availability: 100% }
      initiative search "Search" { team: web, effort: \(efforts.search)pw, cost_of_delay: $20k/week }
      initiative ci "CI" { team: web, effort: \(efforts.ci)pw, cost_of_delay: $19k/week }
      """.utf8)
  }

  /// The report of some revisions, and how many of them were read.
  private func history(
    _ store: Store?, upTo count: Int = Self.revisions.count, stopsAt stop: Int = .max
  ) throws -> (text: String, readCount: Int, isStopped: Bool) {
    let readCount = Mutex(0)
    var effort = SearchEffort.quick
    effort.cache = store?.cache
    effort.isInterrupted = { readCount.withLock { $0 } > stop }
    let options = CheckOptions(today: nil, asOf: nil)
    var reading = HistoryReading(effort, count: count)
    for (index, efforts) in Self.revisions.prefix(count).enumerated() {
      let bytes = text(efforts)
      try reading.add(
        PlanRevision(
          commit: "\(index)", place: "q3.plan", name: "r\(index)",
          date: CheckOptions.Day(year: 2026, month: 7, day: index + 1), author: "Ann",
          subject: "", options
        ) {
          readCount.withLock { $0 += 1 }
          return index == 6
            ? nil : PlanVersion(name: "r\(index)", bytes, path: "q3.plan", options)
        })
    }
    let (report, chart) = try reading.report(nil, isScored: true, path: "q3.plan")
    return (
      report.text(.json, TextStyle(width: 80, isColored: false)) + chart,
      readCount.withLock { $0 }, reading.isStopped
    )
  }

  @Test("a history that is kept gives the same bytes, and only its last revision is read")
  func sameBytes() throws {
    let plain = try history(nil)
    let store = Store()
    let first = try history(store)
    #expect(first.text == plain.text)
    let second = try history(store)
    #expect(second.text == plain.text)
    #expect(second.readCount == 1)
  }

  @Test("from wherever the cache ends the history goes on as if it had not been there")
  func goesOn() throws {
    let plain = try history(nil).text
    for count in 1..<Self.revisions.count {
      let store = Store()
      _ = try? history(store, upTo: count)
      #expect(try history(store).text == plain, "after \(count)")
    }
  }

  @Test("whatever became of an entry, the bytes are those of a search")
  func damaged() throws {
    let store = Store()
    let plain = try history(store).text
    let whole = store.entries
    var random = SeededRandom(3)
    for name in whole.keys.sorted() {
      var entries = whole
      var bytes = whole[name] ?? []
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes = []
      case 1: bytes.removeLast()
      default: bytes[Int.random(in: bytes.indices, using: &random)] ^= 4
      }
      entries[name] = bytes
      store.entries = entries
      #expect(try history(store).text == plain)
    }
  }

  @Test("the revision in which somebody stopped it is not told, and asked again it goes on there")
  func stopped() throws {
    let plain = try history(nil).text
    let store = Store()
    let stopped = try history(store, stopsAt: 3)
    #expect(stopped.isStopped)
    #expect(stopped.text != plain)
    #expect(!stopped.text.contains("\"r3\""))
    let rest = try history(store)
    #expect(rest.text == plain)
    #expect(!rest.isStopped)
  }

  @Test("another search, another day and other values are other histories")
  func names() throws {
    let store = Store()
    _ = try history(store)
    let count = store.entries.count
    var effort = SearchEffort.quick
    effort.cache = store.cache
    effort.seed = 7
    var reading = HistoryReading(effort, count: 1)
    let bytes = text((4, 3))
    let options = CheckOptions(today: nil, asOf: nil)
    func revision(_ options: CheckOptions) -> PlanRevision {
      PlanRevision(
        commit: "0", place: "q3.plan", name: "r0", date: nil, author: "", subject: "", options
      ) { PlanVersion(name: "r0", bytes, path: "q3.plan", options) }
    }
    try reading.add(revision(options))
    #expect(store.entries.count == count + 1)
    effort.seed = nil
    for options in [
      CheckOptions(today: nil, asOf: CheckOptions.Day(year: 2026, month: 8, day: 1)),
      CheckOptions(today: nil, asOf: nil, overrides: ["web.people=2"]),
    ] {
      let before = store.entries.count
      reading = HistoryReading(effort, count: 1)
      try reading.add(revision(options))
      #expect(store.entries.count == before + 1)
    }
  }
}
