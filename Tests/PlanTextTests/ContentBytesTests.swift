import PlanText
import Testing

/// What contents are told apart by.
@Suite struct ContentBytesTests {
  private struct Person: Encodable {
    var name = "Ann"
    var nick: String?
    var days: [Int64] = [1, 2]
    var hours: [Int32] = []
    var shares: [Share] = [Share()]
    var range: ClosedRange<Int32> = 1...3
    var role: Role = .free
    var isThere = true
    var level: Double = 0.5
  }

  private struct Share: Encodable {
    var part: Int32 = 1
    var whole: Int64 = 2
  }

  private enum Role: Encodable {
    case free
    case bound(to: Int32)
    case barred(from: Int32)
  }

  /// One thing each is different in, against the first.
  private static let people: [Person] = [
    Person(),
    Person(name: "An"),
    Person(name: ""),
    Person(name: "An", nick: "n"),
    Person(nick: ""),
    Person(days: [1]),
    Person(days: [1], hours: [2]),
    Person(days: [1, 2, 3]),
    Person(hours: [0]),
    Person(shares: []),
    Person(shares: [Share(), Share()]),
    Person(shares: [Share(part: 2, whole: 1)]),
    Person(range: 1...4),
    Person(role: .bound(to: 1)),
    Person(role: .bound(to: 2)),
    Person(role: .barred(from: 1)),
    Person(isThere: false),
    Person(level: 0.25),
  ]

  @Test("what differs in anything has other bytes")
  func injective() {
    let bytes = Self.people.map { contentBytes(of: $0) }
    #expect(Set(bytes).count == Self.people.count)
  }

  @Test("the same has the same bytes")
  func deterministic() {
    for person in Self.people {
      let copy = person
      #expect(contentBytes(of: person) == contentBytes(of: copy))
    }
  }

  @Test("where one list ends and the next begins is told")
  func boundaries() {
    #expect(contentBytes(of: [[Int64(1), 2], [3]]) != contentBytes(of: [[Int64(1)], [2, 3]]))
    #expect(contentBytes(of: ["ab", "c"]) != contentBytes(of: ["a", "bc"]))
    #expect(contentBytes(of: [Int64?.none, 1]) != contentBytes(of: [Int64?.some(1), nil]))
    #expect(contentBytes(of: [[Int64](), [1]]) != contentBytes(of: [[Int64(1)], []]))
  }
}
