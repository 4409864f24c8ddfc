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
    guard let facts, model != nil else { return missing(.schedule, word, in: &environment) }
    let members = (all(.initiative).members ?? []).filter { element in
      guard case .reference(let reference) = element else { return false }
      let id = DeclarationID(raw: reference.id)
      let status = property(.status, of: id, in: &environment)?.symbol
      guard status != Initiative.Status.cancelled.rawValue,
        table.children(of: id, .cancelled).isEmpty
      else { return false }
      let isDone = status == Initiative.Status.done.rawValue
      let isPlaced =
        model?.index(of: id).map {
          facts.initiatives.indices.contains($0) && facts.initiatives[$0] != nil
        }
        ?? false
      if isDone || isPlaced { return list == .funded }
      return list == (isDeclined(id, in: &environment) ? .declined : .parked)
    }
    return .list(members)
  }

  /// Left out by decision, and not to be looked at again.
  private func isDeclined(_ id: DeclarationID, in environment: inout Environment) -> Bool {
    !has(.revisit, of: id) && !has(.revisitWhen, of: id)
      && (has(.whyNot, of: id)
        || property(.priority, of: id, in: &environment)?.symbol
          == Initiative.Priority.wont.rawValue)
  }
}
