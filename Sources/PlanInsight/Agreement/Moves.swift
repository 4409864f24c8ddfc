package import PlanModel

/// What differs between a schedule and the agreed one.
package struct Moves: Sendable {
  /// Initiatives that start on another day than agreed, beyond the tolerance, or are done or left out otherwise; in the order
  /// of the plan.
  package let moves: [Move]
  /// Initiatives about which nothing was agreed, in the order of the plan.
  package let added: [Int]
  /// What was agreed and is not in the plan any more.
  package let gone: [String]
  /// How many initiatives with an agreed start are still to be begun.
  package let agreedCount: Int

  /// Nothing at all to tell.
  package var isEmpty: Bool { moves.isEmpty && added.isEmpty && gone.isEmpty }
}

/// One initiative that is not where it was agreed to be.
package struct Move: Sendable, Hashable {
  /// Index of the plan.
  package var initiative: Int
  /// First and last day; `nil` where it was agreed to be left undone.
  package var agreed: ClosedRange<CivilDate>?
  /// First and last day; `nil` where it is left undone.
  package var now: ClosedRange<CivilDate>?
  /// What the move costs in the aim, in minor units; 0 for what was not to start in Now.
  package var churn: Int64
  package var cause: Cause

  /// Calendar days by which it starts later than agreed; `nil` where it is left out on one of the sides.
  package var daysLater: Int? {
    guard let agreed, let now else { return nil }
    return agreed.lowerBound.days(until: now.lowerBound)
  }

  /// Why it moved, as far as the two schedules show it.
  package enum Cause: Sendable, Hashable {
    /// It was begun on another day.
    case begun
    /// Its day has gone by without it being begun.
    case passed
    /// It waits for this, or for people that this has, and this is not as it was agreed; or it is this itself.
    case follows(Change)
    /// A date or a rule of the plan holds it.
    case held(Hold)
    /// Nothing that it waits for is different: another order costs less.
    case cheaperOrder

    /// Whether another order could have it where it was, whatever that costs.
    var isOfOrder: Bool {
      switch self {
      case .cheaperOrder, .follows: true
      case .begun, .passed, .held: false
      }
    }
  }

  /// An initiative through which others move.
  package struct Change: Sendable, Hashable {
    package var initiative: Int
    package var how: How

    package enum How: Sendable, Hashable {
      /// It takes so many working days more, or fewer, than agreed.
      case length(workingDays: Int)
      /// Nothing was agreed about it.
      case added
      /// It is left out, or has come back in.
      case selection
      case begun
      /// It is held by a date or a rule of the plan.
      case held(Hold)
      /// It has other people, which costs less.
      case staffing
      /// It moved for a cheaper order.
      case order

      /// Whether the solver chose it, and nothing in the plan has made it so.
      var isChoice: Bool {
        switch self {
        case .staffing, .order: true
        case .length, .added, .selection, .begun, .held: false
        }
      }
    }
  }
}

extension Moves {
  /// Compares; `nil` where nothing was agreed.
  ///
  /// - Parameters:
  ///   - schedule: The one of now.
  ///   - holds: What holds each of its works.
  ///   - model: The plan, which has the agreed one.
  /// - Complexity: O(initiatives · (works + initiatives on their chains)).
  init?(_ schedule: Schedule, holds: [Hold?], _ model: SchedulingModel) {
    guard let agreed = model.plan.agreed else { return nil }
    let comparison = MoveComparison(schedule, holds: holds, agreed: agreed, model)
    moves = comparison.moves
    added = comparison.added
    gone = agreed.gone
    agreedCount = model.plan.initiatives.indices.count {
      agreed.initiatives[$0] != nil && model.plan.initiatives[$0].isOpen
    }
  }
}
