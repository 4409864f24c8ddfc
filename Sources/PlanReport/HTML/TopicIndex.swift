/// What documents speak of, numbered, so that rows and marks of one thing can be found by a number.
struct TopicIndex {
  private var numbers: [String: Int] = [:]
  private(set) var count = 0
  /// Labels of teams and of goals, in the order in which they come up, with the numbers of what is theirs.
  private(set) var teams: [Entry] = []
  private(set) var goals: [Entry] = []

  struct Entry {
    var label: String
    var topics: [Int]
  }

  init(_ documents: [Document]) {
    for topic in documents.flatMap(\.topics) {
      let number = numbers[topic.label] ?? count
      count = max(count, number + 1)
      for name in [topic.label] + topic.names { numbers[name] = number }
      for team in topic.teams { TopicIndex.add(number, to: team, in: &teams) }
      for goal in topic.goals { TopicIndex.add(number, to: goal, in: &goals) }
    }
  }

  private static func add(_ number: Int, to label: String, in entries: inout [Entry]) {
    guard let place = entries.firstIndex(where: { $0.label == label }) else {
      entries.append(Entry(label: label, topics: [number]))
      return
    }
    if entries[place].topics.last != number, !entries[place].topics.contains(number) {
      entries[place].topics.append(number)
    }
  }

  /// The attribute of whatever is a topic's, with a blank before it; nothing of what is nobody's.
  func attribute(_ label: String) -> String {
    number(label).map { " data-k=\"\($0)\"" } ?? ""
  }

  /// That of a topic, or of a part that is named after it: `EU data residency: Regional storage`.
  private func number(_ name: String) -> Int? {
    if let number = numbers[name] { return number }
    var rest = name[...]
    while let end = rest.lastIndex(of: ":") {
      rest = rest[..<end]
      if let number = numbers[String(rest)] { return number }
    }
    return nil
  }

  /// That of a row of a table: of the first cell that names a topic and nothing else.
  func attribute(ofRow cells: [Prose]) -> String {
    let names = cells.filter { $0.runs.count == 1 }.map { $0.runs[0].text }
    return names.lazy.map(attribute).first { !$0.isEmpty } ?? ""
  }

  /// That of an item of a list, which speaks of what it begins with.
  func attribute(ofItem item: Prose) -> String { item.runs.first.map { attribute($0.text) } ?? "" }
}
