package import PlanModel

/// What one revision of a plan promised: enough of its schedule to see how promises moved.
package struct RevisionDigest: Sendable {
  package let revision: Revision
  /// `nil` where the plan had errors then.
  package let promise: Promise?

  /// Where a revision comes from.
  package struct Revision: Hashable, Sendable {
    /// As short as git has it; empty for what is not committed.
    package let name: String
    /// The day it was made; `nil` for what is not committed.
    package let date: CivilDate?
    package let author: String
    package let subject: String

    package init(name: String, date: CivilDate?, author: String, subject: String) {
      self.name = name
      self.date = date
      self.author = author
      self.subject = subject
    }
  }

  package struct Promise: Sendable {
    package let asOf: CivilDate
    package let currency: Currency
    package let printsMoney: Bool
    /// Total, in minor units.
    package let delayCost: Int64
    package let horizons: [Horizon]
    /// In the plan's order.
    package fileprivate(set) var initiatives: [Entry]
    /// By path, the first of a name.
    fileprivate var indices: [String: Int] = [:]

    package init(
      asOf: CivilDate, currency: Currency, printsMoney: Bool, delayCost: Int64,
      horizons: [Horizon], initiatives: [Entry]
    ) {
      self.asOf = asOf
      self.currency = currency
      self.printsMoney = printsMoney
      self.delayCost = delayCost
      self.horizons = horizons
      self.initiatives = initiatives
      index()
    }

    fileprivate mutating func index() {
      indices = Dictionary(
        initiatives.enumerated().map { ($0.element.path, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  package struct Entry: Sendable {
    package fileprivate(set) var path: String
    package let label: String
    package let standing: Standing
    /// Its pieces of work, whatever of them is done.
    package fileprivate(set) var works: [Work]
    /// Its own, in minor units.
    package let delayCost: Int64
    /// The day it was finished, where it was.
    package let finished: CivilDate?

    package init(
      path: String, label: String, standing: Standing, works: [Work], delayCost: Int64,
      finished: CivilDate?
    ) {
      self.path = path
      self.label = label
      self.standing = standing
      self.works = works
      self.delayCost = delayCost
      self.finished = finished
    }

    /// When it is done, or was.
    package var finish: CivilDate? { standing.span?.finish ?? finished }

    /// What it takes: the sum over its works.
    package var effort: Effort { works.map(\.effort).reduce(.zero, +) }

    /// Whether somebody asks for it, does it or did it, declined work among it; what was cancelled is no scope any more.
    package var isInScope: Bool { standing != .cancelled }
  }

  /// A piece of work, as it was estimated.
  package struct Work: Sendable {
    package fileprivate(set) var path: String
    /// P50 of its estimate as it is written, without risks.
    package let effort: Effort

    package init(path: String, effort: Effort) {
      self.path = path
      self.effort = effort
    }
  }

  package init(_ revision: Revision, _ promise: Promise?) {
    self.revision = revision
    self.promise = promise
  }
}

extension RevisionDigest {
  /// The same with other names for what has been renamed since.
  package func renaming(_ names: [String: String]) -> RevisionDigest {
    guard let promise, !names.isEmpty else { return self }
    return RevisionDigest(revision, promise.renaming(names))
  }
}

extension RevisionDigest.Promise {
  fileprivate func renaming(_ names: [String: String]) -> RevisionDigest.Promise {
    var promise = self
    for index in promise.initiatives.indices {
      let path = promise.initiatives[index].path
      promise.initiatives[index].path = names[path] ?? path
      for work in promise.initiatives[index].works.indices {
        let path = promise.initiatives[index].works[work].path
        promise.initiatives[index].works[work].path = names[path] ?? path
      }
    }
    promise.index()
    return promise
  }

  /// - Parameters:
  ///   - model: The plan as it was.
  ///   - solution: Its schedule.
  /// - Complexity: O(works).
  package init(_ model: SchedulingModel, _ solution: Solution) {
    let plan = model.plan
    self.init(
      asOf: plan.asOf, currency: plan.currency, printsMoney: plan.printsMoney,
      delayCost: solution.delayCost, horizons: plan.horizons,
      initiatives: plan.initiatives.enumerated().map { index, initiative in
        RevisionDigest.Entry(
          path: initiative.path,
          label: initiative.label.isEmpty ? initiative.name : initiative.label,
          standing: Standing(of: InitiativeID(index), in: solution.schedule, of: model),
          works: initiative.works.map { work in
            RevisionDigest.Work(
              path: plan.works[work].path,
              effort: EffortDistribution(plan.works[work].estimate).quantile(.percent(50)))
          }, delayCost: solution.schedule.cost(of: index, in: model.problem),
          finished: initiative.finished)
      })
  }

  package subscript(path: String) -> RevisionDigest.Entry? {
    indices[path].map { initiatives[$0] }
  }
}
