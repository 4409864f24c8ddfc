package import PlanInsight
import PlanModel

/// What moved one initiative since an earlier version, by edit and by commit, for `plan explain NAME --since REVISION`.
///
/// - Parameters:
///   - path: The initiative, which the later version has.
///   - difference: The two versions.
///   - history: The earlier version, and every revision since.
/// - Returns: Two tables, each of which adds up.
package func sincePage(
  _ path: String, _ difference: Difference, _ history: PlanHistory
) -> Document {
  let writing = SinceWriting(
    path: path, difference: difference, history: history, edits: EditWords(difference))
  return Document(
    title: Prose(writing.label), lead: [.paragraph(writing.lead)],
    sections: [writing.byEdit, writing.byCommit].compactMap(\.self))
}

private struct SinceWriting {
  let path: String
  let difference: Difference
  let history: PlanHistory
  let edits: EditWords

  private var entries: [(revision: RevisionDigest.Revision, entry: RevisionDigest.Entry?)] {
    history.promises.map { ($0.revision, $0.promise[path]) }
  }

  var label: String { entries.last?.entry?.label ?? path }

  var lead: Prose {
    let name: Prose = "\(strong: label)"
    let since: Prose = "\(strong: difference.names.before)"
    guard let first = entries.first?.entry, let last = entries.last?.entry else {
      return "\(name) was not in the plan in \(since)."
    }
    guard let now = finishNow ?? last.finish else {
      return "\(name) is not done in this plan."
    }
    guard let then = first.finish else {
      return "\(name) ends on \(figure: now.text); in \(since) it was not done."
    }
    if then == now { return "\(name) ends on \(figure: now.text), as in \(since)." }
    let days = then.days(until: now)
    return """
      \(name) ends on \(figure: now.text), \(figure: counted(days)) \(days > 0 ? "later" : "sooner") than in \(since).
      """
  }

  /// With all edits made at once.
  private var finishNow: CivilDate? {
    guard let after = difference.outcome?.after,
      let index = after.plan.initiatives.firstIndex(where: { $0.path == path })
    else { return nil }
    return Standing(of: InitiativeID(index), in: after).span?.finish
  }

  /// What the edits come to made at once, in days and minor units; `nil` where that is not known.
  private var whole: (days: Int, cost: Int64)? {
    guard let attribution = difference.outcome?.attribution else { return nil }
    let days = attribution.days(of: path)
    let costs = attribution.costs(of: path)
    return (
      (days?.alone.reduce(0, +) ?? 0) + (days?.together ?? 0) + (days?.search ?? 0),
      costs.alone.reduce(costs.together) { $0.addingClamped($1) }.addingClamped(costs.search)
    )
  }

  /// The parts add up to the whole, in days and in money; `nil` where nothing was changed.
  var byEdit: Section? {
    guard let outcome = difference.outcome else { return nil }
    guard let attribution = outcome.attribution else {
      return Section(
        title: "By edit",
        blocks: [.paragraph("The edits since then are too many, or cannot be made one by one.")])
    }
    let costs = attribution.costs(of: path)
    let days = attribution.days(of: path)
    var rows: [[Prose]] = []
    func add(_ what: Prose, _ moved: Int?, _ cost: Int64) {
      guard moved ?? 0 != 0 || cost != 0 else { return }
      rows.append([what, signed(moved ?? 0), amount(cost, outcome)])
    }
    for index in costs.alone.indices {
      add(edits.reference(index), days?.alone[index], costs.alone[index])
    }
    let joint =
      attribution.causes(of: path).compactMap { cause -> [Int]? in
        if case .together(let joint, _) = cause { joint } else { nil }
      }.first ?? []
    let who = joint.isEmpty ? Prose() : " (\(joint.map(edits.reference).joinedAsSentence()))"
    add("what they do only together" + who, days?.together, costs.together)
    add("another order, found by searching anew", days?.search, costs.search)
    guard !rows.isEmpty else {
      return Section(
        title: "By edit",
        blocks: [.paragraph("None of the edits since then moves it, or what its delay costs.")])
    }
    if let whole {
      rows.append(["\(strong: "In all")", signed(whole.days), amount(whole.cost, outcome)])
    }
    return Section(
      title: "By edit",
      blocks: [.table(table([Table.Column("Edit")], rows))])
  }

  /// Each revision against the one before it.
  var byCommit: Section? {
    guard entries.count > 1 else { return nil }
    var rows: [[Prose]] = []
    var sums = (days: 0, cost: Int64(0))
    for (before, after) in zip(entries, entries.dropFirst()) {
      let days =
        before.entry?.finish.flatMap { then in after.entry?.finish.map { then.days(until: $0) } }
        ?? 0
      let cost = (after.entry?.delayCost ?? 0).addingClamped(-(before.entry?.delayCost ?? 0))
      sums = (sums.days + days, sums.cost.addingClamped(cost))
      guard days != 0 || cost != 0 || before.entry?.finish != after.entry?.finish else { continue }
      rows.append([
        "\(code: after.revision.name)",
        after.revision.date.map { "\(figure: $0.text)" } ?? "", Prose(after.revision.author),
        Prose(after.revision.subject),
        after.entry?.finish.map { "\(figure: $0.text)" } ?? "not done",
        signed(days), difference.outcome.map { amount(cost, $0) } ?? "",
      ])
    }
    guard !rows.isEmpty else {
      return Section(
        title: "By commit", blocks: [.paragraph("No commit since then moves it.")])
    }
    if let whole, whole != sums {
      // One after the other they took another way to the same plan than all at once.
      rows.append([
        "", "", "", "all of them at once", "", signed(whole.days - sums.days),
        difference.outcome.map { amount(whole.cost.addingClamped(-sums.cost), $0) } ?? "",
      ])
      sums = whole
    }
    rows.append([
      "\(strong: "In all")", "", "", "", "", signed(sums.days),
      difference.outcome.map { amount(sums.cost, $0) } ?? "",
    ])
    return Section(
      title: "By commit",
      blocks: [
        .table(
          table(
            [
              Table.Column("Commit"), Table.Column("On"), Table.Column("Who"),
              Table.Column("Says"), Table.Column("Ends"),
            ], rows))
      ])
  }

  private func table(_ columns: [Table.Column], _ rows: [[Prose]]) -> Table {
    Table(
      columns: columns + [
        Table.Column("Moved", .trailing), Table.Column("Its cost of delay", .trailing),
      ], rows: rows
    ).compacted
  }

  private func signed(_ days: Int) -> Prose {
    days == 0 ? "" : "\(figure: "\(days > 0 ? "+" : "-")\(counted(days))")"
  }

  private func counted(_ days: Int) -> String { abs(days) == 1 ? "1 day" : "\(abs(days)) days" }

  /// To the minor unit, so that a column adds up.
  private func amount(_ minorUnits: Int64, _ outcome: Difference.Outcome) -> Prose {
    guard outcome.after.plan.printsMoney, minorUnits != 0 else { return "" }
    let text = Money(minorUnits: minorUnits).text(outcome.after.plan.currency)
    return "\(figure: minorUnits > 0 ? "+\(text)" : text)"
  }
}
