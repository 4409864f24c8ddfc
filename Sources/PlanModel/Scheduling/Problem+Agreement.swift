extension Problem {
  /// Where the start of an initiative was agreed to lie, and the price of moving it out of there.
  ///
  /// The price is part of what the schedule is chosen by, and no cost of delay.
  package struct Agreement: Sendable, Hashable, Encodable {
    /// An initiative that starts on one of these days has not moved.
    package var starts: ClosedRange<Int32>
    /// Minor units, paid once by an initiative that starts on another day or is left undone; not negative.
    package var churn: Int64

    package init(starts: ClosedRange<Int32>, churn: Int64) {
      self.starts = starts
      self.churn = churn
    }
  }

  /// Notes an agreement about an initiative, and lets its works wait for it.
  ///
  /// Costs of delay never reward waiting, an agreement may. So each way to do a work that could begin too early comes a second
  /// time, waiting for the agreed days: lists in the order of starts then reach a cheapest schedule again, since works that
  /// wait and are shifted left stay within the agreed days, and the others have nothing to lose.
  ///
  /// - Complexity: O(options of its works).
  package mutating func agree(_ initiative: Int, _ agreement: Agreement) {
    initiatives[initiative].agreement = agreement
    let first = agreement.starts.lowerBound
    for index in initiatives[initiative].works where works[Int(index)].fixedStart == nil {
      let released = max(works[Int(index)].earliestStart, firstDay)
      works[Int(index)].options = works[Int(index)].options.flatMap { option -> [Option] in
        guard max(released, option.earliestStart) < first else { return [option] }
        var waiting = option
        waiting.earliestStart = first
        return [option, waiting]
      }
    }
  }
}

extension Schedule {
  /// What one initiative pays for being moved from where it was agreed to start, in minor units.
  package func churn(of initiative: Int, in problem: Problem) -> Int64 {
    guard let agreement = problem.initiatives[initiative].agreement,
      !problem.initiatives[initiative].works.isEmpty
    else { return 0 }
    guard isDone(initiative, in: problem), let start = start(of: initiative, in: problem),
      agreement.starts.contains(start)
    else { return agreement.churn }
    return 0
  }

  /// What all moves cost, in minor units: part of the aim and not of the total cost of delay.
  package func churn(in problem: Problem) -> Int64 {
    problem.initiatives.indices.reduce(0) { $0.addingClamped(churn(of: $1, in: problem)) }
  }
}
