package import PlanInsight
package import PlanModel

/// How a plan's dates moved, for `plan history`: of every initiative, or of one from revision to revision.
///
/// - Parameters:
///   - history: The revisions.
///   - plan: The latest that could be read.
///   - path: The initiative that is asked about; `nil` for all.
///   - scores: What horizons promised and kept; `nil` where nobody asked.
/// - Returns: Tables and a slip chart.
package func historyPage(
  _ history: PlanHistory, _ plan: Plan, path: String?, scores: [PlanHistory.Score]?
) -> Document {
  let writing = HistoryWriting(history: history, plan: plan)
  var sections = path.map(writing.one) ?? writing.all
  if let scores { sections.append(writing.scored(scores)) }
  return Document(
    title: Prose(plan.label), lead: [.paragraph(writing.lead)], sections: sections)
}

private struct HistoryWriting {
  let history: PlanHistory
  let plan: Plan

  var lead: Prose {
    let unread = history.digests.count - history.promises.count
    var text: Prose = "\(capitalised(counted(history.digests.count, "revision")))"
    if let first = history.digests.first?.revision, let last = history.digests.last?.revision,
      let begin = first.date, let end = last.date, begin < end
    {
      text += " from \(figure: begin.text) to \(figure: end.text)"
    }
    text += ", each solved as it was."
    if unread > 0 {
      text +=
        " \(capitalised(inWords(unread))) of them had errors and say\(unread == 1 ? "s" : "") nothing."
    }
    return text
  }

  // MARK: All

  var all: [Section] {
    let slippages = history.paths.map(history.slips).filter { !$0.moves.isEmpty }
    let scope = history.growth.map {
      Section(title: "Scope", blocks: [.paragraph(sentence($0, of: "The plan"))])
    }
    guard !slippages.isEmpty else {
      return [
        Section(
          title: "What moved", blocks: [.paragraph("Nothing: every date is the one it was first.")])
      ] + [scope].compactMap(\.self)
    }
    let sorted = slippages.enumerated().sorted {
      ($1.element.inARow, $1.element.total, $0.offset)
        < ($0.element.inARow, $0.element.total, $1.offset)
    }.map(\.element)
    var sections = [Section(title: "What moved", blocks: [.table(movedTable(sorted))])]
    let slipping = sorted.filter { $0.isOpen && $0.inARow >= Slippage.inARowMost }
    if !slipping.isEmpty {
      let names = slipping.map { Prose(label($0.path), .emphasis) }.joinedAsSentence()
      sections[0].blocks.append(
        .callout(
          """
          \(names) slipped \(inWords(Slippage.inARowMost)) times in a row or more: ask for the deep reason before the next date.
          """))
    }
    if let scope { sections.append(scope) }
    sections.append(
      Section(
        title: "Slip chart",
        blocks: [.picture(slipPicture(history, slippages.prefix(chartMax).map(\.path), label))]))
    return sections
  }

  private func movedTable(_ slippages: [Slippage]) -> Table {
    Table(
      columns: [
        Table.Column("Initiative"), Table.Column("First"), Table.Column("Now"),
        Table.Column("Moved", .trailing), Table.Column("Slips", .trailing),
        Table.Column("In a row", .trailing), Table.Column("Effort (P50)"), Table.Column("Works"),
        Table.Column("By scope", .trailing), Table.Column("Its cost of delay", .trailing),
      ],
      rows: slippages.map { slippage in
        let entries = history.promises.compactMap { $0.promise[slippage.path] }
        let growth = history.growth(of: slippage.path)
        return [
          "\(strong: label(slippage.path))", date(slippage.first), date(slippage.last),
          moved(slippage.total), "\(figure: String(slippage.slipCount))",
          "\(figure: String(slippage.inARow))",
          fromTo(entries.map(\.effort.text)), fromTo(entries.map { String($0.works.count) }),
          signed(growth?.byWorks ?? .zero),
          plan.printsMoney ? fromTo(entries.map { money($0.delayCost) }) : "",
        ]
      }
    ).compacted
  }

  // MARK: One

  func one(_ path: String) -> [Section] {
    var former: RevisionDigest.Entry?
    let rows = history.digests.compactMap { digest -> [Prose]? in
      let entry = digest.promise?[path]
      defer { former = entry ?? former }
      guard let entry else { return nil }
      let days = former?.finish.flatMap { then in entry.finish.map { then.days(until: $0) } }
      return [
        "\(code: digest.revision.name)", digest.revision.date.map { "\(figure: $0.text)" } ?? "",
        Prose(digest.revision.subject), place(entry, digest), date(entry.finish),
        moved(days ?? 0), "\(figure: entry.effort.text)", "\(figure: String(entry.works.count))",
        plan.printsMoney ? "\(figure: money(entry.delayCost))" : "",
      ]
    }
    let slips = history.slips(of: path)
    var blocks: [Block] = [
      .table(
        Table(
          columns: [
            Table.Column("Revision"), Table.Column("On"), Table.Column("Says"),
            Table.Column("Horizon"), Table.Column("Ends"), Table.Column("Moved", .trailing),
            Table.Column("Effort (P50)"), Table.Column("Works"),
            Table.Column("Its cost of delay", .trailing),
          ], rows: rows
        ).compacted)
    ]
    if slips.inARow > 1 {
      blocks.append(.paragraph("It slipped \(inWords(slips.inARow)) times in a row."))
    }
    if let growth = history.growth(of: path) {
      blocks.append(.paragraph(sentence(growth, of: label(path))))
    }
    return [
      Section(title: Prose(label(path)), blocks: blocks),
      Section(title: "Slip chart", blocks: [.picture(slipPicture(history, [path], label))]),
    ]
  }

