package import PlanModel

/// What is taken of what there is, stretch by stretch: a small picture, of which several stand side by side.
package struct WeeksChart: Sendable, Equatable {
  package var title: String
  /// In order, without gaps; stretches that are alike are one column.
  package var columns: [Column]
  /// The last day of the last column.
  package var last: CivilDate
  /// Who comes and goes, in order.
  package var changes: [Change]

  package init(title: String, columns: [Column], last: CivilDate, changes: [Change]) {
    self.title = title
    self.columns = columns
    self.last = last
    self.changes = changes
  }

  package struct Column: Sendable, Equatable {
    package var first: CivilDate
    /// Minutes of people in each week.
    package var taken: Int64
    /// Minutes of people that may be taken in each week.
    package var limit: Int64
    package var text: String

    package init(first: CivilDate, taken: Int64, limit: Int64, text: String) {
      self.first = first
      self.taken = taken
      self.limit = limit
      self.text = text
    }
  }

  package struct Change: Sendable, Equatable {
    package var days: ClosedRange<CivilDate>
    /// `+2`, `−1`.
    package var label: String
    package var isLoss: Bool
    package var text: String

    package init(days: ClosedRange<CivilDate>, label: String, isLoss: Bool, text: String) {
      self.days = days
      self.label = label
      self.isLoss = isLoss
      self.text = text
    }
  }
}
