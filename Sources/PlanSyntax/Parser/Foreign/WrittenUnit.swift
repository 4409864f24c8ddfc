/// A unit as people say it: `weeks`, `person days`, `percent`.
enum WrittenUnit: Hashable {
  case time(Time, ofPeople: Bool)
  /// Letters to write onto the number, or before it.
  case letters(String, isBefore: Bool)
  /// Story points and the like: no letters mean them.
  case points
  /// Heads, which are counted without a unit.
  case heads

  enum Time: Hashable {
    case minutes, hours, days, weeks, months, quarters, years
  }

  /// What the time is for, as far as the property's word tells.
  enum Use {
    case people
    case calendar
    case unknown
  }

  /// Two words: `person weeks`, `working days`, `story points`.
  init?(_ first: String, _ second: String) {
    if first == "story", second.hasPrefix("point") {
      self = .points
    } else if let time = WrittenUnit.time(second) {
      if ["person", "people", "man", "dev", "developer", "engineer", "eng"].contains(first) {
        self = .time(time, ofPeople: true)
      } else if ["working", "work", "business", "calendar"].contains(first) {
        self = .time(time, ofPeople: false)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  init?(_ word: String) {
    if let time = WrittenUnit.time(word) {
      self = .time(time, ofPeople: false)
      return
    }
    switch word {
    case "pd", "pw", "pm", "h", "min", "d", "w", "mo", "q", "y", "x", "k", "m", "b":
      self = .letters(["m": "M", "b": "B"][word] ?? word, isBefore: false)
    case "percent", "pct", "%": self = .letters("%", isBefore: false)
    case "thousand": self = .letters("k", isBefore: false)
    case "million", "millions", "mio": self = .letters("M", isBefore: false)
    case "billion", "bn": self = .letters("B", isBefore: false)
    case "times": self = .letters("x", isBefore: false)
    case "dollar", "dollars", "bucks": self = .letters("$", isBefore: true)
    case "euro", "euros": self = .letters("€", isBefore: true)
    case "pound", "pounds": self = .letters("£", isBefore: true)
    case "points", "point", "sp", "pts": self = .points
    case "people", "persons", "person", "heads", "ftes", "fte", "engineers", "developers", "devs":
      self = .heads
    default: return nil
    }
  }

  private static func time(_ word: String) -> Time? {
    switch word {
    case "minute", "minutes", "mins": .minutes
    case "hour", "hours", "hr", "hrs": .hours
    case "day", "days", "edays", "eday", "workday", "workdays", "weekdays": .days
    case "week", "weeks", "wk", "wks": .weeks
    case "month", "months", "mon", "mth", "mths": .months
    case "quarter", "quarters", "qtr": .quarters
    case "year", "years", "yr", "yrs": .years
    default: nil
    }
  }

  /// What money or time may be counted per, as the language writes it.
  static func period(_ word: String) -> String? {
    switch time(word) {
    case .hours: "h"
    case .days: "day"
    case .weeks: "week"
    case .months: "month"
    case .quarters: "quarter"
    case .years: "year"
    case .minutes, nil: nil
    }
  }

  var isTime: Bool {
    if case .time(_, let ofPeople) = self { !ofPeople } else { false }
  }

  /// What may be written for it: the letters, where they stand, and what they mean where there are several.
  func letters(for use: Use) -> [(letters: String, isBefore: Bool, meaning: String)] {
    switch self {
    case .letters(let letters, let isBefore): return [(letters, isBefore, "")]
    case .points: return []
    case .heads: return [("", false, "")]
    case .time(let time, let ofPeople):
      let person = time.ofPeople.map { ($0, false, "people's time") }
      let calendar = time.ofCalendar.map { ($0, false, "a length of time") }
      if ofPeople || use == .people { return [person].compactMap(\.self).map(unmeant) }
      if use == .calendar { return [calendar].compactMap(\.self).map(unmeant) }
      let both = [calendar, person].compactMap(\.self)
      return both.count == 1 || both.first?.0 == both.last?.0 ? [unmeant(both[0])] : both
    }
  }
}

private func unmeant(
  _ letters: (String, Bool, String)
) -> (letters: String, isBefore: Bool, meaning: String) { (letters.0, letters.1, "") }

extension WrittenUnit.Time {
  fileprivate var ofPeople: String? {
    switch self {
    case .minutes: "min"
    case .hours: "h"
    case .days: "pd"
    case .weeks: "pw"
    case .months: "pm"
    case .quarters, .years: nil
    }
  }

  fileprivate var ofCalendar: String? {
    switch self {
    case .minutes, .hours: nil
    case .days: "d"
    case .weeks: "w"
    case .months: "mo"
    case .quarters: "q"
    case .years: "y"
    }
  }
}
