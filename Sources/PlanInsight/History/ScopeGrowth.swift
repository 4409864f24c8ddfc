package import PlanModel

/// How the effort of a plan, or of one initiative, grew through its revisions, and through what: estimates that were raised, works
/// that came, initiatives that came.
///
/// Efforts are sums of the P50 of estimates as they are written. What the parts come to is what the whole grew by.
package struct ScopeGrowth: Sendable {
  package fileprivate(set) var first: Effort
  package fileprivate(set) var last: Effort
  /// How many works there were, and are.
  package fileprivate(set) var works: (first: Int, last: Int)
  /// Of works that two revisions in a row have.
  package fileprivate(set) var byEstimates = Effort.zero
  /// Of works that came into an initiative, less those that went out of it.
  package fileprivate(set) var byWorks = Effort.zero
  /// Of initiatives that came, less those that went or were cancelled.
  package fileprivate(set) var byInitiatives = Effort.zero
}

extension PlanHistory {
  /// How the scope of the whole plan grew; `nil` where no revision can be read.
  ///
  /// - Complexity: O(revisions · works).
  package var growth: ScopeGrowth? {
    growth { promise in promise.initiatives }
  }

  /// How the scope of one initiative grew since it came; `nil` where no revision has it.
  ///
  /// - Complexity: O(revisions · its works).
  package func growth(of path: String) -> ScopeGrowth? {
    let since = promises.firstIndex { $0.promise[path]?.isInScope ?? false }
    return since.flatMap { since in
      growth(since: since) { promise in [promise[path]].compactMap(\.self) }
    }
  }

  private func growth(
    since first: Int = 0, _ entries: (RevisionDigest.Promise) -> [RevisionDigest.Entry]
  ) -> ScopeGrowth? {
    let sizes = promises.dropFirst(first).map { revision in
      entries(revision.promise).filter(\.isInScope)
    }
    guard let begin = sizes.first, let end = sizes.last else { return nil }
    var growth = ScopeGrowth(
      first: begin.effort, last: end.effort, works: (begin.workCount, end.workCount))
    for (before, after) in zip(sizes, sizes.dropFirst()) { growth.add(before, after) }
    return growth
  }
}

extension [RevisionDigest.Entry] {
  fileprivate var effort: Effort { map(\.effort).reduce(.zero, +) }
  fileprivate var workCount: Int { reduce(0) { $0 + $1.works.count } }
}

extension ScopeGrowth {
  /// What one revision added to the one before it.
  fileprivate mutating func add(
    _ before: [RevisionDigest.Entry], _ after: [RevisionDigest.Entry]
  ) {
    let old = Dictionary(before.map { ($0.path, $0) }) { first, _ in first }
    let new = Set(after.map(\.path))
    for entry in after {
      guard let former = old[entry.path] else {
        byInitiatives = byInitiatives + entry.effort
        continue
      }
      let efforts = Dictionary(former.works.map { ($0.path, $0.effort) }) { first, _ in first }
      var kept = Effort.zero
      for work in entry.works {
        guard let then = efforts[work.path] else {
          byWorks = byWorks + work.effort
          continue
        }
        kept = kept + then
        byEstimates = byEstimates + (work.effort - then)
      }
      byWorks = byWorks - (former.effort - kept)
    }
    for entry in before where !new.contains(entry.path) {
      byInitiatives = byInitiatives - entry.effort
    }
  }
}
