internal import PlanModel
internal import PlanSyntax

// Works of a fixed calendar length: their effort follows from the heads they take.
extension Lowering {
  /// The working days that a work is fixed to; `nil` where its length follows from its effort, or was reported.
  func fixedDays(of source: WorkSource) -> Int32? {
    let block = source.block
    guard reader.has(.length, of: block) else { return nil }
    if let other = [PropertyWord.effort, .remaining].first(where: { reader.has($0, of: block) }) {
      report(.lengthAndEffort(other, at: place(other, block), place(.length, block)))
      return nil
    }
    guard let days = elapsed(.length, of: block)?.workingDays else { return nil }
    guard days > 0 else {
      report(
        .outOfBounds(
          "a work takes a day at least", at: place(.length, block), label: "less than a day",
          help: "write how long it takes, such as `\(PropertyWord.length.example)`"))
      return nil
    }
    return days
  }

  /// The length of a work that is fixed to so many days, and how much of it is left today.
  func length(_ days: Int32, _ progress: Work.Progress, _ team: TeamID) -> Work.Length {
    var left = days
    if case .running(let started, _) = progress {
      let calendar = plan.calendars[plan.teams[team.index].calendar.index]
      let gone = calendar.workingDays(from: started, through: plan.asOf.adding(days: -1))
      left = max(1, days - Int32(clamping: gone))
    }
    return Work.Length(workingDays: days, workingDaysLeft: left)
  }

  /// What a work of fixed length takes of its people: of a range of heads the least, since more make it no shorter.
  func fixedEffort(of source: WorkSource, _ days: Int32) -> Effort {
    let owner = [source.block, source.initiative].first { reader.has(.staff, of: $0) }
    let range = owner.flatMap { reader.value(.staff, of: $0)?.headsRangeTenths }
    return Effort(minutes: Int64(range?.lowerBound ?? 10) * minutesPerTenth * Int64(days))
  }

  /// Effort and staffing of a work of fixed length; risks do not lengthen it.
  mutating func finishFixedWork(_ index: Int, _ length: Work.Length, risks: [Risk]) {
    let tenths = plan.works[index].staffingTenths.first ?? 10
    let effort = Int64(tenths) * minutesPerTenth * Int64(length.workingDaysLeft)
    plan.works[index].staffingTenths = [tenths]
    plan.works[index].effort = Effort(minutes: effort)
    if referenceClass(of: workSources[index]) != nil {
      plan.unenforced.append(
        Unenforced(
          kind: "class", name: table.path(of: workSources[index].block),
          label: plan.works[index].label,
          consequence: "its length is fixed, so its class changes nothing"))
    }
    for risk in risks where risk.adds != nil {
      plan.unenforced.append(
        Unenforced(
          kind: "risk", name: "\(table.path(of: workSources[index].block)).\(risk.name)",
          label: risk.label, consequence: "it adds to a work of fixed length, which stays as long"))
    }
  }
}

/// A tenth of a head through a day.
private let minutesPerTenth = Effort.minutesPerPersonDay / 10

extension Elapsed {
  /// A year has 260 working days or 12 months; rounded half up.
  fileprivate var workingDays: Int32 {
    switch self {
    case .workingDays(let days): days
    case .months(let months): Int32(clamping: Rational(Int64(months) * 65, 3)?.rounded ?? 0)
    }
  }
}
