extension Elapsed {
  /// In words: `6 weeks`, `1 week 2 days`, `3 months`, `1 year`.
  ///
  /// Weeks here are five working days, as `6w` is; a year is twelve months.
  package var text: String {
    switch self {
    case .workingDays(let count): join(count, large: ("week", 5), small: "day")
    case .months(let count): join(count, large: ("year", 12), small: "month")
    }
  }
}

private func join(_ count: Int32, large: (name: String, size: UInt32), small: String) -> String {
  let sign = count < 0 ? "-" : ""
  let size = count.magnitude
  // Eighteen months are not "1 year 6 months" in a plan, and seven days are "1 week 2 days".
  if large.name == "year" && size % large.size != 0 { return sign + counted(size, small) }
  let parts = [(size / large.size, large.name), (size % large.size, small)]
  let text = parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: " ")
  return text.isEmpty ? counted(0, small) : sign + text
}

private func counted(_ count: UInt32, _ word: String) -> String {
  count == 1 ? "1 \(word)" : "\(count) \(word)s"
}
