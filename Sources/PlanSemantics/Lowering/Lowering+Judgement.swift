internal import PlanModel
internal import PlanSyntax

// Whether an initiative goes on: its status, its gates, and why it was given up.
extension Lowering {
  /// As written; what says why it was cancelled is.
  func status(of id: DeclarationID) -> Initiative.Status {
    let written = symbol(.status, of: id).flatMap(Initiative.Status.init)
    return written ?? (table.children(of: id, .cancelled).isEmpty ? .proposed : .cancelled)
  }

  func cancellation(of owner: DeclarationID) -> Cancellation? {
    guard let id = only(.cancelled, of: owner) else { return nil }
    if let status = symbol(.status, of: owner), status != Initiative.Status.cancelled.rawValue {
      report(.statusNotCancelled(status, at: place(.status, owner), table[id]))
    }
    require(.on, of: id)
    require(.because, of: id)
    guard let day = happened(.on, of: id), let because = text(.because, of: id) else { return nil }
    var cancellation = Cancellation(
      on: day, because: because, learned: text(.learned, of: id), keeps: text(.keeps, of: id))
    cancellation.readers = readers(of: id)
    return cancellation
  }

  func gates(of owner: DeclarationID) -> [Gate] {
    table.children(of: owner, .gate).compactMap { id in
      require(.on, of: id)
      require(.needs, of: id)
      let met = happened(.met, of: id)
      guard let day = dayInPlan(.on, of: id, from: plan.start), let needs = text(.needs, of: id)
      else { return nil }
      var gate = Gate(
        name: name(of: id), label: label(of: id), on: day, needs: needs,
        otherwise: symbol(.otherwise, of: id).flatMap(Gate.Otherwise.init) ?? .stop, met: met,
        owner: text(.owner, of: id))
      gate.chance = reader.value(.chance, of: id)?.share
      gate.readers = readers(of: id)
      return gate
    }
  }

  /// What somebody says of how a goal or an initiative stands.
  func health(of owner: DeclarationID) -> Health? {
    guard let id = only(.health, of: owner) else { return nil }
    require(.light, of: id)
    require(.because, of: id)
    guard let light = symbol(.light, of: id).flatMap(Health.Light.init),
      let because = text(.because, of: id)
    else { return nil }
    var health = Health(light: light, because: because)
    health.readers = readers(of: id)
    return health
  }

  /// The block of a kind that a block has once; a second is reported.
  func only(_ kind: Kind, of owner: DeclarationID) -> DeclarationID? {
    let all = table.children(of: owner, kind)
    for extra in all.dropFirst() { report(.secondBlock(table[extra], first: table[all[0]])) }
    return all.first
  }
}
