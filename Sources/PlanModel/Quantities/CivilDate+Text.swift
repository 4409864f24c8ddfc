extension CivilDate {
  /// `15 Jan 2027`.
  package var text: String { "\(shortText) \(year)" }

  /// Where the year is clear from what surrounds it: `15 Jan`.
  package var shortText: String { "\(day) \(monthName)" }

  /// `Jan 2027`.
  package var monthText: String { "\(monthName) \(year)" }

  /// `Jan`.
  package var monthName: String { monthNames[month - 1] }
}

// English on every machine: no locale may reach an output.
private let monthNames = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
