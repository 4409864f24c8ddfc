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
  /// Each pair of versions that were simulated, with the same draws.
  let pairs: [PairRecord]

  init(_ readings: [Reading], _ names: [String]) {
    versions = zip(readings, names).map { VersionRecord($0, $1) }
    pairs = readings.indices.flatMap { first in
      readings.indices.compactMap { second in
        first < second
          ? PairRecord(readings[first], readings[second], names[first], names[second]) : nil
      }
    }
  }
}

private struct PairRecord: Encodable {
  let first: String
  let second: String
  /// Trials in which the first has less cost of delay, equals counted half; what is paid is not in it.
  let firstCostsLessPerMille: Int64
  /// Cost of delay that the second saves against the first on average; negative where it loses more.
  let secondSaves: MoneyRecord?
  /// Half the width of its 95 % interval.
  let errorOfSaving: MoneyRecord?

  init?(_ first: Reading, _ second: Reading, _ name: String, _ secondName: String) {
    guard first.plan.printsMoney, second.plan.printsMoney,
      let mine = first.answer.simulation, let other = second.answer.simulation
    else { return nil }
    self.first = name
    self.second = secondName
    firstCostsLessPerMille = mine.chance(ofCostingLessThan: other).perMille
    let saving = other.saving(against: mine)
    secondSaves = MoneyRecord(saving.mean, isProved: false, first)
    errorOfSaving = MoneyRecord(saving.error, isProved: false, first)
  }
}

private struct GoalOfVersion: Encodable {
  let name: String
  let outlook: OutlookRecord?
}

private struct VersionRecord: Encodable {
  let name: String
  let label: String
  let solution: SolutionRecord
  let loads: [LoadRecord]
  let headcounts: [HeadcountRecord]
  let goals: [GoalOfVersion]
  let initiatives: [PlaceOfInitiative]

  init(_ reading: Reading, _ name: String) {
    self.name = name
    label = reading.plan.scenario?.label ?? reading.plan.label
    solution = SolutionRecord(reading)
    loads = reading.answer.loads.map { LoadRecord($0, reading) }
    headcounts = reading.headcounts.map {
      HeadcountRecord(reading.plan.headcounts[$0], reading.plan)
    }
    goals = reading.plan.goals.indices.map {
      GoalOfVersion(name: reading.plan.goals[$0].name, outlook: OutlookRecord(goal: $0, reading))
    }
    initiatives = reading.plan.initiatives.indices.map { PlaceOfInitiative($0, reading) }
  }
}

private struct PlaceOfInitiative: Encodable {
  let name: String
  let horizon: String?
  let start: String?
  let finish: String?
  let outlook: OutlookRecord?

  init(_ index: Int, _ reading: Reading) {
    outlook = OutlookRecord(initiative: index, reading)
    let span = reading.standings[index].span
    name = reading.plan.initiatives[index].name
    horizon = span.map { reading.plan.horizons[$0.horizon.index].name }
    start = span?.start.record
    finish = span?.finish.record
  }
}
