internal import PlanModel
internal import PlanSyntax

// Calendars and horizons.
extension Lowering {
  mutating func lowerCalendars() {
    let weekdays = WorkCalendar(name: "weekdays", holidays: [])
    plan.calendars = []
    for id in table.top(.calendar) {
      indices[id.index] = Int32(plan.calendars.count)
      var holidays: [CivilDate] = []
      for range in reader.value(.holidays, of: id)?.elements?.compactMap(\.dateRange) ?? [] {
        guard range.lowerBound.days(until: range.upperBound) <= Limits.planDaysMax else {
          report(.planTooLong(at: place(.holidays, id)))
          continue
        }
        holidays += (range.lowerBound.dayNumber...range.upperBound.dayNumber)
          .map(CivilDate.init(dayNumber:))
      }
      plan.calendars.append(WorkCalendar(name: name(of: id), holidays: holidays))
    }
    let named = planBlock.flatMap { references(.calendar, of: $0).first }
    if let named {
      plan.calendar = CalendarID(named)
    } else if plan.calendars.count == 1 {
      plan.calendar = CalendarID(0)
      if planBlock.map({ !reader.has(.calendar, of: $0) }) ?? true {
        assume("plan", "no calendar said: the only one, `\(plan.calendars[0].name)`, is taken")
      }
    } else {
      plan.calendar = CalendarID(plan.calendars.count)
      plan.calendars.append(weekdays)
      if planBlock.map({ !reader.has(.calendar, of: $0) }) ?? true {
        assume("plan", "no calendar said: every weekday is worked")
      }
    }
  }

  mutating func lowerHorizons() {
    let declared = table.top(.horizon)
    guard !declared.isEmpty else {
      plan.horizons = defaultHorizons
      assume("plan", "no horizons said: Now is three months, Next six, Later the rest")
      return
    }
    var drafts: [(id: DeclarationID, horizon: Horizon)] = []
    for id in declared {
      require(.span, of: id)
      guard let range = reader.value(.span, of: id)?.offsetRange else { continue }
      guard range.from.isPlannable, range.until.isPlannable else {
        report(.tooLong(.span, at: place(.span, id)))
        continue
      }
      let calendar = plan.calendars[plan.calendar.index]
      let first = calendar.date(plan.start, plus: range.from)
      let last = calendar.date(plan.start, plus: range.until).adding(days: -1)
      guard first <= last else {
        report(
          .outOfBounds(
            "a horizon lasts at least a day", at: place(.span, id), label: "no day",
            help: "write from when to when it goes, such as `\(PropertyWord.span.example)`"))
        continue
      }
      let band = reader.value(.band, of: id)?.shareRange
      drafts.append(
        (
          id,
          Horizon(
            name: name(of: id), label: label(of: id), first: first, last: last, band: band)
        ))
    }
    drafts.sort { ($0.horizon.first, $0.id) < ($1.horizon.first, $1.id) }
    for (earlier, later) in zip(drafts, drafts.dropFirst())
    where later.horizon.first <= earlier.horizon.last {
      report(
        .horizonsOverlap(
          later.horizon.name, at: place(.span, later.id), earlier.horizon.name,
          place(.span, earlier.id)))
    }
    plan.horizons = drafts.isEmpty ? defaultHorizons : drafts.map(\.horizon)
    places.horizons = drafts.map { table[$0.id].place }
    for (index, draft) in drafts.enumerated() { indices[draft.id.index] = Int32(index) }
  }

  /// Three months, six, and the rest, as far as the plan goes.
  private var defaultHorizons: [Horizon] {
    let start = plan.start
    func day(_ months: Int) -> CivilDate { start.adding(months: months) }
    let rest = max(plan.end, day(6))
    return [
      Horizon(name: "now", label: "Now", first: start, last: day(3).adding(days: -1), band: nil),
      Horizon(
        name: "next", label: "Next", first: day(3), last: day(6).adding(days: -1), band: nil),
      Horizon(name: "later", label: "Later", first: day(6), last: rest, band: nil),
    ]
  }
}
