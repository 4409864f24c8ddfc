package import PlanInsight
import PlanModel

/// How a plan's dates moved, for programs; conventions are those of `json`.
///
/// - Parameters:
///   - history: The revisions.
///   - path: The initiative that is asked about; `nil` for all.
///   - scores: What horizons promised and kept; `nil` where nobody asked.
/// - Returns: An object.
/// - Throws: What an encoder throws, which no record of ours makes it do.
package func historyJSON(
  _ history: PlanHistory, path: String?, scores: [PlanHistory.Score]?
) throws -> String {
  try encoded(HistoryRecord(history, path, scores))
}

private struct HistoryRecord: Encodable {
  let formatVersion = 1
  let kind = "history"
  let revisions: [RevisionRecord]
  /// Of the whole plan; absent where no revision can be read.
  let scope: ScopeRecord?
  let slips: [SlippageRecord]
  let scores: [ScoreRecord]?

  init(_ history: PlanHistory, _ path: String?, _ scores: [PlanHistory.Score]?) {
    revisions = history.digests.map { RevisionRecord($0, path) }
    slips = history.paths.filter { path == nil || $0 == path }
      .map { SlippageRecord(history.slips(of: $0), history.growth(of: $0)) }
    scope = history.growth.map(ScopeRecord.init)
    self.scores = scores?.map(ScoreRecord.init)
  }
}

private struct RevisionRecord: Encodable {
  let name: String
  let date: String?
  let author: String
  let subject: String
  /// Whether the plan had errors then, so that nothing is known of its dates.
  let hasErrors: Bool
  let asOf: String?
  let delayCostMinorUnits: Int64?
  let initiatives: [PromiseRecord]

  init(_ digest: RevisionDigest, _ path: String?) {
    name = digest.revision.name
    date = digest.revision.date?.record
    author = digest.revision.author
    subject = digest.revision.subject
    hasErrors = digest.promise == nil
    asOf = digest.promise?.asOf.record
    delayCostMinorUnits = digest.promise.flatMap { $0.printsMoney ? $0.delayCost : nil }
    initiatives =
      digest.promise.map { promise in
        promise.initiatives.filter { path == nil || $0.path == path }
          .map { PromiseRecord($0, promise) }
      } ?? []
  }
}

private struct PromiseRecord: Encodable {
  let name: String
  let label: String
  let horizon: String?
  let start: String?
  let finish: String?
  let finished: String?
  /// The sum of the P50 of its works as they are estimated.
  let effort: EffortRecord
  let works: Int
  let delayCostMinorUnits: Int64?

  init(_ entry: RevisionDigest.Entry, _ promise: RevisionDigest.Promise) {
    name = entry.path
    label = entry.label
    horizon = entry.standing.horizon.map { promise.horizons[$0.index].name }
    start = entry.standing.span?.start.record
    finish = entry.standing.span?.finish.record
    finished = entry.finished?.record
    effort = EffortRecord(entry.effort)
    works = entry.works.count
    delayCostMinorUnits = promise.printsMoney ? entry.delayCost : nil
  }
}

private struct SlippageRecord: Encodable {
  let name: String
  let first: String?
  let last: String?
  let days: Int
  let slips: Int
  let inARow: Int
  let scope: ScopeRecord?

  init(_ slippage: Slippage, _ growth: ScopeGrowth?) {
    scope = growth.map(ScopeRecord.init)
    name = slippage.path
    first = slippage.first?.record
    last = slippage.last?.record
    days = slippage.total
    slips = slippage.slipCount
    inARow = slippage.inARow
  }
}

/// Minutes of people; what the parts come to is what the last has more than the first.
private struct ScopeRecord: Encodable {
  let first: EffortRecord
  let last: EffortRecord
  let worksFirst: Int
  let worksLast: Int
  let byEstimatesMinutes: Int64
  let byWorksMinutes: Int64
  let byInitiativesMinutes: Int64

  init(_ growth: ScopeGrowth) {
    first = EffortRecord(growth.first)
    last = EffortRecord(growth.last)
    (worksFirst, worksLast) = growth.works
    byEstimatesMinutes = growth.byEstimates.minutes
    byWorksMinutes = growth.byWorks.minutes
    byInitiativesMinutes = growth.byInitiatives.minutes
  }
}

private struct ScoreRecord: Encodable {
  let cycle: String
  let revision: String
  let horizon: String
  let lastDay: String
  let promised: [String]
  let delivered: [String]
  let sharePerMille: Int64
  let claimedPerMille: [Int64]?
  let isInBand: Bool?

  init(_ score: PlanHistory.Score) {
    cycle = score.cycle.record
    revision = score.revision.name
    horizon = score.horizon.name
    lastDay = score.horizon.last.record
    promised = score.promised
    delivered = score.delivered
    sharePerMille = score.rate.share.perMille
    claimedPerMille = score.horizon.band.map { [$0.lowerBound.perMille, $0.upperBound.perMille] }
    isInBand = score.isInBand
  }
}

/// What moved one initiative, for programs; conventions are those of `json`.
package func sinceJSON(
  _ path: String, _ difference: Difference, _ history: PlanHistory
) throws -> String {
  try encoded(SinceRecord(path, difference, history))
}

private struct SinceRecord: Encodable {
  let formatVersion = 1
  let kind = "since"
  let name: String
  let since: String
  let edits: [EditShareRecord]
  let together: ShareRecord?
  let search: ShareRecord?
  let commits: [RevisionRecord]

  init(_ path: String, _ difference: Difference, _ history: PlanHistory) {
    name = path
    since = difference.names.before
    commits = history.digests.map { RevisionRecord($0, path) }
    guard let attribution = difference.outcome?.attribution else {
      (edits, together, search) = ([], nil, nil)
      return
    }
    let costs = attribution.costs(of: path)
    let days = attribution.days(of: path)
    edits = difference.edits.enumerated().map { index, edit in
      EditShareRecord(
        place: edit.place, old: edit.old, new: edit.new,
        share: ShareRecord(days: days?.alone[index], delayCostMinorUnits: costs.alone[index]))
    }
    together = ShareRecord(days: days?.together, delayCostMinorUnits: costs.together)
    search = ShareRecord(days: days?.search, delayCostMinorUnits: costs.search)
  }
}

private struct ShareRecord: Encodable {
  /// Calendar days later; absent where it is not done both then and now.
  let days: Int?
  let delayCostMinorUnits: Int64
}

private struct EditShareRecord: Encodable {
  let place: [String]
  let old: String?
  let new: String?
  let share: ShareRecord
}
