import PlanInsight
import PlanModel

extension Reading {
  /// Headcounts that may be told of, in the plan's order.
  var headcounts: [Int] {
    hidesPeople ? [] : plan.headcounts.indices.filter { shows(plan.headcounts[$0].readers) }
  }

  func label(headcount index: Int) -> String {
    named(plan.headcounts[index].label, plan.headcounts[index].name)
  }

  /// Whether the plan stays within a headcount in each of its periods.
  func isKept(headcount index: Int) -> Bool {
    plan.uses(of: plan.headcounts[index]).allSatisfy(\.isKept)
  }

  /// What of a change stands against what the plan may have of people, one after the other; nothing where it is allowed.
  func headcountsPassed(by change: WhatIf) -> [HeadcountPassing] {
    let told = Set(headcounts)
    return plan.headcountsPassed(by: change).filter { told.contains($0.headcount) }
  }

  /// The names of those headcounts, for programs.
  func beyond(_ change: WhatIf) -> [String] {
    headcountsPassed(by: change).map { plan.headcounts[$0.headcount].name }
  }

  /// The same as the end of a sentence: ", beyond the headcount *Europe*".
  func beyondHeadcounts(_ change: WhatIf) -> Prose {
    let names = headcountsPassed(by: change).map {
      Prose(label(headcount: $0.headcount), .emphasis)
    }
    if names.isEmpty { return "" }
    return
      ", beyond the \(names.count == 1 ? "headcount" : "headcounts") \(names.joinedAsSentence())"
  }

  /// By how much a headcount is passed: "25 of 24 people, $2.1M of $2M".
  func measure(of use: HeadcountUse) -> Prose {
    [use.excessTenths > 0 ? people(of: use) : nil, use.excess > .zero ? cost(of: use) : nil]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// The most people at once of those allowed: "25 of 24 people"; `nil` where any number is.
  func people(of use: HeadcountUse) -> Prose? {
    use.limitTenths.map { limit in
      "\(figure: heads(Int32(clamping: use.mostTenths))) of \(heads(limit)) people"
    }
  }

  /// What those who join cost of what they may: "$2.1M of $2M"; `nil` where they may cost anything.
  func cost(of use: HeadcountUse) -> Prose? {
    func money(_ amount: Money) -> String { amount.text(plan.currency, significantDigits: 3) }
    return use.limit.map { "\(figure: money(use.cost)) of \(figure: money($0))" }
  }
}
