internal import PlanModel

/// A sum of effort that no schedule has above zero where a rule must be kept, and of which a unit costs so much where it
/// need not.
///
/// For an upper limit it is what is counted less the limit; for a share s of all effort A at least, of which C counts,
/// s·A − C. Where less than e is delivered in all nothing is asked, and no sum of efforts can say that. So unless A is
/// known to be no less than e, the share is taken of what goes beyond e, and is greater by as much as makes it right
/// where the most that can be, m, is delivered: s·(A − e)·m / (m − e) is not above s·A for any A up to m, and not above
/// zero up to e. What the period before owes, which only adds to what is missing, and what is paid on the day of a start
/// are left out.
struct RuleDemand {
  enum Kind {
    /// No more than so much effort.
    case budget(Int64)
    case atLeast(Rational)
    case atMost(Rational)
  }

  let kind: Kind
  /// The slot of what counts, and of all effort where a share of it is asked.
  let counted: Int32
  let all: Int32?
  /// Less effort in all than this is asked for nothing.
  let exemptBelow: Int64
  /// Whether a unit costs something instead of being forbidden.
  let isSoft: Bool
  /// Of its period.
  let days: Int32
  /// The most effort that its period can have, whatever is known later.
  let most: Int64
  /// −1 where what counts makes the sum smaller, 1 where greater.
  private let sign: Int64
  /// What a unit of all effort adds to the sum, in 2⁻³².
  private var share: Int64 = 0
  /// Effort in all of which no share is taken, and what is allowed besides.
  private var exempt: Int64 = 0
  private var limit: Int64 = 0

  /// Bits of a share behind its point.
  private static var shareBits: Int128 { 32 }

  /// What a price of the sum comes to for each unit of its parts, with `PricedRules.priceBits` behind the point.
  ///
  /// Rounded so that no schedule is charged more than the sum at that price; a soft demand's cost is rounded to the minor
  /// unit, by half of one at most.
  ///
  /// - Returns: With `constant` in scaled minor units.
  func parts(atPrice price: Int64, scale: Int64) -> (counted: Int64, all: Int64, constant: Int64) {
    guard price > 0 else { return (0, 0, 0) }
    let ofAll = Int64(clamping: (Int128(price) * Int128(share)) >> Self.shareBits)
    let constant = exempt.priced(-max(0, ofAll)) + limit.priced(-price)
    return (sign * price, ofAll, constant - (isSoft ? (scale + 1) / 2 : 0))
  }

  func excess(counted: Double, all: Double) -> Double {
    let share = Double(share) / Double(Int64(1) << Int64(Self.shareBits))
    return Double(sign) * counted + share * (all - Double(exempt)) - Double(limit)
  }

  /// The largest price that is worth asking, and in a sum of prices stays in range.
  ///
  /// - Parameters:
  ///   - labourPrice: What a unit of effort costs, in minor units.
  ///   - scale: Units of a price in a minor unit.
  /// - Returns: The price of a unit of effort, with `PricedRules.priceBits` behind its point.
  func priceMax(_ labourPrice: Rational, scale: Int64) -> Int64 {
    let bits = Int128(PricedRules.priceBits)
    let most =
      isSoft
      ? Int128(labourPrice.numerator) * (Int128(scale) << bits) / Int128(labourPrice.denominator)
      : (Int128(1) << (Self.bitsOfForbidden + bits)) / (Int128(most) + Int128(limit) + 1)
    return Int64(clamping: min(most, Self.priceLimit))
  }

  /// What a hard demand's sum may cost; what soft ones cost is in all that the scale is chosen for.
  private static var bitsOfForbidden: Int128 { 48 }
  private static var priceLimit: Int128 { 1 << 54 }
}

