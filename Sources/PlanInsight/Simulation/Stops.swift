internal import PlanModel

/// Gates that a trial may find closed: the initiative is given up on that day.
///
/// Nobody plans anew inside a trial, so what was planned behind it starts no sooner because of that; what cannot start without it
/// never does. So a gate can only make things later.
struct Stops: Sendable {
  struct Stop: Sendable {
    /// Index into `Uncertainty.inputs`.
    var input: Int32
    /// The day of the decision.
    var day: Int32
  }

  /// By initiative of the problem: the gates that end it.
  private(set) var byInitiative: [[Stop]]
  /// What had to be taken for granted, in sentences.
  private(set) var assumptions: [String] = []

  static let none = Stops(byInitiative: [])

  private init(byInitiative: [[Stop]]) { self.byInitiative = byInitiative }

  var isEmpty: Bool { byInitiative.allSatisfy(\.isEmpty) }

  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - plan: What chances are taken from.
  ///   - draw: Takes in what is drawn for a gate, from the chance that it is found closed, and gives its number.
  init(
    _ model: SchedulingModel, drawing plan: Plan,
    _ draw: (InitiativeID, _ gate: Int, _ closed: Rational) -> Int32
  ) {
    byInitiative = plan.initiatives.map { _ in [] }
    for (index, initiative) in plan.initiatives.enumerated() where initiative.isOpen {
      let id = InitiativeID(index)
      for (number, gate) in initiative.gates.enumerated() where gate.met == nil {
        guard let closed = gate.chance.flatMap({ Rational.one.minus($0) }), closed > .zero else {
          if gate.chance == nil, gate.otherwise == .stop {
            assumptions.append(
              "\(initiative.label): gate \(gate.label) is passed, since no chance of it is said")
          }
          continue
        }
        guard gate.otherwise == .stop else {
          assumptions.append(
            "\(initiative.label): what follows where gate \(gate.label) stays closed is not known, so it goes on"
          )
          continue
        }
        let stop = Stop(
          input: draw(id, number, closed),
          day: max(model.problem.firstDay, model.day(of: gate.on)))
        for part in [id] + plan.parts(of: id) { byInitiative[part.index].append(stop) }
      }
    }
  }
}
