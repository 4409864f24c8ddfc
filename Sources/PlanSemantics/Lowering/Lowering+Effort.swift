internal import PlanModel
internal import PlanSyntax

// What sequencing counts: effort with risks less what is done, its spread, and the ways to staff it.
extension Lowering {
  mutating func finishWorks(of initiative: InitiativeID) {
    let risks = plan.initiatives[initiative.index].risks
    for index in plan.initiatives[initiative.index].works {
      let own = risks.filter { $0.work.index == index }
      if let length = plan.works[index].length {
        plan.works[index].staffingTenths = staffing(of: WorkID(index), initiative)
        plan.works[index].staffingLimitTenths = staffingLimit(of: WorkID(index))
        finishFixedWork(index, length, risks: own)
        lowerModes(of: index, risks: own)
        continue
      }
      settleUplift(of: index)
      let sizes = sizes(of: form(plan.works[index].estimate, own, plan.works[index].uplift))
      plan.works[index].spread = sizes.spread
      plan.works[index].effort = left(of: sizes.total, WorkID(index))
      plan.works[index].staffingTenths = staffing(of: WorkID(index), initiative)
      plan.works[index].staffingLimitTenths = staffingLimit(of: WorkID(index))
      lowerModes(of: index, risks: own)
    }
  }

  func form(_ estimate: Estimate, _ risks: [Risk], _ uplift: Rational) -> EffortForm {
    EffortForm(
      estimate: estimate, uplift: uplift,
      risks: risks.compactMap { risk in
        risk.adds.map { EffortForm.Addition(chance: risk.chance, adds: $0) }
      })
  }

  /// Works of a plan share few forms of estimate, and quantiles are dear.
  mutating func sizes(of form: EffortForm) -> (total: Effort, spread: Effort) {
    if let known = sizesByForm[form] { return known }
    let distribution = EffortDistribution(
      form.estimate, risks: form.risks.map { (chance: $0.chance, adds: $0.adds) })
    let total =
      switch plan.basis {
      case .mean: distribution.mean
      case .p50: distribution.quantile(.percent(50))
      case .p80: distribution.quantile(.percent(80))
      }
    let sizes = (
      total.uplifted(by: form.uplift), distribution.spread.uplifted(by: form.uplift)
    )
    sizesByForm[form] = sizes
    return sizes
  }

  /// What is still to do: as said, else what the estimate leaves, at least a tenth of it.
  func left(of total: Effort, _ work: WorkID) -> Effort {
    let block = workSources[work.index].block
    switch plan.works[work.index].progress {
    case .open, .finished: return total
    case .running(_, let spent):
      if let remaining = estimate(.remaining, of: block) { return remaining.mean }
      let least = Effort(minutes: Rational(total.minutes, 10)?.ceiling ?? total.minutes)
      return max(total - spent, least)
    }
  }

  // MARK: Staffing

  private mutating func staffing(of work: WorkID, _ initiative: InitiativeID) -> [Int32] {
    let source = workSources[work.index]
    return staffing(
      of: work, initiative, owners: [source.block, source.initiative],
      effort: plan.works[work.index].effort)
  }

  /// The heads that a work may have.
  ///
  /// - Parameters:
  ///   - work: Which.
  ///   - initiative: Whose.
  ///   - owners: Blocks that may say it, the first that does counts.
  ///   - effort: How much there is to do.
  /// - Returns: Tenths of a head, ascending.
  mutating func staffing(
    of work: WorkID, _ initiative: InitiativeID, owners: [DeclarationID], effort: Effort
  ) -> [Int32] {
    let source = workSources[work.index]
    let lowered = plan.works[work.index]
    let most = headsEver(lowered.team, lowered.skill)
    let isOver =
      plan.initiatives[initiative.index].priority == .wont
      || plan.initiatives[initiative.index].status == .cancelled || lowered.progress.isFinished
    let owner = owners.first { reader.has(.staff, of: $0) }
    guard let owner, table[source.block].kind != .fallback else {
      return assumedStaffing(of: work, most: most, isOver: isOver, effort: effort)
    }
    guard let range = reader.value(.staff, of: owner)?.headsRangeTenths else { return [10] }
    guard range.lowerBound > 0 else {
      report(
        .outOfBounds(
          "nobody at all does no work", at: place(.staff, owner), label: "nobody",
          help: "write how many work on it, such as `\(PropertyWord.staff.example)`"))
      return [10]
    }
    guard Int64(range.lowerBound) <= most || isOver else {
      report(
        .tooFewPeople(
          at: place(.staff, owner), who: crewName(lowered), mostTenths: most,
          wantedTenths: range.lowerBound))
      return [range.lowerBound]
    }
    if Int64(range.upperBound) > most, !isOver {
      report(
        .unfillableStaff(
          at: place(.staff, owner), who: crewName(lowered), mostTenths: most,
          wantedTenths: range.upperBound))
    }
    let top = isOver ? range.upperBound : Int32(clamping: min(Int64(range.upperBound), most))
    return Lowering.steps(from: range.lowerBound, through: max(range.lowerBound, top))
  }