extension RuleDemand {
  /// `nil` where it asks for nothing that could be amiss, or for more than can be said.
  ///
  /// - Parameters:
  ///   - kind: What is asked.
  ///   - counted: The slot of what counts.
  ///   - all: The slot of all effort.
  ///   - exemptBelow: Less effort in all than this is asked for nothing.
  ///   - isSoft: Whether it is priced.
  ///   - days: The length of the period.
  ///   - most: The most effort that can be delivered in it.
  init?(
    _ kind: Kind, counted: Int32, all: Int32?, exemptBelow: Int64, isSoft: Bool, days: Int32,
    most: Int64
  ) {
    guard most < Self.mostMax else { return nil }
    switch kind {
    case .budget(let limit):
      guard limit < most else { return nil }
      self.limit = limit
    case .atLeast(let share):
      guard share.isSmall, share.numerator > 0, most > exemptBelow else { return nil }
    case .atMost(let share):
      guard share.isSmall, share.numerator < share.denominator, most >= exemptBelow else {
        return nil
      }
    }
    if case .atLeast = kind { sign = -1 } else { sign = 1 }
    (self.kind, self.counted, self.all, self.exemptBelow) = (kind, counted, all, exemptBelow)
    (self.isSoft, self.days, self.most) = (isSoft, days, most)
    know(least: 0, most: most)
  }

  /// Takes into account what is known of all effort of its period, from which on it may ask for more.
  mutating func know(least: Int64, most: Int64) {
    switch kind {
    case .budget: break
    case .atLeast(let asked):
      (exempt, share) = (0, 0)
      // Nothing is asked then, or hardly anything.
      guard most > exemptBelow else { return }
      let (numerator, denominator) = (Int128(asked.numerator), Int128(asked.denominator))
      if least >= exemptBelow {
        share = Int64((numerator << Self.shareBits) / denominator)
      } else {
        let exact =
          ((numerator * Int128(most)) << Self.shareBits)
          / (denominator * Int128(most - exemptBelow))
        // Less is never wrong, and where nearly all is exempt hardly less.
        (exempt, share) = (exemptBelow, Int64(min(exact, Self.shareMax)))
      }
    case .atMost(let allowed):
      let (numerator, denominator) = (Int128(allowed.numerator), Int128(allowed.denominator))
      // Rounded away from zero, so that no less is allowed than is.
      share = Int64(-(((numerator << Self.shareBits) + denominator - 1) / denominator))
      // All of what is exempt may count.
      let free = least >= exemptBelow ? 0 : Int128(exemptBelow - 1) * (denominator - numerator)
      limit = Int64((free + denominator - 1) / denominator)
    }
  }

  /// Four times all.
  private static var shareMax: Int128 { 1 << 34 }
  /// Below what no product here leaves 128 bits.
  private static var mostMax: Int64 { 1 << 52 }
}

extension Rules {
  /// All that can be said as sums, period by period; `most` is the most effort that can be delivered in the period of a slot.
  func demands(most: (Int32) -> Int64) -> [RuleDemand] {
    var demands: [RuleDemand?] = []
    for budget in budgets {
      let limit = mostUnits(for: budget.limit)
      for slot in budget.row.first..<budget.row.first + budget.row.count {
        demands.append(
          RuleDemand(
            .budget(limit), counted: slot, all: nil, exemptBelow: 1, isSoft: false,
            days: length(ofSlot: slot), most: most(slot)))
      }
    }
    for guardrail in guardrails {
      for (index, period) in guardrail.periods.enumerated() {
        let kinds = [
          period.atLeast.map(RuleDemand.Kind.atLeast),
          guardrail.atMostAlone(inPeriod: index).map(RuleDemand.Kind.atMost),
        ]
        let slot = guardrail.counted.first + Int32(index)
        for kind in kinds.compactMap(\.self) {
          demands.append(
            RuleDemand(
              kind, counted: slot, all: guardrail.all.first + Int32(index),
              exemptBelow: max(1, period.exemptBelow), isSoft: !guardrail.isHard,
              days: length(ofSlot: slot), most: most(slot)))
        }
      }
    }
    return Array(demands.compactMap(\.self).prefix(Self.demandsMax))
  }

  /// Prices of more would leave their range.
  private static var demandsMax: Int { 256 }

  private func length(ofSlot slot: Int32) -> Int32 { lastDay[slot] - firstDay[slot] + 1 }

  /// The most units whose price, rounded half up, is not above an amount.
  private func mostUnits(for amount: Int64) -> Int64 {
    guard labourPrice.numerator > 0 else { return .max }
    let doubled = (2 * Int128(amount) + 1) * Int128(labourPrice.denominator)
    return Int64(clamping: doubled / (2 * Int128(labourPrice.numerator)))
  }
}

extension Rational {
  fileprivate var isSmall: Bool { numerator < 1 << 40 && denominator < 1 << 40 }
}
