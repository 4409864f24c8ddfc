internal import PlanModel
internal import PlanSyntax

/// The lists that texts of a report have besides those of the plan: what became of what was asked for.
enum PortfolioList: String, CaseIterable {
  /// Done, or in the schedule.
  case funded
  /// Left out because it found no place, so that it may come back.
  case parked
  /// Left out by decision.
  case declined
}

extension PropertyReader {
  /// The initiatives of a list; a need of the schedule where there is none yet.
  func portfolio(_ list: PortfolioList, _ word: Word, in environment: inout Environment) -> Value {
    guard let facts, let model else { return missing(.schedule, word, in: &environment) }
    let members = (all(.initiative).members ?? []).filter { element in
      guard case .reference(let reference) = element,
        let index = model.index(of: DeclarationID(raw: reference.id))
      else { return false }
      let initiative = model.plan.initiatives[index]
      let isPlaced = facts.initiatives.indices.contains(index) && facts.initiatives[index] != nil
      switch initiative.status {
      case .cancelled: return false
      case .done: return list == .funded
      case _ where isPlaced: return list == .funded
      default: return list == (initiative.isDeclined ? .declined : .parked)
      }
    }
    return .list(members)
  }
}
