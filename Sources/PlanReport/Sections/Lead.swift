import PlanInsight
import PlanModel

/// What stands above everything: for when, as of when, how sure, and what must not be overlooked.
func lead(_ reading: Reading) -> [Block] {
  let plan = reading.plan
  var blocks: [Block] = version(reading).map { [$0] } ?? []
  let readers: Prose = reading.audience.map { "\(strong: $0.readers). " } ?? ""
  blocks.append(
    .paragraph(
      """
      \(readers)\(dates(plan.start, plan.end)). As of \(figure: plan.asOf.text). \
      \(emphasis: reading.answer.simulation == nil ? "Scheduled, not simulated." : "Scheduled and simulated.")
      """))
  if let callout = searchCallout(reading) { blocks.append(callout) }
  guard reading.answer.solution.isFeasible else {
    blocks.append(
      .callout("\(strong: "This plan cannot be carried out as it is written.") \(proof(reading))"))
    return blocks
  }
  if reading.isIllustrative {
    blocks.append(
      .callout(
        """
        \(strong: "Illustrative.") More than half of the value in this plan is assumed, because the plan does \
        not say what the work is worth. Read the order, not the amounts.
        """))
  }
  if let cheaper = reading.answer.cheaper, plan.printsMoney, reading.audience == nil {
    let saves = reading.atLeast(cheaper.saves)
    blocks.append(
      .callout(
        """
        \(strong: "A plan \(saves) cheaper exists.") It was found while the questions below were asked, and \
        nothing here has been changed by it. Solving with \(code: "--search thorough") may find it.
        """))
  }
  return blocks
}

/// That a report is not for everybody; `nil` where it is.
func confidence(_ reading: Reading, _ request: ReportRequest) -> Block? {
  if request.isConfidential { return .callout("\(strong: "Confidential.") Not to be passed on.") }
  let plan = reading.plan
  guard request.audience == nil, !plan.confidential.isEmpty || plan.readers != .everybody else {
    return nil
  }
  return .callout(
    """
    \(strong: "Confidential.") This is everything, for those who may read the plan itself. A report to be passed on is made with \
    \(code: "--audience").
    """)
}

/// Which version of the plan this is; `nil` for the plan as it is written.
func version(_ reading: Reading) -> Block? {
  let plan = reading.plan
  var parts: [Prose] = []
  if let scenario = plan.scenario {
    parts.append("Scenario \(strong: scenario.label) (\(code: scenario.name))")
  }
  if !plan.overrides.isEmpty {
    let set = plan.overrides.map { Prose($0, .code) }.joined(separator: ", ")
    parts.append(parts.isEmpty ? "With \(set) set from outside" : "with \(set) set from outside")
  }
  return parts.isEmpty ? nil : .callout("\(parts.joined(separator: ", ")).")
}

extension Reading {
  /// Whether over half of what may be lost is assumed.
  var isIllustrative: Bool {
    guard plan.printsMoney else { return false }
    var total = Int128(0)
    var assumed = Int128(0)
    let subjects =
      Array(zip(plan.initiatives.map(\.urgency), problem.initiatives.map(\.undoneCost)))
      + Array(zip(plan.goals.map(\.urgency), problem.goals.map(\.undoneCost)))
    for (urgency, cost) in subjects {
      total += Int128(cost)
      if urgency.isAssumed {
        assumed += Int128(cost)
      } else {
        assumed += urgency.deadlines.filter(\.isAssumed)
          .reduce(Int128(0)) { $0 + Int128($1.costs.minorUnits) }
      }
    }
    return assumed * 2 > total
  }
}
