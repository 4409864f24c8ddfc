package import PlanInsight
import PlanModel

/// Versions of a plan side by side, for programs; conventions are those of `json`.
package func compareJSON(_ answers: [Answer], names: [String]) throws -> String {
  try encoded(CompareRecord(answers.map { Reading($0) }, names))
}

private struct CompareRecord: Encodable {
  let formatVersion = 1
  let kind = "compare"
  let versions: [VersionRecord]

  init(_ readings: [Reading], _ names: [String]) {
    versions = zip(readings, names).map { VersionRecord($0, $1) }
  }
}

private struct VersionRecord: Encodable {
  let name: String
  let label: String
  let solution: SolutionRecord
  let loads: [LoadRecord]
  let initiatives: [PlaceOfInitiative]

  init(_ reading: Reading, _ name: String) {
    self.name = name
    label = reading.plan.scenario?.label ?? reading.plan.label
    solution = SolutionRecord(reading)
    loads = reading.answer.loads.map { LoadRecord($0, reading) }
    initiatives = reading.plan.initiatives.indices.map { PlaceOfInitiative($0, reading) }
  }
}

private struct PlaceOfInitiative: Encodable {
  let name: String
  let horizon: String?
  let start: String?
  let finish: String?

  init(_ index: Int, _ reading: Reading) {
    let span = reading.standings[index].span
    name = reading.plan.initiatives[index].name
    horizon = span.map { reading.plan.horizons[$0.horizon.index].name }
    start = span?.start.record
    finish = span?.finish.record
  }
}
