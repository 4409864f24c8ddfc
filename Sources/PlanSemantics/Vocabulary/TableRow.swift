internal import PlanSyntax

/// A row of a table of tasks, as MS Project writes what something waits for: `3`, `3FS+2d`, `4SS`.
///
/// Rows have no names there, and numbers of rows mean nothing here.
struct TableRow {
  private let link: Link
  /// As it is written, with its sign apart: ` + 2d`.
  private let lag: String

  private enum Link: String {
    case finishToStart = "FS"
    case startToStart = "SS"
    case finishToFinish = "FF"
    case startToFinish = "SF"
  }

  /// - Parameter source: An expression as it stands in the plan.
  init?(_ source: String) {
    guard source.utf8.count <= TableRow.lengthMax else { return nil }
    var rest = source.filter { $0 != " " }[...]
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(letters.count)
    guard let link = letters.isEmpty ? .finishToStart : Link(rawValue: letters.uppercased()) else {
      return nil
    }
    self.link = link
    guard let sign = rest.first else {
      lag = ""
      return
    }
    let time = rest.dropFirst()
    guard sign == "+" || sign == "-", time.first?.isNumber ?? false,
      time.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    lag = " \(sign) \(time)"
  }

  /// What to write instead.
  var help: String {
    switch link {
    case .finishToStart:
      return "what it waits for is told by its name, not by its row: `after: storage\(lag)`"
    case .startToStart:
      return "what it starts with is told by its name, not by its row: `with: storage\(lag)`"
    case .finishToFinish, .startToFinish:
      return "work waits for the end of other work, `after: storage`, or for its start,"
        + " `with: storage`; it is not tied by its own end"
    }
  }

  /// Longer than any row with its lag.
  private static let lengthMax = 24
}
