internal import PlanInsight
internal import PlanModel
internal import PlanSemantics
internal import PlanSolver

extension LintSchedule {
  /// What lints ask of a schedule.
  ///
  /// - Complexity: One small solve for each of the first deadlines with a price that are met.
  init(_ answer: Answer) {
    let schedule = answer.solution.schedule
    self.init(
      horizons: answer.plan.initiatives.indices.map { index in
        answer.model.startDate(of: InitiativeID(index), in: schedule).map {
          answer.model.horizon(ofDay: answer.model.day(of: $0))
        }
      },
      idleDeadlines: PlanInsight.idleDeadlines(answer.model, answer.solution) { problem, seeds in
        PlanSolver.solve(problem, .question, from: seeds)
      })
    guard let moves = answer.moves else { return }
    agreedCount = moves.agreedCount
    moved = moves.moves.map {
      MovedStart(
        initiative: InitiativeID($0.initiative), daysLater: $0.daysLater, isDone: $0.now != nil)
    }
  }
}
