package import PlanModel

/// One way to deal with something that came in or is to be stopped, solved.
package struct Alternative: Sendable {
  package var kind: Kind
  /// What it costs besides delay; `nil` where the plan knows no price of it.
  package var price: Money?
  /// Minor units of cost of delay, what it is about included.
  package var delayCost: Int64
  /// The part of it that the rest of the plan loses against the plan it is compared with; negative where it gains.
  package var restRise: Int64
  package var schedule: Schedule
  /// What stands otherwise than in the plan it is compared with, what it is about left out, in the plan's order.
  package var movements: [Movement]
  /// Hard demands that it breaks; empty for all but the row in which nothing is decided.
  package var breaks: [HardDemand]

  package enum Kind: Hashable, Sendable {
    /// Nobody decides: it goes first and all others keep their order behind it.
    case sayNothing
    /// Everything is planned anew, and what pays least falls out.
    case planAnew
    /// Everything that was planned stays in, at whatever dates.
    case keepAll
    /// It starts in a later horizon.
    case waits(until: HorizonID)
    /// Something else is left out for it.
    case swap(InitiativeID)
    /// Only its first slice.
    case firstSlice
    /// So much less of what is not protected.
    case lessScope(Rational)
    /// More people.
    case people(WhatIf)

    // What is to be stopped:

    case goOn
    /// Begun anew in a way that the plan names.
    case pivot(WorkID, mode: Int)
    /// Only until a milestone, which is all that others wait for, and nothing of what it is worth.
    case onlyUntil(MilestoneID)
    /// A share of what is left for those who wait for it, and nothing of what it is worth.
    case remainder(Rational)
    case stop
  }

  /// Whether another says nothing new; what is not wholly in the figures differs from what is.
  func comesToTheSame(as other: Alternative) -> Bool {
    kind.isPriced && other.kind.isPriced && schedule == other.schedule && total == other.total
      && price == other.price && breaks == other.breaks
  }

  /// What it takes in all; what has no price counts as nothing.
  package var total: Int64 { delayCost.addingClamped(price?.minorUnits ?? 0) }
}

/// The alternatives in one situation, and which of them is the cheapest.
package struct Alternatives: Sendable {
  package var initiative: InitiativeID
  /// What the alternatives are compared with: the plan without it, or the plan that goes on.
  package var reference: Solution
  /// In the order in which they are told; those that cannot be are left out.
  package var rows: [Alternative]
  /// Index of the row that takes least in all and breaks nothing.
  package var recommended: Int?

  /// - Parameters:
  ///   - initiative: What they are about.
  ///   - reference: What they are compared with.
  ///   - rows: All that were solved; of those that come to the same only the first is kept.
  ///   - isValued: Whether the plan says what the initiative is worth: what was assumed of it recommends nothing.
  init(
    initiative: InitiativeID, reference: Solution, rows: [Alternative], isValued: Bool = true
  ) {
    self.initiative = initiative
    self.reference = reference
    let kept = rows.indices.filter { index in
      !rows[..<index].contains { $0.comesToTheSame(as: rows[index]) }
    }.map { rows[$0] }
    self.rows = kept
    recommended =
      isValued
      ? kept.indices.filter { kept[$0].breaks.isEmpty && kept[$0].kind.isPriced }
        .min { (kept[$0].total, $0) < (kept[$1].total, $1) } : nil
  }
}

extension Alternative.Kind {
  /// Whether all that it takes is in its figures: not where nobody decides, not where scope is given up of which nobody has
  /// said what it is worth, and not where nobody has said how much of it would be enough.
  package var isPriced: Bool {
    switch self {
    case .sayNothing, .lessScope, .remainder: false
    default: true
    }
  }
}
