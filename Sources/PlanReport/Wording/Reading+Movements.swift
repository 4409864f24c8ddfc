import PlanInsight
import PlanModel

// What moves between two schedules, said one way everywhere.
extension Reading {
  /// A net cost with its lower end, where one is proved.
  func net(_ step: Deferral.Step) -> Prose { net(step.net, atLeast: step.atLeast) }

  /// The same of a price.
  func net(_ price: Deferral.Net, atLeast least: Int64?) -> Prose {
    guard case .costs(let amount, false) = price, amount > 0, let least, least > 0 else {
      return net(price)
    }
    return "\(figure: atLeast(least) + " to " + atMost(amount))"
  }

  /// What became of one initiative: "*Search* 6 weeks later".
  func movement(_ movement: Movement) -> Prose {
    let name: Prose = "\(emphasis: label(movement.initiative))"
    switch movement.kind {
    case .fallsOut: return "\(name) out"
    case .comesIn: return "\(name) in"
    case .later(let days): return "\(name) \(figure: days.asWeeks) later"
    case .sooner(let days): return "\(name) \(figure: days.asWeeks) sooner"
    case .restarted: return "\(name) starts otherwise"
    }
  }

  /// Where an initiative stands in a schedule: its dates, and the horizon of its start.
  func place(_ place: Movement.Place?) -> Prose {
    guard let place else { return "not at all" }
    return """
      \(figure: model.date(ofDay: place.start).text) to \(figure: model.date(ofDay: place.finish).text)
      """
  }
}

/// Those that move, in a sentence, the first of them by name.
func movements(_ all: [Movement], _ reading: Reading, limit: Int) -> Prose {
  var parts = all.prefix(limit).map { reading.movement($0) }
  if all.count > limit { parts.append("\(inWords(all.count - limit)) more") }
  return parts.joinedAsSentence()
}

/// Those that move, a row each.
func movementTable(_ all: [Movement], _ reading: Reading) -> Block {
  let rows = all.map { movement -> [Prose] in
    [
      "\(strong: reading.label(movement.initiative))", reading.place(movement.before),
      reading.place(movement.after), change(movement),
      reading.plan.printsMoney
        ? "\(figure: reading.money(movement.costs, isProved: true))" : "",
    ]
  }
  return .table(
    Table(
      columns: [
        Table.Column("Initiative"), Table.Column("Was"), Table.Column("Would be"),
        Table.Column("Finish"), Table.Column("Its own cost of delay", .trailing),
      ], rows: rows
    ).compacted)
}

private func change(_ movement: Movement) -> Prose {
  switch movement.kind {
  case .fallsOut: "falls out"
  case .comesIn: "comes in"
  case .later(let days): "\(figure: days.asWeeks) later"
  case .sooner(let days): "\(figure: days.asWeeks) sooner"
  case .restarted: "the same"
  }
}

extension Int32 {
  /// Calendar days as people say them: `3 days`, `6 weeks`; from two weeks on in whole weeks, half up.
  var asWeeks: String {
    if self < 14 { return self == 1 ? "1 day" : "\(self) days" }
    return "\((self + 3) / 7) weeks"
  }
}
