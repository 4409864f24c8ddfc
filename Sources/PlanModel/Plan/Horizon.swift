/// A stretch of the plan and what it may claim: Now, Next, Later.
package struct Horizon: Sendable {
  package var name: String
  package var label: String
  /// First day, inclusive.
  package var first: CivilDate
  /// Last day, inclusive.
  package var last: CivilDate
  /// How sure the horizon has to be, each end 0...1: 80 % to 90 % for Now.
  package var band: ClosedRange<Rational>?

  package init(
    name: String, label: String, first: CivilDate, last: CivilDate, band: ClosedRange<Rational>?
  ) {
    self.name = name
    self.label = label
    self.first = first
    self.last = last
    self.band = band
  }
}
