import PlanModel

/// What the plan rests on, in one paragraph.
func briefAssumptions(_ reading: Reading) -> Section? {
  guard let text = reading.premises else { return nil }
  return Section(title: "What this assumes", blocks: [.paragraph(text)])
}
