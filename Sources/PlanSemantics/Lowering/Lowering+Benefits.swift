internal import PlanModel
internal import PlanSyntax

// Debts and benefits: what is lost from day to day until an initiative is done.
extension Lowering {
  mutating func lowerDebts() {
    for id in table.top(.debt) {
      require(.tax, of: id)
      indices[id.index] = Int32(plan.debts.count)
      places.debts.append(table[id].place)
      plan.debts.append(
        Debt(
          name: name(of: id), label: label(of: id),
          taxMinutesPerYear: reader.value(.tax, of: id)?.effortMinutesPerYear ?? .zero,
          growthPerMonth: growth(of: id), since: day(.since, of: id),
          expires: day(.expires, of: id),
          quadrant: symbol(.quadrant, of: id), owner: text(.owner, of: id),
          note: text(.note, of: id)
        ).seen(by: readers(of: id)))
    }
  }

  /// A twelfth of the yearly rate: what is written `5%/month` is five per cent.
  private func growth(of id: DeclarationID) -> Rational {
    guard let growth = reader.value(.growth, of: id)?.sharePerYear?.divided(by: 12) else {
      return .zero
    }
    if growth <= -1 {
      report(
        .outOfBounds(
          "a tax cannot shrink by all of it a month", at: place(.growth, id), label: "all of it",
          help:
            "write by how much it grows or shrinks in a month, such as `\(PropertyWord.growth.example)`"
        ))
      return .zero
    }
    return growth
  }

  /// To be called once the initiatives and the rate are known.
  mutating func lowerBenefits() {
    for id in table.top(.benefit) {
      require(.once, of: id)
      if reader.has(.earns, of: id), reader.has(.saves, of: id) {
        report(.valuedTwice(at: place(.saves, id), earns: place(.earns, id)))
        continue
      }
      if !reader.has(.saves, of: id) { require(.earns, of: id) }
      guard let (rate, basis) = worth(of: id), let uptake = uptake(of: id),
        let initiative = references(.once, of: id).first
      else { continue }
      indices[id.index] = Int32(plan.benefits.count)
      plan.benefits.append(
        Benefit(
          name: name(of: id), label: label(of: id), rate: rate,
          basis: symbol(.basis, of: id).flatMap(Benefit.Basis.init) ?? basis, uptake: uptake,
          initiative: InitiativeID(initiative), note: text(.note, of: id)
        ).seen(by: readers(of: id)))
    }
  }

  /// What it comes to in a year, and what that stands for unless the plan says otherwise.
  private func worth(of id: DeclarationID) -> (MoneyRate, Benefit.Basis)? {
    if let earns = reader.value(.earns, of: id)?.moneyRate { return (earns, .revenue) }
    guard let saves = reader.value(.saves, of: id) else { return nil }
    if let money = saves.moneyRate { return (money, .cost) }
    return saves.effortMinutesPerYear.map { (plan.rate.price(ofMinutesPerYear: $0), .hours) }
  }

  private func uptake(of id: DeclarationID) -> Accrual.Uptake? {
    let adoption = reader.value(.adoption, of: id)?.shareChange
    if adoption == nil, reader.has(.adoption, of: id) { return nil }
    let ramp = elapsed(.ramp, of: id) ?? .zero
    if ramp.isZero, let first = adoption?.first, first != adoption?.full {
      report(.adoptionWithoutRamp(at: place(.adoption, id)))
      return nil
    }
    let lasts = elapsed(.over, of: id)
    if lasts?.isZero ?? false {
      report(
        .outOfBounds(
          "a benefit lasts at least a day", at: place(.over, id), label: "less than a day",
          help: "write how long it is counted, such as `\(PropertyWord.over.example)`"))
      return nil
    }
    return Accrual.Uptake(
      first: adoption?.first ?? .zero, full: adoption?.full ?? .one, ramp: ramp,
      lasts: lasts)
  }

  /// The benefits that each initiative brings, in their order, as indices.
  var benefitsByInitiative: [InitiativeID: [Int]] {
    Dictionary(grouping: plan.benefits.indices) { plan.benefits[$0].initiative }
  }

  /// What is lost until an initiative is done, besides its own cost of delay.
  ///
  /// - Parameters:
  ///   - initiative: Which.
  ///   - brought: The benefits that it brings.
  /// - Returns: Taxes of the debts that it pays, then benefits.
  func accruals(of initiative: InitiativeID, bringing brought: [Int]) -> [Accrual] {
    let taxes = plan.initiatives[initiative.index].pays.map { id in
      plan.debts[id.index].accrual(id, at: plan.rate)
    }
    return taxes
      + brought.map { plan.benefits[$0].accrual(BenefitID($0)) }
  }

  /// Money on several bases is summed all the same, and that is said.
  mutating func listBases() {
    let priced = plan.benefits.filter { $0.basis != .hours }
    guard let first = priced.first, priced.contains(where: { $0.basis != first.basis }) else {
      return
    }
    for benefit in priced where benefit.basis != first.basis {
      plan.unenforced.append(
        Unenforced(
          kind: "basis", name: benefit.name, label: benefit.label,
          consequence:
            "its \(benefit.basis.rawValue) counts as much as the \(first.basis.rawValue) of others")
      )
    }
  }
}
