package import PlanModel

/// How likely something has happened by each day: a small picture, of which several stand side by side.
package struct CurveChart: Sendable, Equatable {
  package var title: String
  package var days: ClosedRange<CivilDate>
  /// Days on which the chance changes, in order, with the chance by their end in thousandths; flat in between.
  package var steps: [Step]
  /// Days that are worth pointing at, in order.
  package var points: [Point]

  package init(
    title: String, days: ClosedRange<CivilDate>, steps: [Step], points: [Point]
  ) {
    self.title = title
    self.days = days
    self.steps = steps
    self.points = points
  }

  package struct Step: Sendable, Equatable {
    package var day: CivilDate
    package var thousandths: Int

    package init(day: CivilDate, thousandths: Int) {
      self.day = day
      self.thousandths = thousandths
    }
  }

  package struct Point: Sendable, Equatable {
    package var day: CivilDate
    package var thousandths: Int
    /// Short: `P80`, `wanted`.
    package var label: String
    package var kind: Kind
    package var text: String

    package init(day: CivilDate, thousandths: Int, label: String, kind: Kind, text: String) {
      self.day = day
      self.thousandths = thousandths
      self.label = label
      self.kind = kind
      self.text = text
    }

    package enum Kind: Sendable, Hashable {
      case quantile
      case wanted
      case scheduled
    }
  }
}
