import PlanModel

/// A field that only a schedule has.
package enum ScheduleField: String, CaseIterable, Sendable {
  case start
  case finish
  case horizon
  case length
  case staffing
  case undone
  case mode
  case p50
  case p80
  case p90
  case startsInTime = "starts_in_time"
  case onTime = "on_time"
  case criticality
  case deferral

  /// The kinds of block that have it.
  package func isField(of kind: Kind) -> Bool {
    switch self {
    case .deferral, .startsInTime: kind == .initiative
    case .p50, .p80, .p90, .onTime: kind == .initiative || kind == .goal
    case .criticality: kind == .initiative || kind == .work
    case .horizon, .undone: kind == .initiative || kind == .slice
    case .mode: kind == .initiative || kind == .work
    case .start, .finish, .length, .staffing: [.initiative, .work, .slice].contains(kind)
    }
  }

  package var type: ValueType {
    switch self {
    case .start, .finish, .p50, .p80, .p90: .firstDay
    case .startsInTime, .onTime, .criticality: .percent
    case .horizon: .reference(to: [Kind.horizon.rawValue])
    case .length: .elapsed
    case .staffing: .heads
    case .undone: .boolean
    case .mode: .text
    case .deferral: .any
    }
  }

  /// As the reference says it.
  package var meaning: String {
    switch self {
    case .start: "The first day it is worked on."
    case .finish: "The last day it is worked on."
    case .horizon: "The horizon its start lies in; `none` for what is left undone."
    case .length: "Working days from start to finish."
    case .staffing: "Heads at the same time, the most there are."
    case .undone: "Whether the schedule leaves it undone."
    case .mode: "The name of the mode it is done in; `none` for the usual way."
    case .p50: "The day by which half of the simulated trials have finished it."
    case .p80: "The day by which four of five simulated trials have finished it."
    case .p90: "The day by which nine of ten simulated trials have finished it."
    case .startsInTime:
      "The share of simulated trials in which it starts in the horizon that it is planned for."
    case .onTime:
      "The share of simulated trials in which it is finished by its first coming deadline, or a goal by its date; `none` without one."
    case .criticality:
      "The share of simulated trials in which it lies on the longest path to a goal, or to the end of all where no goal waits for it."
    case .deferral:
      "What putting it off by one cycle costs: `deferral.own`, `.knock_on` and `.net`."
    }
  }

  var need: ScheduleNeed {
    switch self {
    case .start, .finish, .horizon, .length, .staffing, .undone, .mode: .schedule
    case .p50, .p80, .p90, .startsInTime, .onTime, .criticality: .outlooks
    case .deferral: .deferrals
    }
  }
}

extension Schema {
  /// What a block has in questions besides its properties: its name, what stands in it and around it, and what a schedule
  /// gives it.
  package static func questionFields(of kind: Kind) -> [String] {
    ComputedField.names(of: kind)
      + ScheduleField.allCases.filter { $0.isField(of: kind) }.map(\.rawValue)
  }
}
