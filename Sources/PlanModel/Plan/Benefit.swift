/// Something that is earned or saved from the day an initiative is done.
package struct Benefit: Confidential, Sendable {
  /// What the money stands for; amounts on different bases are not the same thing.
  package enum Basis: String, Sendable, CaseIterable {
    case revenue
    case margin
    case cost
    /// Time of people, at the plan's rate.
    case hours
  }

  package var name: String
  package var label: String
  package var readers = Readers.everybody
  /// When all of it is there.
  package var rate: MoneyRate
  package var basis: Basis
  package var uptake: Accrual.Uptake
  /// What brings it.
  package var initiative: InitiativeID
  package var note: String?

  package init(
    name: String, label: String, rate: MoneyRate, basis: Basis, uptake: Accrual.Uptake,
    initiative: InitiativeID, note: String?
  ) {
    self.name = name
    self.label = label
    self.rate = rate
    self.basis = basis
    self.uptake = uptake
    self.initiative = initiative
    self.note = note
  }

  /// What is lost or forgone of it as long as nothing brings it.
  package func accrual(_ id: BenefitID) -> Accrual {
    Accrual(source: .benefit(id), rate: rate, course: .benefit(uptake))
  }
}
