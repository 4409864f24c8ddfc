import PlanModel

/// Figures that come of a simulation, which this version does not run.
enum SimulationField {
  static let names = ["p50", "p80", "p90"]
}

/// A field that only a schedule has.
package enum ScheduleField: String, CaseIterable, Sendable {
  case start
  case finish
  case horizon
  case length
  case staffing
  case undone
  case mode
  case deferral

  /// The kinds of block that have it.
  package func isField(of kind: Kind) -> Bool {
    switch self {
    case .deferral: kind == .initiative
    case .horizon, .undone: kind == .initiative || kind == .slice
    case .mode: kind == .initiative || kind == .work
    case .start, .finish, .length, .staffing: [.initiative, .work, .slice].contains(kind)
    }
  }

  package var type: ValueType {
    switch self {
    case .start, .finish: .firstDay
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
    case .deferral:
      "What putting it off by one cycle costs: `deferral.own`, `.knock_on` and `.net`."
    }
  }

  var need: ScheduleNeed { self == .deferral ? .deferrals : .schedule }
}

extension Schema {
  /// What a block has in questions besides its properties: its name, what stands in it and around it, and what a schedule
  /// gives it.
  package static func questionFields(of kind: Kind) -> [String] {
    ComputedField.names(of: kind)
      + ScheduleField.allCases.filter { $0.isField(of: kind) }.map(\.rawValue)
  }
}
