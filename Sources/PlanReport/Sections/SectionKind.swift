import PlanModel

/// What a report may be made of; an audience is an order of these.
///
/// Its raw value is the word by which plans choose the section, and the section's `id`.
package enum SectionKind: String, CaseIterable, Sendable {
  case summary
  case goals
  case money
  case features
  case enablers
  case works
  case measures
  case gates
  case milestones
  case signals
  case benefits
  case deadlines
  case checks
  case changes
  case timeline
  case now
  case next
  case later
  case waiting
  case impact
  case notDoing = "not_doing"
  case load
  case kinds
  case guardrails
  case budgets
  case people
  case freezes
  case chain
  case map
  case risks
  case dependencies
  case decisions
  case choices
  case asks
  case doubts
  case conflicts
  case schedule
  case unenforced
  case assumptions
  case method
}

extension SectionKind {
  /// A plan that can be carried out, for readers who want all of it.
  static let story: [SectionKind] = [
    .summary, .goals, .measures, .deadlines, .checks, .changes, .timeline, .now, .next, .later,
    .milestones, .signals, .gates, .notDoing, .waiting, .impact, .load, .kinds, .guardrails,
    .budgets, .people, .freezes, .chain, .map, .risks, .dependencies, .benefits, .decisions,
    .choices, .asks, .doubts, .unenforced, .assumptions, .method,
  ]

  /// A plan that cannot.
  static let conflict: [SectionKind] = [
    .conflicts, .schedule, .checks, .load, .unenforced, .assumptions, .method,
  ]

  /// The sections of this kind; none when there is nothing to say.
  ///
  /// Only `later` may be several: a plan with more than three horizons has one for each.
  func build(_ reading: Reading) -> [Section] {
    sections(reading).enumerated().map { number, section in
      var section = section
      section.id = number == 0 ? rawValue : "\(rawValue)_\(number + 1)"
      if reading.isChosen { section.blocks = section.blocks.map(\.alone) }
      return section
    }
  }

  private func sections(_ reading: Reading) -> [Section] {
    let tell = reading.audience?.isBrief ?? false ? briefHorizons : horizonSections
    switch self {
    case .now: return tell(reading, 0..<1)
    case .next: return tell(reading, 1..<2)
    case .later: return tell(reading, 2..<Int.max)
    default: break
    }
    guard reading.audience?.isBrief ?? false else { return [single(reading)].compactMap(\.self) }
    return [brief(reading) ?? single(reading)].compactMap(\.self).filter { !$0.blocks.isEmpty }
  }

  /// The section for those who have three minutes; `nil` where it is the same for everybody, empty where there is nothing to say.
  private func brief(_ reading: Reading) -> Section? {
    let nothing = Section(title: "", blocks: [])
    return switch self {
    case .summary: briefSummary(reading) ?? nothing
    case .goals: briefGoals(reading) ?? nothing
    case .risks: briefRisks(reading) ?? nothing
    case .notDoing: briefNotDoing(reading) ?? nothing
    case .asks: briefAsks(reading) ?? nothing
    case .changes: briefChanges(reading) ?? nothing
    case .assumptions: briefAssumptions(reading) ?? nothing
    // How much that is stands where it is said how to read it.
    case .unenforced: nothing
    case .method: briefMethod(reading) ?? nothing
    default: nil
    }
  }

  private func single(_ reading: Reading) -> Section? {
    switch self {
    case .summary:
      switch reading.audience {
      case .product: productSummary(reading)
      case .engineering: engineeringSummary(reading)
      case .exec, .board, nil: summarySection(reading)
      }
    case .money: moneySection(reading)
    case .features: featuresSection(reading)
    case .enablers: enablersSection(reading)
    case .works: worksSection(reading)
    case .doubts: doubtsSection(reading)
    case .goals: goalsSection(reading)
    case .measures: measuresSection(reading)
    case .gates: gatesSection(reading)
    case .milestones: milestonesSection(reading)
    case .signals: signalsSection(reading)
    case .benefits: benefitsSection(reading)
    case .deadlines: deadlinesSection(reading)
    case .checks: promisesSection(reading)
    case .changes: agreedMovesSection(reading)
    case .timeline: timelineSection(reading)
    case .impact: impactSection(reading)
    case .kinds: kindsSection(reading)
    case .map: mapSection(reading)
    case .now, .next, .later: nil
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
