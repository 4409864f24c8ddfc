import PlanInsight
import PlanModel

/// What users get, when, how sure that is, and what it waits for, the first to come first; `nil` where nothing of that sort is
/// scheduled.
func featuresSection(_ reading: Reading) -> Section? {
  let members = reading.features.sorted {
    (reading.order(of: $0), $0) < (reading.order(of: $1), $1)
  }
  guard !members.isEmpty else { return nil }
  let rows = members.map { index -> [Prose] in
    let initiative = reading.plan.initiatives[index]
    return [
      "\(strong: reading.titled(index))",
      Prose(initiative.goals.map { reading.label($0) }.joined(separator: ", ")),
      reading.likely(index), reading.safe(index), waitsFor(index, reading),
      Prose(initiative.metrics.map(\.phrase).joined(separator: "; ")),
    ]
  }
  let isSimulated = reading.answer.simulation != nil
  let table = Table(
    columns: [
      Table.Column("What"), Table.Column("For"),
      Table.Column(isSimulated ? "As likely as not" : "Planned"),
      Table.Column("Safe to say"), Table.Column("Waits for"), Table.Column("How we will know"),
    ], rows: rows)
  let intro: Prose =
    isSimulated
    ? """
    By the first day each is there in half of the trials, by the second in four of five: promise the second. Beyond the next \
    quarter there are months, and beyond that no dates.
    """
    : "Dates are scheduled, not simulated."
  return Section(
    title: "What users get, and when", blocks: [.paragraph(intro), .table(table.compacted)])
}

/// What has to be there before, of what is not there yet.
private func waitsFor(_ index: Int, _ reading: Reading) -> Prose {
  var names: [String] = []
  for work in reading.plan.initiatives[index].works {
    for dependency in reading.plan.works[work].after where reading.isOpen(dependency.on) {
      let name = reading.label(dependency.on)
      let isOwn =
        reading.initiative(of: dependency.on).map {
          $0 == index || reading.standings[$0] == .hidden
        }
        ?? false
      if !isOwn, !names.contains(name) { names.append(name) }
    }
  }
  var parts = names.prefix(namesMax).map { Prose($0, .emphasis) }
  if names.count > namesMax { parts.append(Prose(inWords(names.count - namesMax) + " more")) }
  return parts.joinedAsSentence()
}

/// More names in a cell are not read.
private let namesMax = 4

extension Reading {
  /// What is scheduled and is about what users get or what the business learns, not about how it is built.
  var features: [Int] {
    standings.indices.filter { standings[$0].span != nil && !isEnabling($0) }
  }

  /// Whether something makes other work possible or cheaper: by its kind, unless somebody says what the business has of it.
  func isEnabling(_ index: Int) -> Bool {
    ["enabler", "multiplier", "debt"].contains(plan.initiatives[index].kind)
  }

  /// For sorting: the day that is safe to say, else the scheduled one.
  func order(of index: Int) -> CivilDate {
    if let outlook = answer.simulation?.initiatives[index] {
      return model.date(ofDay: outlook.finish.percentile(80))
    }
    return standings[index].span?.finish ?? plan.end
  }

  /// When it is there in half of the trials, as exactly as the horizon of that day allows.
  func likely(_ index: Int) -> Prose {
    if plan.initiatives[index].isEffortAssumed { return "not estimated" }
    guard let outlook = answer.simulation?.initiatives[index] else {
      return standings[index].span.map { when(model.day(of: $0.finish)) } ?? ""
    }
    return when(outlook.finish.percentile(50))
  }

  /// When it is there in four of five trials.
  func safe(_ index: Int) -> Prose {
    guard !plan.initiatives[index].isEffortAssumed,
      let outlook = answer.simulation?.initiatives[index]
    else { return "" }
    return when(outlook.finish.percentile(80))
  }

  /// A day of the schedule as its horizon allows: a date, a month, or the horizon alone.
  func when(_ day: Int32) -> Prose {
    guard day < problem.lastDay else { return "after \(figure: lastDate.text)" }
    let horizon = model.horizon(ofDay: day)
    return switch horizon.index {
    case 0: "\(figure: model.date(ofDay: day).text)"
    case 1: "\(figure: model.date(ofDay: day).monthText)"
    default: Prose(label(horizon))
    }
  }

  /// Whether something that is waited for is still to come.
  func isOpen(_ target: Dependency.Target) -> Bool {
    if case .external(let id) = target {
      let external = plan.externals[id.index]
      return external.commitment != .met && shows(external.readers)
    }
    guard let index = initiative(of: target) else { return false }
    switch standings[index] {
    case .scheduled, .undone: return true
    case .done, .cancelled, .hidden: return false
    }
  }

  /// The initiative that something belongs to; `nil` for an external.
  func initiative(of target: Dependency.Target) -> Int? {
    switch target {
    case .initiative(let id): id.index
    case .milestone(let id): plan.milestones[id.index].initiative.index
    case .work(let id): plan.works[id.index].initiative.index
    case .external: nil
    }
  }
}
