/// A `check` of the plan as it turned out, in the words that a report has for it.
package struct CheckOutcome: Sendable {
  package var name: String
  package var label: String
  /// How many elements it was asked of; one for the plan as a whole.
  package var count: Int
  /// Where it does not hold; empty where it does.
  package var failures: [Failure]

  package init(name: String, label: String, count: Int, failures: [Failure]) {
    self.name = name
    self.label = label
    self.count = count
    self.failures = failures
  }

  package struct Failure: Sendable {
    /// The element by its name in the plan; `nil` for the plan as a whole.
    package var subject: String?
    /// The element as readers know it.
    package var label: String?
    /// What the plan has to say of it.
    package var saying: String?
    /// What the sides of the condition came to: "`count(metrics)` is 0".
    package var values: [String]

    package init(subject: String?, label: String?, saying: String?, values: [String]) {
      self.subject = subject
      self.label = label
      self.saying = saying
      self.values = values
    }
  }
}