  private func staffingLimit(of work: WorkID) -> Int32 {
    let source = workSources[work.index]
    return staffingLimit(
      of: work, owners: [source.block, source.initiative], effort: plan.works[work.index].effort)
  }

  /// The most heads that a work may have if there are so many, by the blocks that may say it.
  func staffingLimit(of work: WorkID, owners: [DeclarationID], effort: Effort) -> Int32 {
    let source = workSources[work.index]
    guard let owner = owners.first(where: { reader.has(.staff, of: $0) }),
      table[source.block].kind != .fallback
    else { return Int32(clamping: 10 * wholeRoot(effort.minutes / Effort.minutesPerPersonWeek)) }
    return reader.value(.staff, of: owner)?.headsRangeTenths?.upperBound ?? 10
  }

  /// 1 to √pw heads, and what there is where that is less than one.
  private mutating func assumedStaffing(
    of work: WorkID, most: Int64, isOver: Bool, effort: Effort
  ) -> [Int32] {
    guard most > 0 || isOver else {
      let source = workSources[work.index]
      report(
        .tooFewPeople(
          at: table[source.block].place, who: crewName(plan.works[work.index]), mostTenths: 0,
          wantedTenths: 10))
      return [10]
    }
    if !isOver {
      assume(
        table.path(of: workSources[work.index].block),
        "no staffing said: from one person to the square root of its person-weeks")
    }
    let weeks = effort.minutes / Effort.minutesPerPersonWeek
    let top = min(10 * wholeRoot(weeks), most)
    return top < 10
      ? [Int32(clamping: max(1, min(10, most)))]
      : Lowering.steps(from: 10, through: Int32(clamping: top))
  }

  /// The numbers of heads to try.
  ///
  /// Whole heads, unless a bound is written in tenths: then half a head where both bounds allow it, else a tenth. Of too
  /// many, evenly chosen ones with both ends.
  static func steps(from low: Int32, through high: Int32) -> [Int32] {
    let step: Int32 =
      low % 10 == 0 && high % 10 == 0 ? 10 : low % 5 == 0 && high % 5 == 0 ? 5 : 1
    var all = Array(stride(from: low, through: high, by: Int(step)))
    if all.last != high { all.append(high) }
    guard all.count > Limits.staffingOptionsMax else { return all }
    let last = Limits.staffingOptionsMax - 1
    return (0...last).map { all[$0 * (all.count - 1) / last] }
  }

  private func crewName(_ work: Work) -> String {
    let team = plan.teams[work.team.index].name
    return work.skill.map { "\(team).\(plan.skills[$0.index].name)" } ?? team
  }
}

/// An estimate with the risks of its work, and what both are multiplied by.
struct EffortForm: Hashable {
  var estimate: Estimate
  var uplift: Rational
  var risks: [Addition]

  struct Addition: Hashable {
    var chance: Rational
    var adds: Estimate
  }
}

extension Work.Progress {
  var isFinished: Bool { if case .finished = self { true } else { false } }
}

/// ⌊√n⌋, at least 1.
private func wholeRoot(_ number: Int64) -> Int64 {
  guard number > 1 else { return 1 }
  var root = Int64(Double(number).squareRoot())
  while root * root > number { root -= 1 }
  while (root + 1) * (root + 1) <= number { root += 1 }
  return root
}
