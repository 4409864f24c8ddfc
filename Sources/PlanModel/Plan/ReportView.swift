/// A report that the plan asks for: for whom, and what shall be in it.
///
/// Its title, its condition and its texts are expressions, which are answered when the schedule is known.
package struct ReportView: Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var audience: Audience?
  /// Words for sections, in their order; empty for those that the audience has.
  package var sections: [String]

  package init(name: String, label: String, audience: Audience?, sections: [String]) {
    self.name = name
    self.label = label
    self.audience = audience
    self.sections = sections
  }
}
