package import PlanModel

/// Where an initiative stands in a schedule.
package enum Standing: Hashable, Sendable {
  case done(on: CivilDate?)
  case cancelled
  case scheduled(Span)
  case undone
  /// Not told of, by who makes a report: kept from whom it is for, or beside what it is about.
  case hidden

  package struct Span: Hashable, Sendable {
    package var horizon: HorizonID
    package var start: CivilDate
    package var finish: CivilDate
    /// Begun before today.
    package var isRunning: Bool

    package init(horizon: HorizonID, start: CivilDate, finish: CivilDate, isRunning: Bool) {
      self.horizon = horizon
      self.start = start
      self.finish = finish
      self.isRunning = isRunning
    }
  }

  /// - Parameters:
  ///   - initiative: One of the plan's.
  ///   - answer: The schedule.
  package init(of initiative: InitiativeID, in answer: Answer) {
    self.init(of: initiative, in: answer.solution.schedule, of: answer.model)
  }

  /// The same in any schedule of a plan.
  package init(of initiative: InitiativeID, in schedule: Schedule, of model: SchedulingModel) {
    let planned = model.plan.initiatives[initiative.index]
    switch planned.status {
    case .done:
      self = .done(on: planned.finished)
      return
    case .cancelled:
      self = .cancelled
      return
    default: break
    }
    guard let day = schedule.start(of: initiative.index, in: model.problem),
      let start = model.startDate(of: initiative, in: schedule),
      let finish = model.finishDate(of: initiative, in: schedule)
    else {
      let isFinished = model.problem.initiatives[initiative.index].works.isEmpty
      self = isFinished ? .done(on: planned.finished) : .undone
      return
    }
    self = .scheduled(
      Span(
        horizon: model.horizon(ofDay: day), start: start, finish: finish,
        isRunning: start < model.plan.asOf))
  }

  package var span: Span? {
    if case .scheduled(let span) = self { span } else { nil }
  }

  package var horizon: HorizonID? { span?.horizon }

  /// For sorting; what is not scheduled comes last.
  package var start: CivilDate { span?.start ?? CivilDate(dayNumber: .max) }
}
