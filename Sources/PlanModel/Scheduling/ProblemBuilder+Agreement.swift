// What was agreed of starts that lie in Now, as a price of moving them.
extension ProblemBuilder {
  /// Last, because works that may wait for their agreed days have more options than the plan says.
  mutating func addAgreements() {
    guard let agreed = plan.agreed, let now = plan.horizons.first else { return }
    for (index, entry) in agreed.initiatives.enumerated() {
      let initiative = plan.initiatives[index]
      guard let start = entry?.days?.lowerBound, now.first <= start, start <= now.last,
        !problem.initiatives[index].works.isEmpty,
        problem.initiatives[index].selection != .forbidden,
        initiative.works.allSatisfy({ plan.works[$0].progress == .open })
      else { continue }
      let tolerance = Int32(AgreedSchedule.toleranceDays)
      let last = day(of: start) + tolerance
      // What lies in the past cannot be kept, whatever it costs.
      guard last >= problem.firstDay else { continue }
      let churn = plan.churn(of: index)
      guard churn > 0 else { continue }
      problem.agree(
        index,
        Problem.Agreement(starts: max(0, day(of: start) - tolerance)...last, churn: churn))
    }
  }
}

extension Plan {
  /// What it weighs to move the agreed start of an initiative: the plan's share of its effort, at the plan's rate.
  ///
  /// - Returns: Minor units, not negative.
  package func churn(of initiative: Int) -> Int64 {
    let effort = initiatives[initiative].works.reduce(Int64(0)) {
      $0.addingClamped(works[$1].effort.minutes)
    }
    let price = rate.minorUnitsPerMinute.times(churn)?.times(Rational(effort))
    return max(0, price?.rounded ?? Int64.max)
  }
}

extension SchedulingModel {
  /// The agreed schedule in the problem's indices, as far as it is one: what a search begins with, so that of schedules as good
  /// as each other it ends near what was agreed.
  ///
  /// Lengths are those of now, and staffing is the nearest that a work still has; what came later is left out. `nil` where
  /// nothing was agreed.
  package var agreedSchedule: Schedule? {
    guard let agreed = plan.agreed else { return nil }
    let placements = problem.works.indices.map { index -> Schedule.Placement? in
      let id = workIDs[index].index
      guard
        let entry = agreed.works[id] ?? agreed.initiatives[plan.works[id].initiative.index],
        let days = entry.days
      else { return nil }
      return problem.placement(
        ofWork: index, from: day(of: days.lowerBound), mode: 0, staffTenths: entry.staffTenths)
    }
    return placements.contains { $0 != nil } ? Schedule(placements: placements) : nil
  }
}

extension SchedulingModel {
  /// A schedule of another version of the plan in this problem's indices, as far as it is one: each work by its name, on the
  /// day and with the people it had there.
  ///
  /// Lengths are those of now; what came later is left out.
  ///
  /// - Complexity: O(works · days).
  package func carried(_ schedule: Schedule, from other: SchedulingModel) -> Schedule {
    var former: [String: Int] = [:]
    for (index, id) in other.workIDs.enumerated() where schedule.placements[index] != nil {
      former[other.plan.works[id.index].path] = index
    }
    let placements = problem.works.indices.map { index -> Schedule.Placement? in
      guard let old = former[plan.works[workIDs[index].index].path],
        let placed = schedule.placements[old]
      else { return nil }
      let option = other.problem.works[old].options[Int(placed.option)]
      return problem.placement(
        ofWork: index, from: day(of: other.date(ofDay: placed.start)), mode: option.mode,
        staffTenths: option.staffTenths)
    }
    return Schedule(placements: placements)
  }
}

extension Problem {
  /// A work on the first working day from one, in a mode with the nearest staffing; `nil` where it would not be finished.
  fileprivate func placement(
    ofWork index: Int, from day: Int32, mode: Int32, staffTenths: Int32?
  ) -> Schedule.Placement? {
    let work = works[index]
    let start = work.fixedStart ?? max(day, firstDay)
    guard start < lastDay else { return nil }
    let option = work.option(inMode: mode, from: start, staffTenths)
    let chosen = work.options[option]
    let yield = yields[Int(chosen.yield)]
    let first = (start..<lastDay).first { yield.isWorking($0) } ?? start
    let finish = (first..<lastDay).first {
      yield.cumulative[Int($0) + 1] - yield.cumulative[Int(first)] >= chosen.needed
    }
    guard let finish else { return nil }
    return Schedule.Placement(start: first, finish: finish, option: Int32(option))
  }
}

extension Problem.Work {
  /// The nearest staffing of a mode, waiting for a day where it can.
  fileprivate func option(inMode mode: Int32, from start: Int32, _ staffTenths: Int32?) -> Int {
    var best = 0
    var bestDistance = Int32.max
    for (index, option) in options.enumerated()
    where option.mode == mode && option.earliestStart <= start {
      let distance = staffTenths.map { abs($0 - option.staffTenths) } ?? 0
      let waitsLonger =
        distance == bestDistance && option.earliestStart > options[best].earliestStart
      if distance < bestDistance || waitsLonger {
        best = index
        bestDistance = distance
      }
    }
    return best
  }
}
