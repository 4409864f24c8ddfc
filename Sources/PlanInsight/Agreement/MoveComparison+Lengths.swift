internal import PlanModel

// Whether something takes longer than agreed, whenever it is done: compared where it was agreed to be, with the people agreed
// for it, so that neither another day nor other people are taken for more work.
extension MoveComparison {
  /// Working days by which a work of an initiative takes longer than agreed; of several works, of the one that differs most.
  func workingDaysMore(of initiative: Int) -> Int {
    var most = 0
    for work in model.problem.initiatives[initiative].works {
      let subject = model.problem.works[Int(work)]
      guard let entry = entry(of: work), let then = entry.days,
        let placed = kept?.placements[Int(work)],
        subject.fixedStart != nil || model.date(ofDay: placed.start) == then.lowerBound,
        subject.options[Int(placed.option)].staffTenths == entry.staffTenths
      else { continue }
      let more = workingDays(from: then.upperBound, to: model.date(ofDay: placed.finish))
      if abs(more) > abs(most) { most = more }
    }
    return most
  }

  /// Whether a work of an initiative has other people than agreed, while it could have those.
  func isRestaffed(_ initiative: Int) -> Bool {
    model.problem.initiatives[initiative].works.contains { work in
      guard let then = entry(of: work)?.staffTenths, let placed = schedule.placements[Int(work)]
      else { return false }
      let options = model.problem.works[Int(work)].options
      return options[Int(placed.option)].staffTenths != then
        && options.contains { $0.staffTenths == then }
    }
  }

  /// Whether a work starts later than it was agreed for itself.
  func isLater(work: Int32) -> Bool {
    guard let then = entry(of: work)?.days, let placed = schedule.placements[Int(work)] else {
      return false
    }
    return model.date(ofDay: placed.start) > then.lowerBound
  }

  private func entry(of work: Int32) -> AgreedEntry? {
    let id = model.workIDs[Int(work)].index
    return agreed.works[id] ?? agreed.initiatives[model.plan.works[id].initiative.index]
  }

  /// Working days after one day up to another, negative where that is earlier.
  private func workingDays(from first: CivilDate, to last: CivilDate) -> Int {
    guard first <= last else { return -workingDays(from: last, to: first) }
    return model.plan.calendars[model.plan.calendar.index].workingDays(
      from: first.adding(days: 1), through: last)
  }
}
