import PlanInsight
import PlanModel

/// What the plan counts on, and what was taken where it is silent; `nil` where there is neither.
func assumptionsSection(_ reading: Reading) -> Section? {
  let silences = silencesSection(reading)
  guard let premises = reading.premises else { return silences }
  let rest = silences.map { [.paragraph("Where the plan is silent:")] + $0.blocks } ?? []
  return Section(title: "Assumptions", blocks: [.paragraph(premises)] + rest)
}

/// What was taken where the plan is silent; `nil` when it is not.
func silencesSection(_ reading: Reading) -> Section? {
  guard !reading.plan.assumptions.isEmpty else { return nil }
  // The same words about many subjects are one line.
  var texts: [String] = []
  var subjects: [String: [String]] = [:]
  for assumption in reading.plan.assumptions {
    if subjects[assumption.text] == nil { texts.append(assumption.text) }
    subjects[assumption.text, default: []].append(label(ofSubject: assumption.subject, reading))
  }
  let items = texts.map { text -> Prose in
    "\(shortList(subjects[text] ?? [])): \(Prose(marked: sentence(text)))"
  }
  return Section(title: "Assumptions", blocks: [.list(items)])
}

/// Names up to a number that is read; after that how many more there are.
///
/// The JSON form has all of them.
private func shortList(_ subjects: [String]) -> Prose {
  let isLong = subjects.count > namesMax
  let named = subjects.prefix(isLong ? namesMax - 2 : namesMax).map { Prose($0, .strong) }
  let text = named.joined(separator: ", ")
  return isLong ? "\(text) and \(inWords(subjects.count - named.count)) more" : text
}

/// More names than this in a row are skipped by every reader.
private let namesMax = 8

/// What the plan says and the schedule does not honour; `nil` when it honours all.
func unenforcedSection(_ reading: Reading) -> Section? {
  guard !reading.plan.unenforced.isEmpty else { return nil }
  let items = reading.plan.unenforced.map { item -> Prose in
    let name = named(item.label, item.name)
    let subject: Prose = name.isEmpty ? "\(strong: item.kind)" : "\(strong: name) (\(item.kind))"
    return "\(subject): \(Prose(marked: sentence(item.consequence)))"
  }
  let intro: Prose = "The plan says this as well, but the schedule does not follow it yet:"
  return Section(title: "Not yet enforced", blocks: [.paragraph(intro), .list(items)])
}

/// Entities are named by their word in the plan; readers get the label.
private func label(ofSubject name: String, _ reading: Reading) -> String {
  let plan = reading.plan
  if name == "plan" { return "The plan" }
  if let index = plan.initiatives.firstIndex(where: { $0.name == name }) {
    return reading.label(index)
  }
  if let index = plan.teams.firstIndex(where: { $0.name == name }) {
    return reading.label(TeamID(index))
  }
  if let index = plan.goals.firstIndex(where: { $0.name == name }) {
    return reading.label(GoalID(index))
  }
  if let index = plan.externals.firstIndex(where: { $0.name == name }) {
    return reading.label(ExternalID(index))
  }
  if let index = plan.works.indices.first(where: { reading.path(WorkID($0)) == name }) {
    return reading.label(WorkID(index))
  }
  return name
}
