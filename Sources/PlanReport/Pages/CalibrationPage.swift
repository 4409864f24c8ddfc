package import PlanInsight
package import PlanModel

/// What finished work says about estimates and promises, for `plan calibrate`.
///
/// - Parameters:
///   - calibration: What was found.
///   - plan: Of whom.
///   - suggestions: The lines that say it in the plan, as `--apply` writes them.
///   - shell: Where it was asked.
/// - Returns: Estimates by group, what to write, and the promises that were kept.
package func calibrationPage(
  _ calibration: Calibration, _ plan: Plan, suggestions: [String],
  askedFrom shell: Shell = .commandLine
) -> Document {
  Document(
    title: Prose(plan.label),
    lead: [.paragraph(opening(calibration, plan))],
    sections: [
      estimates(calibration, plan), whatToWrite(calibration, suggestions, shell),
      classes(calibration, plan), promises(calibration), method(calibration),
    ].compactMap(\.self))
}

private func opening(_ calibration: Calibration, _ plan: Plan) -> Prose {
  var text: Prose = "As of \(figure: plan.asOf.text). "
  if let overall = calibration.overall {
    let count = calibration.works.count
    text += """
      \(capitalised(counted(count, "finished work"))) \(count == 1 ? "says" : "say") what went into \
      \(count == 1 ? "it" : "them"): \(strong: overall.pace.ratio.percentText()) of what was estimated. \(count == 1 ? "Its" : "Their") P80 was kept in \
      \(figure: "\(overall.p80.kept) of \(overall.p80.count)"), and should be in four of five.
      """
  } else {
    text += """
      No finished work says what went into it, so nothing is known of the estimates yet. Write \(code: "spent") beside \
      \(code: "finished") when something is done.
      """
  }
  if calibration.withoutSpent > 0, calibration.overall != nil {
    text += """
       Of \(inWords(calibration.withoutSpent)) more nothing can be learned, since the plan has no \(code: "spent") for \
      \(calibration.withoutSpent == 1 ? "it" : "them").
      """
  }
  return text
}

// MARK: Estimates

private func estimates(_ calibration: Calibration, _ plan: Plan) -> Section? {
  guard let overall = calibration.overall else { return nil }
  let groups: [(String, [Calibration.Group])] = [
    ("", [overall]), ("By team", calibration.teams), ("By class", calibration.classes),
    ("By kind", calibration.kinds), ("By size", calibration.sizes),
  ]
  let blocks = groups.flatMap { title, groups -> [Block] in
    guard !groups.isEmpty else { return [] }
    let table = Block.table(
      Table(columns: columns, rows: groups.map { row($0, plan) }))
    return title.isEmpty ? [table] : [.heading(Prose(title)), table]
  }
  return Section(
    title: "What estimates were worth",
    blocks: [
      .paragraph(
        """
        \(strong: "Took") is the effort that was spent, of what was estimated with its risks. \(strong: "Uplift") is what to \
        multiply estimates of such work by; eight of ten such groups have one between the figures behind it. \
        \(strong: "Counts") is how much of it comes of these works; the rest is the assumption that estimates are right.
        """)
    ] + blocks)
}

private let columns = [
  Table.Column("Works"), Table.Column("Finished", .trailing), Table.Column("Took", .trailing),
  Table.Column("P80 kept", .trailing), Table.Column("Uplift", .trailing),
  Table.Column("Between", .trailing), Table.Column("Counts", .trailing),
]

private func row(_ group: Calibration.Group, _ plan: Plan) -> [Prose] {
  let pace = group.pace
  return [
    Prose(title(group.trait, plan), .strong), "\(figure: String(pace.count))",
    "\(figure: pace.ratio.percentText())", "\(figure: "\(group.p80.kept) of \(group.p80.count)")",
    "\(strong: pace.uplift.percentText())",
    "\(figure: "\(pace.low.percentText()) to \(pace.high.percentText())")",
    "\(figure: pace.credibility.percentText())",
  ]
}

private func title(_ trait: Calibration.Trait, _ plan: Plan) -> String {
  switch trait {
  case .everything: "all"
  case .team(let id): named(plan.teams[id.index].label, plan.teams[id.index].name)
  case .referenceClass(let id): named(plan.classes[id.index].label, plan.classes[id.index].name)
  case .kind(let kind): kind
  case .size(.small): "up to 2 pw"
  case .size(.medium): "over 2 to 8 pw"
  case .size(.large): "over 8 pw"
  }
}

