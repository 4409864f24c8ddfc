package import PlanInsight
package import PlanModel

/// The Now, Next and Later report of a plan, or what an audience reads of it.
///
/// It tells a story and never says what the model does not know. A plan that cannot be carried out gets a report that
/// says so, and which demands cannot hold.
///
/// - Parameters:
///   - answer: The schedule and what was asked of it.
///   - request: For whom, and what of it; unless said all of it, for those who plan.
///   - checks: What came of the plan's own checks.
/// - Returns: The document, in the order in which it is read.
package func report(
  _ answer: Answer, _ request: ReportRequest = ReportRequest(), checks: [CheckOutcome] = []
) -> Document {
  let reading = Reading(answer, request, checks: checks)
  let audience = request.audience
  var kinds: [SectionKind]
  if !answer.solution.isFeasible {
    kinds = audience?.sectionsOfConflict ?? SectionKind.conflict
  } else if request.sections.isEmpty {
    kinds = audience?.sections ?? SectionKind.story
  } else {
    kinds = request.sections.compactMap(SectionKind.init)
    // What the schedule does not follow is told by every report; a page says how much that is where it says how it is read.
    let teller = audience?.isBrief ?? false ? SectionKind.method : .unenforced
    if !reading.plan.unenforced.isEmpty, !kinds.contains(teller) { kinds.append(teller) }
  }
  let title = request.title.flatMap { $0.isEmpty ? nil : $0 } ?? reading.plan.label
  let head = Section(
    title: Prose(audience?.isBrief ?? false ? reading.cut(title) : title),
    blocks: [confidence(reading, request)].compactMap(\.self) + lead(reading))
  var document = Document(
    title: head.title, lead: head.blocks,
    sections: kinds.sections(of: reading, below: head).with(request.paragraphs))
  document.isOnePage = audience?.isBrief ?? false
  // On one page nobody searches, and it is not to tell of what it leaves out.
  if !document.isOnePage { document.topics = reading.topics }
  return document
}

/// What a report is to be made of, beside the answer it tells of.
package struct ReportRequest: Sendable {
  /// For whom; `nil` for those who plan.
  package var audience: Audience?
  /// Instead of the plan's label.
  package var title: String?
  /// Words of sections in their order; empty for those that the audience has.
  package var sections: [String]
  /// Initiatives of the plan that are told of; `nil` tells of all.
  package var initiatives: Set<Int>?
  package var paragraphs: [ReportParagraph]
  /// Whether the report as a whole is marked confidential.
  package var isConfidential: Bool

  package init(
    audience: Audience? = nil, title: String? = nil, sections: [String] = [],
    initiatives: Set<Int>? = nil, paragraphs: [ReportParagraph] = [], isConfidential: Bool = false
  ) {
    self.audience = audience
    self.title = title
    self.sections = sections
    self.initiatives = initiatives
    self.paragraphs = paragraphs
    self.isConfidential = isConfidential
  }
}

/// Words of the plan's own in a report.
package struct ReportParagraph: Sendable {
  /// Its name in the plan.
  package var name: String
  package var heading: String
  /// Empty lines part paragraphs.
  package var text: String
  /// The word of the section it stands before; `nil` for the first, and one that the report does not have for the end.
  package var before: String?

  package init(name: String, heading: String, text: String, before: String?) {
    self.name = name
    self.heading = heading
    self.text = text
    self.before = before
  }

  fileprivate var section: Section {
    let paragraphs = text.split(separator: "\n\n").map { Block.paragraph(Prose(String($0))) }
    return Section(id: "paragraph_\(name)", title: Prose(heading), blocks: paragraphs)
  }
}

extension [Section] {
  /// With paragraphs where they belong, those of one place in their order.
  fileprivate func with(_ paragraphs: [ReportParagraph]) -> [Section] {
    var result = paragraphs.filter { $0.before == nil }.map(\.section)
    for section in self {
      result += paragraphs.filter { $0.before == section.id }.map(\.section)
      result.append(section)
    }
    let ids = Set(map(\.id))
    return result
      + paragraphs.filter { $0.before.map { !ids.contains($0) } ?? false }.map(\.section)
  }
}

extension Reading {
  /// An answer as a report is to tell it.
  init(_ answer: Answer, _ request: ReportRequest, checks: [CheckOutcome]) {
    self.init(answer, for: request.audience, only: request.initiatives)
    asks = AskStake.stakes(schedule, model).enumerated().map { (plan.asks[$0], $1) }
    isChosen = !request.sections.isEmpty
    let whole = answer.plan
    guard let audience = request.audience, hidesAnything else {
      self.checks = checks
      return
    }
    // What does not hold names elements and figures of any sort; that it does not hold is enough.
    self.checks = checks.filter { check in
      !whole.confidential.contains {
        $0.kind == "check" && $0.path == check.name && !$0.readers.include(audience)
      }
    }.map { check in
      var told = check
      told.failures = check.failures.map { _ in
        CheckOutcome.Failure(subject: nil, label: nil, saying: nil, values: [])
      }
      return told
    }
  }
}