  private func place(_ entry: RevisionDigest.Entry, _ digest: RevisionDigest) -> Prose {
    switch entry.standing {
    case .done: "done"
    case .cancelled: "cancelled"
    case .undone, .hidden: "not done"
    case .scheduled(let span):
      Prose(
        digest.promise.map {
          let horizon = $0.horizons[span.horizon.index]
          return named(horizon.label, horizon.name)
        } ?? "")
    }
  }

  // MARK: Scope

  private func sentence(_ growth: ScopeGrowth, of what: String) -> Prose {
    let works = "\(counted(growth.works.last, "work"))"
    guard growth.first != growth.last || growth.works.first != growth.works.last else {
      return "\(what) has \(figure: growth.last.text) (P50) in \(works), as at first."
    }
    let parts: [(Effort, Prose)] = [
      (growth.byEstimates, "by other estimates"), (growth.byWorks, "by works that came or went"),
      (growth.byInitiatives, "by initiatives that came or went"),
    ]
    let told = parts.filter { $0.0 != .zero }.map { part, words -> Prose in
      signed(part) + " " + words
    }
    let reasons: Prose = told.isEmpty ? Prose() : ": \(told.joinedAsSentence())"
    let former =
      growth.works.first == growth.works.last
      ? Prose() : " in \(counted(growth.works.first, "work"))"
    return "\(what) went from \(figure: growth.first.text) (P50)" + former
      + " to \(figure: growth.last.text) in \(works)"
      + reasons + "."
  }

  private func signed(_ effort: Effort) -> Prose {
    guard effort != .zero else { return "" }
    let size = Effort(minutes: Int64(clamping: effort.minutes.magnitude))
    return "\(figure: "\(effort > .zero ? "+" : "-")\(size.text)")"
  }

  // MARK: Score

  func scored(_ scores: [PlanHistory.Score]) -> Section {
    guard !scores.isEmpty else {
      return Section(
        title: "Promised and delivered",
        blocks: [.paragraph("No horizon that was promised before is over yet.")])
    }
    return Section(
      title: "Promised and delivered",
      blocks: [
        .paragraph(
          "What each horizon was to deliver by its last day when a cycle began, and what was finished by then."
        ),
        .table(
          Table(
            columns: [
              Table.Column("Cycle from"), Table.Column("As of"), Table.Column("Horizon"),
              Table.Column("Promised", .trailing), Table.Column("Delivered", .trailing),
              Table.Column("Share", .trailing), Table.Column("Claimed"), Table.Column("Missed"),
            ],
            rows: scores.map { score in
              let missed = score.promised.filter { !score.delivered.contains($0) }
              return [
                "\(figure: score.cycle.text)", "\(code: score.revision.name)",
                Prose(named(score.horizon.label, score.horizon.name)),
                "\(figure: String(score.promised.count))",
                "\(figure: String(score.delivered.count))",
                "\(figure: score.rate.share.percentText())",
                score.horizon.band.map {
                  "\(figure: "\($0.lowerBound.percentText()) to \($0.upperBound.percentText())")\(score.isInBand ?? true ? "" : ", missed")"
                } ?? "nothing",
                Prose(missed.map(label).joined(separator: ", ")),
              ]
            }
          ).compacted),
      ])
  }

  // MARK: Words

  private func label(_ path: String) -> String {
    history.promises.lazy.reversed().compactMap { $0.promise[path]?.label }.first ?? path
  }

  private func date(_ date: CivilDate?) -> Prose { date.map { "\(figure: $0.text)" } ?? "not done" }

  private func moved(_ days: Int) -> Prose {
    guard days != 0 else { return "" }
    let count = abs(days) == 1 ? "1 day" : "\(abs(days)) days"
    return "\(figure: "\(days > 0 ? "+" : "-")\(count)")"
  }

  private func fromTo(_ texts: [String]) -> Prose {
    guard let first = texts.first, let last = texts.last else { return "" }
    return first == last ? "\(figure: last)" : "\(figure: "\(first) → \(last)")"
  }

  private func money(_ minorUnits: Int64) -> String {
    Money(minorUnits: minorUnits).text(plan.currency, significantDigits: 2)
  }
}

/// Rows of a chart that a reader follows.
private let chartMax = 12
