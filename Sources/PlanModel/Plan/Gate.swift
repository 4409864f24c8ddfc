/// A day on which it is decided whether an initiative goes on.
///
/// It moves nothing in a schedule: who plans the other way round cancels the initiative. Trials may stop there.
package struct Gate: Sendable {
  /// What happens where its condition does not hold.
  package enum Otherwise: String, Sendable, CaseIterable {
    case stop
    case pause
    case shrink
    case decide
  }

  package var name: String
  package var label: String
  package var readers = Readers.everybody
  package var on: CivilDate
  /// What has to hold, in the plan's words.
  package var needs: String
  package var otherwise: Otherwise
  /// The day it was passed, if it was.
  package var met: CivilDate?
  /// How likely it is passed, 0...1; `nil` where nobody says.
  package var chance: Rational? = nil
  package var owner: String?

  package init(
    name: String, label: String, on: CivilDate, needs: String, otherwise: Otherwise,
    met: CivilDate?, owner: String?
  ) {
    self.name = name
    self.label = label
    self.on = on
    self.needs = needs
    self.otherwise = otherwise
    self.met = met
    self.owner = owner
  }
}

/// Why an initiative was given up and what came of it.
package struct Cancellation: Sendable {
  package var on: CivilDate
  package var readers = Readers.everybody
  package var because: String
  package var learned: String?
  /// What is of use to others.
  package var keeps: String?

  package init(on: CivilDate, because: String, learned: String?, keeps: String?) {
    self.on = on
    self.because = because
    self.learned = learned
    self.keeps = keeps
  }
}
