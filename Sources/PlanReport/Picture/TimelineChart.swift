package import PlanModel

/// Bars along a calendar: from the start of each to when it is done, with how much later that may be.
package struct TimelineChart: Sendable, Equatable {
  /// First and last day shown.
  package var days: ClosedRange<CivilDate>
  /// `nil` where it lies outside `days`.
  package var today: CivilDate?
  /// Stretches with a name of their own, in order: Now, Next, Later.
  package var spans: [Span]
  package var groups: [Group]
  /// Arrows between rows, which are counted over all groups.
  package var links: [Link]

  package init(
    days: ClosedRange<CivilDate>, today: CivilDate?, spans: [Span], groups: [Group], links: [Link]
  ) {
    self.days = days
    self.today = today
    self.spans = spans
    self.groups = groups
    self.links = links
  }

  package struct Span: Sendable, Equatable {
    package var label: String
    package var days: ClosedRange<CivilDate>

    package init(label: String, days: ClosedRange<CivilDate>) {
      self.label = label
      self.days = days
    }
  }

  package struct Group: Sendable, Equatable {
    package var label: String
    package var rows: [Row]

    package init(label: String, rows: [Row]) {
      self.label = label
      self.rows = rows
    }
  }

  package struct Row: Sendable, Equatable {
    package var label: String
    /// All of it in a sentence, for who points at it or hears it.
    package var text: String
    package var bar: Bar
    package var points: [Point]

    package init(label: String, text: String, bar: Bar, points: [Point]) {
      self.label = label
      self.text = text
      self.bar = bar
      self.points = points
    }
  }

  package struct Bar: Sendable, Equatable {
    package var start: CivilDate
    /// When it is done in half of the trials, or by the schedule where nobody simulated it.
    package var finish: CivilDate
    /// When it is done in four of five; the bar fades between the two.
    package var late: CivilDate?
    package var firmness: Firmness
    /// Whether it decides when the last of all ends.
    package var isCritical: Bool

    package init(
      start: CivilDate, finish: CivilDate, late: CivilDate?, firmness: Firmness, isCritical: Bool
    ) {
      self.start = start
      self.finish = finish
      self.late = late
      self.firmness = firmness
      self.isCritical = isCritical
    }
  }

  /// How much its horizon promises, the most first.
  package enum Firmness: Sendable, CaseIterable {
    /// Dates.
    case committed
    /// Weeks.
    case expected
    /// No dates; where the bar stands is only the schedule's order.
    case open
  }

  /// A day of a row that means something.
  package struct Point: Sendable, Equatable {
    package var date: CivilDate
    package var kind: Kind

    package init(date: CivilDate, kind: Kind) {
      self.date = date
      self.kind = kind
    }

    package enum Kind: Sendable, Hashable, CaseIterable {
      case deadline
      case milestone
    }
  }

  /// From the end of what has to be done to the start of what waits for it, which need not be the ends of their bars.
  package struct Link: Sendable, Hashable {
    package var from: End
    package var to: End
    package var isCritical: Bool

    package init(from: End, to: End, isCritical: Bool) {
      self.from = from
      self.to = to
      self.isCritical = isCritical
    }

    package struct End: Sendable, Hashable {
      package var row: Int
      package var date: CivilDate

      package init(row: Int, date: CivilDate) {
        self.row = row
        self.date = date
      }
    }
  }
}
