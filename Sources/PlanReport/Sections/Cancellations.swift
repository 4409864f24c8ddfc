import PlanInsight
import PlanModel

/// What was given up, and what came of it where the plan says.
func cancellations(_ members: [Int], _ reading: Reading) -> [Block] {
  let told = members.filter { reading.plan.initiatives[$0].cancellation != nil }
  let rest = members.filter { reading.plan.initiatives[$0].cancellation == nil }
  var blocks: [Block] = []
  if !told.isEmpty {
    blocks.append(.heading("Cancelled"))
    let table = Table(
      columns: [
        Table.Column("What"), Table.Column("On"), Table.Column("Why"), Table.Column("We learned"),
        Table.Column("Of use to others"),
      ], rows: told.compactMap { row($0, reading) })
    blocks.append(.table(table.compacted))
  }
  if !rest.isEmpty {
    let names = rest.map { Prose(reading.label($0), .emphasis) }
    blocks.append(
      .paragraph(
        "\(told.isEmpty ? "Cancelled" : "Also cancelled"): \(names.joined(separator: ", "))."))
  }
  return blocks
}

private func row(_ index: Int, _ reading: Reading) -> [Prose]? {
  guard let cancellation = reading.plan.initiatives[index].cancellation else { return nil }
  return [
    "\(strong: reading.label(index))", "\(figure: cancellation.on.text)",
    Prose(cancellation.because), Prose(cancellation.learned ?? ""), Prose(cancellation.keeps ?? ""),
  ]
}
