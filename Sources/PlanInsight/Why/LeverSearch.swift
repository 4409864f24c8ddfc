internal import PlanModel

/// Solves what single changes come to: all of them a little, and those that a reader will see once more from there.
struct LeverSearch {
  private let initiative: InitiativeID
  private let days: ClosedRange<Int32>
  private let decision: Inclusion
  private let model: SchedulingModel
  private let base: Solution
  private let inquiry: Inquiry

  /// - Parameters:
  ///   - initiative: What has to start on one of the days.
  ///   - days: When.
  ///   - decision: What that costs without any change.
  ///   - model: The plan and its problem.
  ///   - base: Its schedule.
  ///   - inquiry: Solves.
  init(
    _ initiative: InitiativeID, within days: ClosedRange<Int32>, decision: Inclusion,
    model: SchedulingModel, base: Solution, inquiry: Inquiry
  ) {
    self.initiative = initiative
    self.days = days
    self.decision = decision
    self.model = model
    self.base = base
    self.inquiry = inquiry
  }

  /// The levers that were found, in the order of the changes.
  func levers(_ changes: [WhatIf]) -> [Lever] {
    // Without a plan that does so, each search has to find one first.
    guard let near = decision.schedule else {
      return levers(changes, from: changes.map { _ in nil }, inquiry.alternatives.first)
        .compactMap(\.self)
    }
    var levers = levers(changes, from: changes.map { _ in near }, inquiry.scouts)
    let limit = near.aimCost(in: model.problem).addingClamped(-base.aimCost)
    let promising = levers.indices.filter { levers[$0].map { $0.rise < limit } ?? false }
      .sorted { (levers[$0]?.total ?? .max, $0) < (levers[$1]?.total ?? .max, $1) }
      .prefix(Self.searchedAgainMax)
    let again = self.levers(
      promising.map { changes[$0] }, from: promising.map { levers[$0]?.schedule },
      inquiry.alternatives.first)
    for (place, lever) in zip(promising, again) { levers[place] = lever ?? levers[place] }
    return levers.compactMap(\.self)
  }

  private func levers(
    _ changes: [WhatIf], from near: [Schedule?], _ searches: SeededSearches
  ) -> [Lever?] {
    var inquiry = inquiry
    inquiry.alternatives = searches
    return inquiry.workers.answers(changes.count) { [inquiry] place in
      Lever(
        changes[place], on: initiative, within: days, near: near[place], model: model,
        base: base, inquiry: inquiry)
    }
  }

  /// About as many as a page has room for.
  private static let searchedAgainMax = 6
}
