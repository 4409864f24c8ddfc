import PlanInsight
import PlanModel

/// The answer to one question of a schedule as JSON.
///
/// - Parameters:
///   - kind: The command that asks it.
///   - answer: The schedule it is about.
///   - body: Makes the record of the answer.
/// - Returns: One object.
/// - Throws: What the encoder throws, which records of ours give no reason for.
func questionJSON(
  _ kind: String, _ answer: Answer, _ body: (Reading) -> some Encodable
) throws -> String {
  let reading = Reading(answer)
  return try encoded(QuestionRecord(kind, body(reading), reading))
}

/// The answer to one question of a schedule: what every such answer says of itself, and the answer, in one object.
///
/// `formatVersion` is raised when a field goes or changes its meaning; that of all answers is one, so that a program that
/// reads one can read them all.
private struct QuestionRecord<Body: Encodable>: Encodable {
  private let head: Head
  private let body: Body

  /// - Parameters:
  ///   - kind: The command that asks it.
  ///   - body: The answer.
  ///   - reading: What it is about.
  init(_ kind: String, _ body: Body, _ reading: Reading) {
    head = Head(kind: kind, reading)
    self.body = body
  }

  func encode(to encoder: any Encoder) throws {
    try head.encode(to: encoder)
    try body.encode(to: encoder)
  }

  private struct Head: Encodable {
    let formatVersion = 1
    let kind: String
    let asOf: String
    let scenario: String?
    let overrides: [String]
    /// Money is counted to this day.
    let lastDay: String
    /// Whether more than half of the value is assumed.
    let isIllustrative: Bool

    init(kind: String, _ reading: Reading) {
      self.kind = kind
      asOf = reading.plan.asOf.record
      scenario = reading.plan.scenario?.name
      overrides = reading.plan.overrides
      lastDay = reading.lastDate.record
      isIllustrative = reading.isIllustrative
    }
  }
}
