import PlanInsight
import PlanModel

/// Where an initiative stands in the schedule.
enum Standing: Equatable {
  case done(on: CivilDate?)
  case cancelled
  case scheduled(Span)
  case undone

  struct Span: Equatable {
    var horizon: HorizonID
    var start: CivilDate
    var finish: CivilDate
    /// Begun before today.
    var isRunning: Bool
  }

  init(of initiative: InitiativeID, in answer: Answer) {
    let model = answer.model
    let planned = answer.plan.initiatives[initiative.index]
    switch planned.status {
    case .done:
      self = .done(on: planned.finished)
      return
    case .cancelled:
      self = .cancelled
      return
    default: break
    }
    let schedule = answer.solution.schedule
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
        isRunning: start < answer.plan.asOf))
  }

  var span: Span? {
    if case .scheduled(let span) = self { span } else { nil }
  }

  var horizon: HorizonID? { span?.horizon }

  /// For sorting; what is not scheduled comes last.
  var start: CivilDate { span?.start ?? CivilDate(dayNumber: .max) }
}