private func whatToWrite(
  _ calibration: Calibration, _ suggestions: [String], _ shell: Shell
) -> Section? {
  guard !suggestions.isEmpty else { return nil }
  let command = shell.words("plan calibrate --apply", inSession: "calibrate apply")
  var blocks: [Block] = [
    .paragraph(
      "What \(code: command) writes into the plan, where it is not there yet:"),
    .code(suggestions),
  ]
  let written = calibration.teams + calibration.classes
  let few = written.count { $0.pace.credibility < .percent(50) }
  if few > 0 {
    let which: Prose =
      written.count == 1
      ? "It rests"
      : few == written.count
        ? "All rest" : "\(capitalised(inWords(few))) of them \(few == 1 ? "rests" : "rest")"
    blocks.append(
      .paragraph(
        """
        \(which) on so few works that the assumption counts more than they do. So the figures are drawn towards 100 %, and \
        that is what to expect of them until there is more.
        """))
  }
  return Section(title: "What to write", blocks: blocks)
}

/// What other plans may import.
private func classes(_ calibration: Calibration, _ plan: Plan) -> Section? {
  let groups = calibration.classes + calibration.kinds
  guard !groups.isEmpty else { return nil }
  let lines = groups.map { group -> String in
    let name: String
    let label: String
    switch group.trait {
    case .referenceClass(let id):
      (name, label) = (plan.classes[id.index].name, title(group.trait, plan))
    default:
      (name, label) = ("\(title(group.trait, plan))_work", "\(title(group.trait, plan)) work")
    }
    return """
      class \(name) "\(quoted(label))" { uplift: \(percent(group.pace.uplift)), varies: \(percent(group.pace.varies)), \
      based_on: \(group.pace.count) }
      """
  }
  return Section(
    title: "For other plans",
    blocks: [
      .paragraph(
        """
        Reference classes that another plan can import, and name with \(code: "class:") in an initiative or a work. A class \
        stands in for the uplift of the team.
        """), .code(lines),
    ])
}

/// As a plan writes it.
private func percent(_ share: Rational) -> String { "\(share.times(100)?.rounded ?? 0)%" }

/// A label inside the quotes of a plan.
private func quoted(_ text: String) -> String {
  text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
}

// MARK: Promises

private func promises(_ calibration: Calibration) -> Section? {
  guard !calibration.promises.isEmpty else { return nil }
  let rows = calibration.promises.map { kept -> [Prose] in
    let interval = kept.rate.interval
    let late = Rational(kept.daysLate, Int64(max(1, kept.come))) ?? .zero
    return [
      Prose(kept.sort.phrase), Prose(kept.owner ?? "nobody"),
      "\(figure: "\(kept.rate.kept) of \(kept.rate.count)")",
      "\(strong: kept.rate.share.percentText())",
      "\(figure: "\(interval.low.percentText()) to \(interval.high.percentText())")",
      kept.come > 0 ? "\(figure: late.text(decimals: 1))" : "",
    ]
  }
  return Section(
    title: "What promises were worth",
    blocks: [
      .paragraph(
        """
        How often a promise was kept by its day, by who answers for it. \(strong: "Late") is in working days, on average of \
        those that have come.
        """),
      .table(
        Table(
          columns: [
            Table.Column("Promises"), Table.Column("Who answers"), Table.Column("Kept", .trailing),
            Table.Column("Rate", .trailing), Table.Column("In 19 of 20", .trailing),
            Table.Column("Late", .trailing),
          ], rows: rows
        ).compacted),
    ])
}

extension KeptPromises.Sort {
  fileprivate var phrase: String {
    switch self {
    case .milestones: "milestones"
    case .externals: "from others"
    case .agreed: "agreed dates"
    case .measures: "measures"
    }
  }
}

// MARK: Method

private func method(_ calibration: Calibration) -> Section? {
  guard calibration.overall != nil else { return nil }
  return Section(
    title: "How to read this",
    blocks: [
      .list([
        """
        \(strong: "The uplift") weighs what was observed against the assumption that estimates are right, by how many works \
        there are and how far they lie apart (Bühlmann's credibility, 1967). \(strong: "It replaces") what a plan says now, \
        since estimates are compared as they are written.
        """,
        """
        \(strong: "Rates") are given with the interval that holds the true one in 19 of 20 such samples (Wilson's, 1927).
        """,
      ])
    ])
}
