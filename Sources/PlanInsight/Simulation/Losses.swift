internal import PlanModel

/// Money that risks may cost until something lowers them: in a trial it is lost on a day or not at all.
///
/// A schedule counts what is to be expected, `costs × (chance − lowered) ÷ over`, from day to day. A trial draws for each stretch of
/// `over` whether the risk strikes that would not have struck once it is lowered, and on which day, each as likely as the
/// others; it is lost if what lowers the risk is not done by then. On average that is the same.
struct Losses: Sendable {
  struct Strike: Sendable {
    /// Index into `Uncertainty.inputs`.
    var input: Int32
    /// The stretch in which it may strike.
    var first: Int32
    var days: Int32
    /// That it does, in 2⁻³².
    var chance: UInt64
    /// In minor units, by what lowers it: several where that is cut into slices, each with its share.
    var shares: [(initiative: Int, amount: Int64)]
  }

  private(set) var strikes: [Strike] = []
  /// By initiative of the plan: a year's expected loss that `strikes` stand for, and schedules count.
  private(set) var counted: [MoneyRate?]
  private(set) var assumptions: [String] = []

  static let none = Losses(counted: [])

  private init(counted: [MoneyRate?]) { self.counted = counted }

  /// More stretches of one risk say no more about it than its mean does.
  private static let stretchesMax = 40

  /// - Parameters:
  ///   - model: The plan as it was solved.
  ///   - plan: What chances are taken from.
  ///   - draw: Takes in what is drawn for a stretch, from the chance of a strike in it, and gives its number.
  init(
    _ model: SchedulingModel, drawing plan: Plan,
    _ draw: (InitiativeID, _ risk: Int, _ stretch: Int, _ chance: Rational) -> Int32
  ) {
    counted = plan.initiatives.map { _ in nil }
    let days = model.problem.lastDay
    for (index, owner) in plan.initiatives.enumerated()
    where owner.priority != .wont && owner.status != .cancelled {
      for (number, risk) in owner.risks.enumerated() {
        guard let loss = risk.loss, let lowered = risk.lowered, let rate = risk.avoidedLoss,
          plan.initiatives[lowered.once.index].isOpen,
          let chance = risk.chance.minus(lowered.chance)
        else { continue }
        let over = max(1, loss.over.calendarDays)
        let stretches = Int((days + over - 1) / over)
        guard stretches <= Losses.stretchesMax else {
          assumptions.append(
            "\(owner.label): \(risk.label) may strike so often that every trial takes what is to be expected"
          )
          continue
        }
        let shares = Losses.shares(of: loss.costs, lowered.once, plan)
        for share in shares {
          let part = Losses.worth(share.initiative, plan).flatMap {
            rate.minorUnitsPerYear.times($0)
          }
          let own = part.map { MoneyRate(minorUnitsPerYear: $0) } ?? rate
          counted[share.initiative] = counted[share.initiative]?.plus(own) ?? own
        }
        for stretch in 0..<stretches {
          strikes.append(
            Strike(
              input: draw(InitiativeID(index), number, stretch, chance),
              first: Int32(stretch) * over, days: over, chance: chance.in32Bits, shares: shares))
        }
      }
    }
  }

  private static func shares(
    of costs: Money, _ once: InitiativeID, _ plan: Plan
  ) -> [(initiative: Int, amount: Int64)] {
    ([once] + plan.parts(of: once)).map { part in
      let amount = worth(part.index, plan).flatMap { Rational(costs.minorUnits).times($0)?.rounded }
      return (part.index, amount ?? costs.minorUnits)
    }
  }

  /// Of a slice its share of the whole.
  private static func worth(_ initiative: Int, _ plan: Plan) -> Rational? {
    plan.initiatives[initiative].slice?.worth
  }
}

extension Losses {
  /// What lateness of an initiative costs, without what trials draw.
  func cost(ofInitiative index: Int, _ model: SchedulingModel) -> Frame.Cost {
    let solved = model.problem.initiatives[index]
    guard let drawn = counted[index] else {
      return Frame.Cost(byFinish: solved.cost, undone: solved.undoneCost)
    }
    var urgency = model.plan.initiatives[index].urgency
    let rest = urgency.avoidedLoss?.minorUnitsPerYear.minus(drawn.minorUnitsPerYear)
    urgency.avoidedLoss = rest.flatMap { $0 > .zero ? MoneyRate(minorUnitsPerYear: $0) : nil }
    let cost = DelayCost(
      urgency: urgency, planStart: model.plan.start, days: solved.cost.count)
    return Frame.Cost(byFinish: CostRow(cost.byFinish), undone: cost.undone)
  }
}

extension Rational {
  /// A chance as random numbers of 32 bits are compared with.
  var in32Bits: UInt64 { UInt64((max(0, min(1, approximate)) * 0x1p32).rounded()) }
}
