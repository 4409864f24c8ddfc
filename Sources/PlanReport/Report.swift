package import PlanInsight
import PlanModel

/// The Now, Next and Later report of a plan.
///
/// It tells a story and never says what the model does not know. A plan that cannot be carried out gets a report that
/// says so, and which demands cannot hold.
///
/// - Parameters:
///   - answer: The schedule and what was asked of it.
///   - checks: What came of the plan's own checks.
/// - Returns: The document, in the order in which it is read.
package func report(_ answer: Answer, checks: [CheckOutcome] = []) -> Document {
  var reading = Reading(answer)
  reading.checks = checks
  let kinds = answer.solution.isFeasible ? SectionKind.story : SectionKind.conflict
  return Document(
    title: Prose(answer.plan.label), lead: lead(reading),
    sections: kinds.flatMap { $0.build(reading) })
}

/// What a report may be made of; an audience is an order of these.
enum SectionKind {
  case summary
  case goals
  case measures
  case gates
  case milestones
  case signals
  case benefits
  case deadlines
  case promises
  case agreedMoves
  case horizons
  case waiting
  case notDoing
  case load
  case guardrails
  case budgets
  case people
  case freezes
  case chain
  case risks
  case dependencies
  case decisions
  case choices
  case asks
  case conflicts
  case schedule
  case unenforced
  case assumptions
  case method

  /// A plan that can be carried out, for readers who want all of it.
  static let story: [SectionKind] = [
    .summary, .goals, .measures, .deadlines, .promises, .agreedMoves, .horizons, .milestones,
    .signals, .gates, .notDoing,
    .waiting, .load, .guardrails, .budgets, .people, .freezes, .chain, .risks, .dependencies,
    .benefits, .decisions, .choices, .asks,
    .unenforced, .assumptions, .method,
  ]

  /// A plan that cannot.
  static let conflict: [SectionKind] = [
    .conflicts, .schedule, .promises, .load, .unenforced, .assumptions, .method,
  ]

  /// The sections of this kind; none when there is nothing to say.
  func build(_ reading: Reading) -> [Section] {
    switch self {
    case .horizons: horizonSections(reading)
    default: [single(reading)].compactMap(\.self)
    }
  }

  private func single(_ reading: Reading) -> Section? {
    switch self {
    case .summary: summarySection(reading)
    case .goals: goalsSection(reading)
    case .measures: measuresSection(reading)
    case .gates: gatesSection(reading)
    case .milestones: milestonesSection(reading)
    case .signals: signalsSection(reading)
    case .benefits: benefitsSection(reading)
    case .deadlines: deadlinesSection(reading)
    case .promises: promisesSection(reading)
    case .agreedMoves: agreedMovesSection(reading)
    case .horizons: nil
    case .waiting: waitingSection(reading)
    case .notDoing: notDoingSection(reading)
    case .load: loadSection(reading)
    case .guardrails: guardrailsSection(reading)
    case .budgets: budgetsSection(reading)
    case .people: peopleSection(reading)
    case .freezes: freezesSection(reading)
    case .chain: chainSection(reading)
    case .risks: risksSection(reading)
    case .dependencies: dependenciesSection(reading)
    case .decisions: decisionsSection(reading)
    case .choices: choicesSection(reading)
    case .asks: asksSection(reading)
    case .conflicts: conflictsSection(reading)
    case .schedule: scheduleSection(reading)
    case .unenforced: unenforcedSection(reading)
    case .assumptions: assumptionsSection(reading)
    case .method: methodSection(reading)
    }
  }
}
