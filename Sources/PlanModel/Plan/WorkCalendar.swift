/// Which days work advances on: weekdays that are no holidays.
package struct WorkCalendar: Sendable {
  package var name: String
  /// Sorted, each once.
  package var holidays: [CivilDate]

  package init(name: String, holidays: [CivilDate]) {
    self.name = name
    self.holidays = Array(Set(holidays)).sorted()
  }

  /// - Complexity: O(log holidays).
  package func isWorkingDay(_ date: CivilDate) -> Bool {
    guard !date.isWeekend else { return false }
    var low = 0
    var high = holidays.count
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < date { low = middle + 1 } else { high = middle }
    }
    return low == holidays.count || holidays[low] != date
  }

  /// The day reached by going `count` working days on from `date` (back when negative).
  ///
  /// Zero answers `date` itself, also on a day off: a lag of nothing waits for nothing.
  package func date(_ date: CivilDate, plusWorkingDays count: Int) -> CivilDate {
    var result = date
    var left = abs(count)
    let step = count < 0 ? -1 : 1
    // Weeks at once as long as no holiday can lie between; a plan's calendar holds few.
    while left > 0 {
      result = result.adding(days: step)
      if isWorkingDay(result) { left -= 1 }
    }
    return result
  }

  /// The day `elapsed` after `date`.
  package func date(_ date: CivilDate, plus elapsed: Elapsed) -> CivilDate {
    switch elapsed {
    case .workingDays(let count): self.date(date, plusWorkingDays: Int(count))
    case .months(let count): date.adding(months: Int(count))
    }
  }

  /// The day reached from `date` when each of `lags` has passed after the one before.
  package func date(_ date: CivilDate, plus lags: [Elapsed]) -> CivilDate {
    lags.reduce(date) { self.date($0, plus: $1) }
  }

  /// Working days from `first` to `last`, both included; 0 when `last` is earlier.
  package func workingDays(from first: CivilDate, through last: CivilDate) -> Int {
    guard first <= last else { return 0 }
    return (first.dayNumber...last.dayNumber).count {
      isWorkingDay(CivilDate(dayNumber: $0))
    }
  }
}
