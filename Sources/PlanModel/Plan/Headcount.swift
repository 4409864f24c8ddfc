/// A headcount budget: an upper limit on how many people there are, or on what those who join cost.
///
/// It is no `Budget`. That bounds sums over initiatives, which the solver chooses; who joins is a fact that the plan writes down. So a
/// headcount binds no schedule: what is written is within it or is not, and what is thought of, one more person, says whether it
/// would be.
package struct Headcount: Confidential, Sendable {
  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// People under contract at once, in tenths; `nil` for no limit.
  package var peopleTenths: Int32?
  /// What those who join may cost in each period; `nil` for no limit.
  package var money: Money?
  /// The stretch of time that is one period; `nil` for all of it.
  package var each: Elapsed?
  /// The days it holds on; `nil` for the whole plan.
  package var during: ClosedRange<CivilDate>?
  /// Which teams count, in the plan's words; `nil` where it does not say.
  package var condition: String?
  /// Those that count, ascending.
  package var teams: [TeamID]
  package var counted: Counted
  /// Whether a plan that passes it is mistaken; else that is worth a warning.
  package var isHard: Bool

  /// Whose contracts count.
  package enum Counted: String, Sendable, CaseIterable {
    case everybody
    /// Those who stay.
    case staff
    /// Those who join for a while.
    case contractors
  }

  package init(
    name: String, label: String, peopleTenths: Int32?, money: Money?, each: Elapsed? = nil,
    during: ClosedRange<CivilDate>? = nil, condition: String? = nil, teams: [TeamID],
    counted: Counted = .everybody, isHard: Bool = false
  ) {
    self.name = name
    self.label = label
    self.peopleTenths = peopleTenths
    self.money = money
    self.each = each
    self.during = during
    self.condition = condition
    self.teams = teams
    self.counted = counted
    self.isHard = isHard
  }

  /// Whether somebody who joins one of its teams counts.
  package func counts(_ hire: Hire) -> Bool {
    switch counted {
    case .everybody: true
    case .staff: hire.last == nil
    case .contractors: hire.last != nil
    }
  }
}
