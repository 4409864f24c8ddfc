import PlanInsight
import PlanModel

/// What has to be there before others can be: when it is ready, and which features wait for it, however far behind; `nil` where
/// nothing does.
func enablersSection(_ reading: Reading) -> Section? {
  let waiting = Waiting(reading)
  var rows: [(ready: CivilDate, row: [Prose])] = []
  for index in reading.standings.indices where reading.standings[index].span != nil {
    let features = waiting.features(behind: .initiative(index))
    guard !features.isEmpty else { continue }
    rows.append(
      (
        reading.order(of: index),
        [
          "\(strong: reading.titled(index))", Prose(reading.teamLabels(index)),
          reading.likely(index),
          reading.safe(index), names(features, reading),
        ]
      ))
  }
  for index in reading.plan.externals.indices {
    let external = reading.plan.externals[index]
    let features = waiting.features(behind: .external(index))
    guard external.commitment != .met, reading.shows(external.readers), !features.isEmpty else {
      continue
    }
    let id = ExternalID(index)
    let expected = reading.model.expectedDate(of: id, in: reading.schedule) ?? external.date
    rows.append(
      (
        expected,
        [
          "\(strong: reading.label(id))", Prose(external.owner ?? "others"),
          reading.when(reading.model.day(of: expected)), Prose(external.commitment.phrase),
          names(features, reading),
        ]
      ))
  }
  guard !rows.isEmpty else { return nil }
  let table = Table(
    columns: [
      Table.Column("What"), Table.Column("By"), Table.Column("As likely as not"),
      Table.Column("Safe to say"), Table.Column("What it unblocks"),
    ],
    rows: rows.enumerated().sorted { ($0.element.ready, $0.offset) < ($1.element.ready, $1.offset) }
      .map(\.element.row))
  return Section(
    title: "What unblocks what",
    blocks: [
      .paragraph(
        "In the order in which it is ready. Whatever slips here moves what stands at the end of its line."
      ),
      .table(table.compacted),
    ])
}

private func names(_ features: [Int], _ reading: Reading) -> Prose {
  var parts = features.prefix(featuresMax).map { Prose(reading.label($0), .emphasis) }
  if features.count > featuresMax {
    parts.append(Prose(inWords(features.count - featuresMax) + " more"))
  }
  return parts.joinedAsSentence()
}

/// More names in a cell are not read.
private let featuresMax = 5

/// Who waits for whom, through any number of others.
private struct Waiting {
  enum Source: Hashable {
    case initiative(Int)
    case external(Int)
  }

  private var behind: [Source: [Int]] = [:]
  private let reading: Reading

  /// - Complexity: O(dependencies).
  init(_ reading: Reading) {
    self.reading = reading
    for (index, initiative) in reading.plan.initiatives.enumerated()
    where reading.standings[index].span != nil {
      for work in initiative.works {
        for dependency in reading.plan.works[work].after where reading.isOpen(dependency.on) {
          let source: Source
          if case .external(let id) = dependency.on {
            if initiative.uses.contains(id) { continue }
            source = .external(id.index)
          } else if let other = reading.initiative(of: dependency.on), other != index {
            source = .initiative(other)
          } else {
            continue
          }
          if behind[source]?.contains(index) != true { behind[source, default: []].append(index) }
        }
      }
    }
  }

  /// What users get that waits for something, in the plan's order.
  ///
  /// - Complexity: O(dependencies).
  func features(behind source: Source) -> [Int] {
    var seen: Set<Int> = []
    var next = behind[source] ?? []
    while let index = next.popLast() {
      guard seen.insert(index).inserted else { continue }
      next += behind[.initiative(index)] ?? []
    }
    return seen.sorted().filter { !reading.isEnabling($0) }
  }
}
