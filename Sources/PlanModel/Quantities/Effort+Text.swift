extension Effort {
  /// The effort in the largest unit that it fills, for readers: `23 pw`, `2.5 pw`, `3 pd`, `2.5 h`, `45 min`.
  ///
  /// Rounded half up: whole from ten on, to a tenth below.
  package var text: String {
    let units: [(name: String, minutes: Int64)] = [
      ("pw", Effort.minutesPerPersonWeek), ("pd", Effort.minutesPerPersonDay), ("h", 60),
    ]
    for (name, size) in units {
      // What rounds up to a whole unit is that unit: 4.97 person-days read 1 pw.
      guard Int128(minutes.magnitude) * 20 >= Int128(size) * 20 - Int128(slack(below: size)) else {
        continue
      }
      return amount(in: size) + " " + name
    }
    return "\(minutes) min"
  }

  /// The effort in person-weeks whatever its size, for columns of figures: `23 pw`, `0.4 pw`.
  package var personWeeksText: String { amount(in: Effort.minutesPerPersonWeek) + " pw" }

  private func amount(in size: Int64) -> String {
    let tenths = Rational(minutes, size)?.rounded(toMultiplesOf: 10) ?? .zero
    let isSmall = tenths < 10 && tenths > -10
    return isSmall ? tenths.text(decimals: 1) : (Rational(minutes, size) ?? .zero).text(decimals: 0)
  }
}

/// In twentieths of a minute: half a tenth of the next smaller unit, by which an amount may fall short of `size` and
/// still be rounded to it.
private func slack(below size: Int64) -> Int64 {
  switch size {
  case Effort.minutesPerPersonWeek: Effort.minutesPerPersonDay
  case Effort.minutesPerPersonDay: 60
  default: 0
  }
}
