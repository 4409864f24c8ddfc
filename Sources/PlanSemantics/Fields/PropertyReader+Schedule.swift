internal import PlanModel
internal import PlanSyntax

// Fields that only a schedule has.
extension PropertyReader {
  func scheduled(
    _ field: ScheduleField, _ word: Word, of id: DeclarationID, _ kind: Kind,
    in environment: inout Environment
  ) -> Value {
    guard let plan = model?.plan, let facts, facts.known >= field.need else {
      return missing(field.need, word, in: &environment)
    }
    if field == .deferral { return deferral(of: id, facts, plan) }
    if field.need == .outlooks { return outlook(field, of: id, kind, facts) }
    let placement = placement(of: id, kind, facts, plan)
    guard let placement else { return field == .undone ? .boolean(true) : .none }
    switch field {
    case .start: return .date(Period(placement.start))
    case .finish: return .date(Period(placement.finish))
    case .horizon: return horizon(placement.horizon, plan)
    case .length:
      return .quantity(Quantity(Rational(Int64(placement.workingDays)), .workingDays))
    case .staffing:
      return Rational(Int64(placement.staffingTenths), 10).map { .number($0) } ?? .none
    case .mode: return placement.mode.map { .text($0) } ?? .none
    case .undone: return .boolean(false)
    case .deferral, .p50, .p80, .p90, .startsInTime, .onTime, .criticality: return .none
    }
  }

  /// Notes that a schedule is needed; in a definition, from which the schedule is made, that is an error.
  func missing(_ need: ScheduleNeed, _ word: Word, in environment: inout Environment) -> Value {
    guard let definition = openDefinition else {
      self.need = max(self.need, need)
      return .poison
    }
    environment.report(
      .scheduleOnly(word, definition: definition.span, named: "`\(definition.text)`"))
    return .poison
  }

  private func placement(
    of id: DeclarationID, _ kind: Kind, _ facts: ScheduleFacts, _ plan: Plan
  ) -> ScheduleFacts.Placement? {
    guard let index = model?.index(of: id) else { return nil }
    let all = kind == .initiative ? facts.initiatives : facts.works
    return all.indices.contains(index) ? all[index] : nil
  }

  private func outlook(
    _ field: ScheduleField, of id: DeclarationID, _ kind: Kind, _ facts: ScheduleFacts
  ) -> Value {
    guard let index = model?.index(of: id), let all = facts.outlooks else { return .none }
    if kind == .work {
      return (all.works.indices.contains(index) ? all.works[index] : nil).map { .percent($0) }
        ?? .none
    }
    let row = kind == .goal ? all.goals : all.initiatives
    guard row.indices.contains(index), let outlook = row[index] else { return .none }
    switch field {
    case .p50: return .date(Period(outlook.p50))
    case .p80: return .date(Period(outlook.p80))
    case .p90: return .date(Period(outlook.p90))
    case .startsInTime: return outlook.startsInTime.map { .percent($0) } ?? .none
    case .onTime: return outlook.onTime.map { .percent($0) } ?? .none
    case .criticality: return outlook.criticality.map { .percent($0) } ?? .none
    default: return .none
    }
  }

  private func deferral(
    of id: DeclarationID, _ facts: ScheduleFacts, _ plan: Plan
  ) -> Value {
    guard let index = model?.index(of: id), let all = facts.deferrals,
      all.indices.contains(index), let deferral = all[index]
    else { return .none }
    func money(_ minorUnits: Int64?) -> Value {
      minorUnits.flatMap { Rational($0, plan.currency.minorPerUnit) }
        .map { .quantity(Quantity($0, .money(plan.currency))) } ?? .none
    }
    return .record([
      Value.Field(name: "own", value: money(deferral.own)),
      Value.Field(name: "knock_on", value: money(deferral.knockOn)),
      Value.Field(name: "net", value: money(deferral.net)),
    ])
  }

  /// The horizon as plans name it: its block, or one of those that every plan has.
  private func horizon(_ id: HorizonID, _ plan: Plan) -> Value {
    let declared = table.top(.horizon).first { model?.index(of: $0) == id.index }
    if let declared { return reference(to: declared) }
    guard plan.horizons.indices.contains(id.index) else { return .none }
    let name = plan.horizons[id.index].name
    guard let index = PropertyReader.givenHorizons.firstIndex(of: name) else { return .none }
    return .reference(Reference(id: -1 - Int32(index), kind: Kind.horizon.rawValue, name: name))
  }

  // MARK: Capacity

  /// The effort that a team can plan with in a period, as far as it lies in the plan.
  func capacity(
    of team: Value, in period: Value, at span: Span, in environment: inout Environment
  ) -> Value {
    guard case .reference(let reference) = team, reference.kind == Kind.team.rawValue,
      let stretch = period.stretch
    else {
      guard team != .none, period != .none else { return .none }
      environment.report(.capacityArguments(team, period, at: span))
      return .poison
    }
    guard let model else {
      return missing(.schedule, Word(text: "capacity", span: span), in: &environment)
    }
    guard let index = model.index(of: DeclarationID(raw: reference.id)),
      model.plan.teams.indices.contains(index)
    else { return .none }
    let plan = model.plan
    let first = max(0, plan.start.days(until: stretch.lowerBound))
    let last = min(plan.start.days(until: plan.end), plan.start.days(until: stretch.upperBound))
    if plan.start > stretch.lowerBound || plan.end < stretch.upperBound {
      environment.remark("`capacity` counts only days of the plan", at: span)
    }
    guard first <= last else { return .quantity(Quantity(.zero, .effort)) }
    let days = plan.start.days(until: plan.end) + 1
    guard environment.mayStep(days, at: span) else { return .poison }
    let capacity = TeamCapacity(TeamID(index), plan: plan, days: days)
    let effort = capacity.planned(days: first..<last + 1)
    return .quantity(Quantity(Rational(effort.minutes), .effort))
  }
}

extension ScheduleFacts {
  /// What questions these facts answer.
  package var known: ScheduleNeed {
    if deferrals != nil { return .deferrals }
    return outlooks == nil ? .schedule : .outlooks
  }
}

extension Value {
  /// The days of a period or of a range of dates.
  fileprivate var stretch: ClosedRange<CivilDate>? {
    switch self {
    case .date(let period): period.days
    case .dates(let first, let last): first.first <= last.last ? first.first...last.last : nil
    default: nil
    }
  }
}

/// The lowered plan and the way from declarations to it.
struct LoweredPlan: Sendable {
  let plan: Plan
  /// Where a declaration stands in the model's array of its kind; −1 for what has no place there.
  let indices: [Int32]

  func index(of id: DeclarationID) -> Int? {
    guard indices.indices.contains(id.index), indices[id.index] >= 0 else { return nil }
    return Int(indices[id.index])
  }
}
