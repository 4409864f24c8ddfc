import PlanModel

/// Figures that come of a simulation, which this version does not run.
enum SimulationField {
  static let names = ["p50", "p80", "p90"]
}

/// A field that only a schedule has.
enum ScheduleField: String, CaseIterable {
  case start
  case finish
  case horizon
  case length
  case staffing
  case undone
  case deferral

  /// The kinds of block that have it.
  func isField(of kind: Kind) -> Bool {
    switch self {
    case .deferral, .horizon, .undone: kind == .initiative
    case .start, .finish, .length, .staffing: kind == .initiative || kind == .work
    }
  }

  var type: ValueType {
    switch self {
    case .start, .finish: .firstDay
    case .horizon: .reference(to: [Kind.horizon.rawValue])
    case .length: .elapsed
    case .staffing: .heads
    case .undone: .boolean
    case .deferral: .any
    }
  }

  /// As the reference says it.
  var meaning: String {
    switch self {
    case .start: "The first day it is worked on."
    case .finish: "The last day it is worked on."
    case .horizon: "The horizon its start lies in; `none` for what is left undone."
    case .length: "Working days from start to finish."
    case .staffing: "Heads at the same time, the most there are."
    case .undone: "Whether the schedule leaves it undone."
    case .deferral:
      "What putting it off by one cycle costs: `deferral.own`, `.knock_on` and `.net`."
    }
  }

  var need: ScheduleNeed { self == .deferral ? .deferrals : .schedule }
}
