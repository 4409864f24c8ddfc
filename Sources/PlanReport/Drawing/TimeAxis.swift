import PlanModel

/// Days across a picture.
struct TimeAxis {
  private let first: CivilDate
  private let last: CivilDate
  let left: Double
  let right: Double
  private let perDay: Double

  init(_ days: ClosedRange<CivilDate>, left: Double, right: Double) {
    first = days.lowerBound
    last = days.upperBound
    self.left = left
    self.right = right
    perDay = (right - left) / Double(max(1, first.days(until: last) + 1))
  }

  /// Where a day begins; what lies outside is at the nearer end.
  func start(of date: CivilDate) -> Double {
    min(right, max(left, left + perDay * Double(first.days(until: date))))
  }

  /// Where a day ends.
  func end(of date: CivilDate) -> Double { start(of: date.adding(days: 1)) }

  func holds(_ date: CivilDate) -> Bool { first <= date && date <= last }

  /// Months that have a label, so far apart that none touches the next, and below the first and each January the year.
  ///
  /// - Parameters:
  ///   - y: Where lines of the grid begin.
  ///   - bottom: Where they end.
  ///   - baseline: Of the months; the years stand a line below.
  /// - Returns: Lines and labels.
  func months(gridFrom y: Double, to bottom: Double, baseline: Double) -> [Drawing.Part] {
    var parts: [Drawing.Part] = []
    let step = monthsBetweenLabels
    var date = CivilDate(year: first.year, month: first.month, day: 1) ?? first
    var yearSaid: Int?
    while date <= last {
      let x = start(of: date)
      if date >= first { parts.append(.line(x1: x, y1: y, x2: x, y2: bottom, .grid)) }
      // What begins before the picture has less room than a month.
      let room = start(of: date.adding(months: step)) - x
      let width = extent(date.monthName, size: TypeSize.small) + 3
      if (date.month - 1) % step == 0, x + width <= right, room >= width + 3 {
        parts.append(.text(date.monthName, x: x + 3, y: baseline, .small))
        let year = String(date.year)
        let yearWidth = extent(year, size: TypeSize.small, isBold: true) + 3
        if yearSaid != date.year, x + yearWidth <= right, roomOfYear(x, date) >= yearWidth + 3 {
          parts.append(.text(year, x: x + 3, y: baseline + TypeSize.small + 2, .number))
          yearSaid = date.year
        }
      }
      date = date.adding(months: 1)
    }
    return parts
  }

  /// What there is to the next year, or to the end.
  private func roomOfYear(_ x: Double, _ date: CivilDate) -> Double {
    let next = CivilDate(year: date.year + 1, month: 1, day: 1) ?? last
    return next > last ? .infinity : start(of: next) - x
  }

  /// The fewest of 1, 2, 3, 6 and 12 at which labels do not touch.
  private var monthsBetweenLabels: Int {
    // The shortest stretch of one month, and the widest of the names.
    let width = perDay * 28
    let needed = extent("May", size: TypeSize.small) + 8
    return [1, 2, 3, 6].first { width * Double($0) >= needed } ?? 12
  }
}
