internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// Where in the files of a plan stands what holds a work: the lines that an explanation underlines.
struct HoldPlaces {
  private let checked: CheckedPlan
  private let model: SchedulingModel
  private let schedule: Schedule

  init(_ solved: SolvedPlan) {
    checked = solved.checked
    model = solved.model
    schedule = solved.solution.schedule
  }

  /// The work first, then what holds it; what stands in no file is left out.
  func underlines(of link: CriticalChain.Link) -> [Diagnostic.Label] {
    let work = Int(link.work)
    let id = model.workIDs[work]
    var labels: [Diagnostic.Label] = []
    func add(_ span: Span?, _ text: String) {
      if let span { labels.append(Diagnostic.Label(span, text)) }
    }
    let start = schedule.placements[work].map { model.date(ofDay: $0.start).text } ?? ""
    add(checked.places[id], "starts on \(start)")
    if let index = model.dependency(behind: link.hold, ofWork: work),
      checked.places.dependencies.indices.contains(id.index),
      checked.places.dependencies[id.index].indices.contains(index)
    {
      add(checked.places.dependencies[id.index][index], "waits for this")
    }
    switch link.hold {
    case .begun, .today, .finished, .slack, .precedence: break
    case .notBefore: add(property("not_before", of: id), "not before this day")
    case .external(let external):
      add(checked.places[external], "expected on \(model.expectedDate(of: external).text)")
    case .pin:
      let initiative = model.plan.works[id.index].initiative
      add(
        checked.interpreter?.place(of: "in", of: "initiative", number: initiative.index),
        "pinned here")
    case .freeze(let freeze):
      add(checked.interpreter?.freezePlaces.place(freeze.index), "held by this")
    case .budget(let budget):
      add(checked.interpreter?.budgetPlaces.place(Int(budget)), "spent beyond its limit otherwise")
    case .guardrail(let guardrail):
      add(checked.interpreter?.guardrailPlaces.place(Int(guardrail)), "comes out worse otherwise")
    case .heads(_, let holders):
      for holder in holders {
        let until = schedule.placements[Int(holder)].map { model.date(ofDay: $0.finish).text } ?? ""
        add(checked.places[model.workIDs[Int(holder)]], "has the people until \(until)")
      }
    case .joining:
      let team = model.plan.works[id.index].team
      add(checked.places[team], "people of this team are not there yet")
    case .wip:
      let team = model.plan.works[id.index].team
      add(
        checked.interpreter?.place(of: "wip", of: "team", number: team.index),
        "no more than this at once")
    }
    return labels
  }

  private func property(_ name: String, of work: WorkID) -> Span? {
    let initiative = model.plan.works[work.index].initiative
    return checked.interpreter?.place(of: name, of: "work", number: work.index)
      ?? checked.interpreter?.place(of: name, of: "initiative", number: initiative.index)
  }

  /// The lines that some labels stand in, with the labels below them, as in a diagnostic.
  func excerpt(_ labels: [Diagnostic.Label]) -> [String] {
    guard let first = labels.first else { return [] }
    return DiagnosticRenderer(checked.sources + checked.others)
      .excerpt(at: first, with: Array(labels.dropFirst()))
  }

  func records(_ labels: [Diagnostic.Label]) -> [PlaceRecord] {
    labels.compactMap { label in
      guard let source = checked.sources.first(where: { $0.file == label.span.file }) else {
        return nil
      }
      let position = source.position(at: label.span.range.start)
      return PlaceRecord(
        file: source.path, line: position.line, column: position.column, text: label.text)
    }
  }
}

extension [Span] {
  /// That of a number, where there is one.
  fileprivate func place(_ index: Int) -> Span? { indices.contains(index) ? self[index] : nil }
}
