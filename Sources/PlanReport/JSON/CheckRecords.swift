/// A check of the plan, for programs.
struct CheckRecord: Encodable {
  let name: String
  let label: String
  let holds: Bool
  /// Elements it was asked of.
  let count: Int
  let failures: [FailureRecord]

  init(_ outcome: CheckOutcome) {
    name = outcome.name
    label = outcome.label
    holds = outcome.failures.isEmpty
    count = outcome.count
    failures = outcome.failures.map(FailureRecord.init)
  }

  struct FailureRecord: Encodable {
    let element: String?
    let message: String?
    let values: [String]

    init(_ failure: CheckOutcome.Failure) {
      element = failure.subject
      message = failure.saying
      values = failure.values
    }
  }
}
