package import PlanModel

/// The days on which things were to be done, as each revision of a plan had them.
package struct SlipsChart: Sendable, Equatable {
  /// First and last day shown.
  package var days: ClosedRange<CivilDate>
  /// What each revision is called: its day.
  package var revisions: [String]
  package var lines: [Line]

  package init(days: ClosedRange<CivilDate>, revisions: [String], lines: [Line]) {
    self.days = days
    self.revisions = revisions
    self.lines = lines
  }

  package struct Line: Sendable, Equatable {
    package var label: String
    package var text: String
    /// The day that each revision had; `nil` where it had none.
    package var finishes: [CivilDate?]

    package init(label: String, text: String, finishes: [CivilDate?]) {
      self.label = label
      self.text = text
      self.finishes = finishes
    }
  }
}
