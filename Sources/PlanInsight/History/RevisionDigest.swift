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
  }

  package struct Entry: Sendable {
    package fileprivate(set) var path: String
    package let label: String
    package let standing: Standing
    /// The mean of its estimates, whatever of it is done.
    package let estimate: Effort
    /// How many pieces of work it has.
    package let works: Int
    /// Its own, in minor units.
    package let delayCost: Int64
    /// The day it was finished, where it was.
    package let finished: CivilDate?

    /// When it is done, or was.
    package var finish: CivilDate? { standing.span?.finish ?? finished }
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
    }
    return promise
  }

  /// - Parameters:
  ///   - model: The plan as it was.
  ///   - solution: Its schedule.
  /// - Complexity: O(works).
  package init(_ model: SchedulingModel, _ solution: Solution) {
    let plan = model.plan
    asOf = plan.asOf
    currency = plan.currency
    printsMoney = plan.printsMoney
    delayCost = solution.delayCost
    horizons = plan.horizons
    initiatives = plan.initiatives.enumerated().map { index, initiative in
      RevisionDigest.Entry(
        path: initiative.path,
        label: initiative.label.isEmpty ? initiative.name : initiative.label,
        standing: Standing(of: InitiativeID(index), in: solution.schedule, of: model),
        estimate: initiative.works.reduce(Effort.zero) { $0 + plan.works[$1].estimate.mean },
        works: initiative.works.count,
        delayCost: solution.schedule.cost(of: index, in: model.problem),
        finished: initiative.finished)
    }
  }

  package subscript(path: String) -> RevisionDigest.Entry? {
    initiatives.first { $0.path == path }
  }
}
