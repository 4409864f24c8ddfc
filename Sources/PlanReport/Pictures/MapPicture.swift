import PlanInsight
import PlanModel

/// What waits for what, initiatives and what others deliver; `nil` where nothing does.
func mapPicture(_ reading: Reading) -> Picture? {
  let all = MapMembers(reading)
  guard !all.members.isEmpty else { return nil }
  let shown = all.mostConnected(nodesMax)
  let critical = CriticalPairs(reading)
  var numbers: [MapMembers.Member: Int] = [:]
  for (number, member) in shown.enumerated() { numbers[member] = number }
  let edges = all.edges.compactMap { edge -> MapChart.Edge? in
    guard let from = numbers[edge.from], let to = numbers[edge.to] else { return nil }
    return MapChart.Edge(from: from, to: to, isCritical: edge.isCritical(critical))
  }
  var caption: Prose = """
    An arrow leads from what has to be there to what waits for it. Arrows that follow from others are left out.
    """
  if shown.count < all.members.count {
    caption += """
       The \(inWords(shown.count)) with the most arrows of \(inWords(all.members.count)) are drawn; the table has all.
      """
  }
  return Picture(
    .map, title: "Dependencies between initiatives", caption: caption,
    alternative: .key(table(all, reading)),
    chart: .map(
      MapChart(nodes: shown.map { node($0, all, critical, reading) }, edges: edges)))
}

/// More boxes than this, and nobody follows an arrow.
private let nodesMax = 48

private func node(
  _ member: MapMembers.Member, _ all: MapMembers, _ critical: CriticalPairs, _ reading: Reading
) -> MapChart.Node {
  let label = member.label(reading)
  var parts = [label]
  let before = all.before(member).map { $0.label(reading) }
  let behind = all.behind(member).map { $0.label(reading) }
  if !before.isEmpty { parts.append("waits for \(listed(before))") }
  if !behind.isEmpty {
    parts.append("\(listed(behind)) \(behind.count == 1 ? "waits" : "wait") for it")
  }
  return MapChart.Node(
    label: label, text: parts.joined(separator: "; "), kind: member.kind(critical, reading))
}

private func listed(_ names: [String]) -> String {
  names.map { Prose($0) }.joinedAsSentence().plainText
}

private func table(_ all: MapMembers, _ reading: Reading) -> Table {
  let waiting = all.members.filter { !all.before($0).isEmpty }
  return Table(
    columns: [Table.Column("What"), Table.Column("Waits for")],
    rows: waiting.map { member in
      [
        "\(strong: member.label(reading))",
        all.before(member).map { Prose($0.label(reading)) }.joined(separator: ", "),
      ]
    })
}

/// Everything that waits or is waited for, and how it hangs together.
private struct MapMembers {
  enum Member: Hashable {
    case initiative(Int)
    case external(ExternalID)
  }

  struct Edge: Hashable {
    var from: Member
    var to: Member

    func isCritical(_ critical: CriticalPairs) -> Bool {
      guard case .initiative(let from) = from, case .initiative(let to) = to else { return false }
      return critical.holds(Pair(from: from, to: to))
    }
  }

  /// Initiatives in the plan's order, then what others deliver.
  private(set) var members: [Member] = []
  private(set) var edges: [Edge] = []
  private var beforeOf: [Member: [Member]] = [:]
  private var behindOf: [Member: [Member]] = [:]

  init(_ reading: Reading) {
    for pair in needs(reading).map(\.pair)
    where isShown(pair.from, reading) && isShown(pair.to, reading) {
      edges.append(Edge(from: .initiative(pair.from), to: .initiative(pair.to)))
    }
    var seen = Set(edges)
    for index in reading.plan.initiatives.indices where isShown(index, reading) {
      for work in reading.plan.initiatives[index].works {
        for dependency in reading.plan.works[work].after {
          guard case .external(let id) = dependency.on,
            reading.shows(reading.plan.externals[id.index].readers),
            !reading.plan.initiatives[index].uses.contains(id)
          else { continue }
          let edge = Edge(from: .external(id), to: .initiative(index))
          if seen.insert(edge).inserted { edges.append(edge) }
        }
      }
    }
    for edge in edges {
      beforeOf[edge.to, default: []].append(edge.from)
      behindOf[edge.from, default: []].append(edge.to)
    }
    func isJoined(_ member: Member) -> Bool {
      beforeOf[member] != nil || behindOf[member] != nil
    }
    members =
      reading.plan.initiatives.indices.map { .initiative($0) }.filter(isJoined)
      + reading.plan.externals.indices.map { .external(ExternalID($0)) }.filter(isJoined)
  }

  func before(_ member: Member) -> [Member] { beforeOf[member] ?? [] }
  func behind(_ member: Member) -> [Member] { behindOf[member] ?? [] }

  /// The ends of the arrows whose ends have the most, in their order: nothing stands there alone.
  func mostConnected(_ count: Int) -> [Member] {
    guard members.count > count else { return members }
    func arrows(_ member: Member) -> Int { before(member).count + behind(member).count }
    let weights = edges.map { arrows($0.from) + arrows($0.to) }
    let order = edges.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    var chosen: Set<Member> = []
    for edge in order.map({ edges[$0] }) {
      let both = chosen.union([edge.from, edge.to])
      if both.count <= count { chosen = both }
    }
    return members.filter(chosen.contains)
  }
}

/// What was given up waits for nothing.
private func isShown(_ index: Int, _ reading: Reading) -> Bool {
  ![.cancelled, .hidden].contains(reading.standings[index])
    && reading.plan.initiatives[index].priority != .wont
}

extension MapMembers.Member {
  fileprivate func label(_ reading: Reading) -> String {
    switch self {
    case .initiative(let index): reading.label(index)
    case .external(let id): reading.label(id)
    }
  }

  fileprivate func kind(_ critical: CriticalPairs, _ reading: Reading) -> MapChart.Kind {
    guard case .initiative(let index) = self else { return .external }
    return switch reading.standings[index] {
    case .scheduled: critical.members.contains(index) ? .critical : .planned
    case .done: .done
    case .undone, .cancelled, .hidden: .undone
    }
  }
}
