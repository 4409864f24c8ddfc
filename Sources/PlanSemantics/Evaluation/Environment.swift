package import PlanModel
package import PlanSyntax

/// What evaluating an expression needs to know and where it puts what is wrong.
///
/// One environment serves a whole plan, so that limits hold for the plan and not for each property. The evaluator itself
/// is `evaluate(_:expecting:for:names:)`.
package struct Environment: Sendable {
  /// The plan's one currency; `nil` while it is not known, and then only mixing is an error.
  package var currency: Currency?
  /// What one unit of another currency is worth in the plan's.
  package var exchanges: [Currency: Rational] = [:]
  /// First month of the fiscal year, 1...12; `2026-Q3` depends on it.
  package var fiscalMonth: Int
  /// Which days count as working days when dates are moved.
  package var calendar: WorkCalendar
  /// Everything found wrong so far, in the order in which it was found.
  package var diagnostics: [Diagnostic] = []

  var sources: [SourceText]
  /// What a reader should know of a value although nothing is wrong with it: that a sum passed over what is not there.
  private(set) var remarks: [Remark] = []
  private var stepsMax: Int
  var depth = 0
  var isDepthReported = false
  private var steps = 0
  /// The calls that lead to where evaluation is, outermost first.
  var calls: [Span] = []
  /// What was not evaluated and had its names looked at, so that a query over all of a plan looks once.
  var lookedAt: Set<Span> = []
  /// A mistake in a function is made by each call of it.
  private var told = ToldMistakes()

  /// - Parameters:
  ///   - sources: The files that expressions come from; errors quote them.
  ///   - currency: The plan's one currency, if it is known already.
  ///   - fiscalMonth: First month of the fiscal year, 1...12.
  ///   - calendar: The plan's calendar.
  ///   - stepsMax: Operations that all expressions of the plan may take together.
  package init(
    sources: [SourceText], currency: Currency? = nil, fiscalMonth: Int = 1,
    calendar: WorkCalendar = WorkCalendar(name: "default", holidays: []),
    stepsMax: Int = Environment.stepsMax
  ) {
    self.sources = sources
    self.currency = currency
    self.fiscalMonth = fiscalMonth
    self.calendar = calendar
    self.stepsMax = stepsMax
  }

  /// Expressions inside expressions, names that stand for expressions included.
  ///
  /// The parser allows 200 levels in one expression; a chain of names may be a few times that.
  static let depthMax = 600

  /// Operations in a whole plan, or in one question of it: several times what a plan of 100,000 initiatives needs, and a
  /// few seconds of work.
  package static let stepsMax = 20_000_000

  /// Remarks on one question; nobody reads more.
  private static let remarksMax = 20

  /// Counts operations; false, and one diagnostic for the whole plan, when there were too many.
  mutating func mayStep(_ count: Int = 1, at span: Span) -> Bool {
    let wasWithin = steps <= stepsMax
    steps = steps.addingReportingOverflow(max(count, 1)).partialValue
    if steps <= stepsMax { return true }
    // The first step too many is told, later ones are silent.
    if wasWithin { report(.tooManySteps(stepsMax, at: span)) }
    // What is over the limit stays there, however many steps are asked for.
    steps = stepsMax + 1
    return false
  }

  package mutating func report(_ diagnostic: Diagnostic) {
    guard diagnostics.count < diagnosticsCollectedMax else { return }
    let placed = placed(diagnostic)
    if told.insert(placed, sameBy: .words) { diagnostics.append(placed) }
  }

  mutating func remark(_ text: String, at span: Span) {
    let remark = Remark(text: text, span: span)
    guard remarks.count < Environment.remarksMax, !remarks.contains(remark) else { return }
    remarks.append(remark)
  }

  /// What was found in a function says also where the function was called; of the library, whose text is not the reader's,
  /// it says only that.
  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let span = diagnostic.span, let call = calls.last(where: { !$0.isInLibrary }) else {
      return diagnostic
    }
    var result = diagnostic
    if span.isInLibrary {
      result.span = call
      result.label = "in this call"
      result.secondary = result.secondary.filter { !$0.span.isInLibrary }
      result.fixes = []
      let operands =
        diagnostic.secondary.filter { $0.span.isInLibrary } + [Label(span, diagnostic.label)]
      result.notes += operands.filter { !$0.text.isEmpty }.map {
        let what = $0.text.hasPrefix("this is") ? String($0.text.dropFirst("this ".count)) : $0.text
        return "inside the function `\(Library.excerpt($0.span).shortened)` \(what)"
      }
    } else if span != call, !result.secondary.contains(where: { $0.span == call }) {
      result.secondary.append(Label(call, "in this call"))
    }
    return result
  }

  private typealias Label = Diagnostic.Label

  /// Forgets what a question found, so that the next begins clean.
  mutating func clear(stepsMax: Int) {
    self.stepsMax = stepsMax
    diagnostics = []
    remarks = []
    told = ToldMistakes()
    lookedAt = []
    steps = 0
  }
}

/// Something worth knowing of a value, and where it comes from.
package struct Remark: Hashable, Sendable {
  package let text: String
  package let span: Span
}
