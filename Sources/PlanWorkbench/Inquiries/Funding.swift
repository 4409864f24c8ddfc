internal import PlanInsight
internal import PlanModel
internal import PlanReport
internal import PlanSemantics
internal import PlanSyntax

/// Which initiatives a number of slots takes, and what other orders than the schedule's would cost (`plan fund`).
///
/// - Parameters:
///   - solved: The plan, whose schedule keeps the hard demands.
///   - slots: How many initiatives may be taken; unless said, as many as the schedule begins in its first horizon.
///   - scores: Expressions of an initiative's fields, each another order, the highest first.
/// - Returns: What has a slot and what falls under the line, and the orders side by side.
/// - Throws: When there are no slots to give away, or an expression is no score.
package func funding(
  _ solved: SolvedPlan, slots: Int?, by scores: [String]
) throws(Misasked) -> Report {
  let slots = try slotCount(slots, solved)
  var orders: [OrderComparison.Score] = []
  var missing: [String] = []
  switch riceScore(solved.checked) {
  case .success(let found): orders.append(found)
  case .failure: missing.append(riceMissing)
  }
  for text in scores {
    switch solved.checked.score(text, named: text) {
    case .success(let found): orders.append(found)
    case .failure(let wrong): throw wrong
    }
  }
  let inquiry = solved.inquiryOfMany
  let funding = Funding(
    slots: slots, of: solved.model, base: solved.solution, inquiry: inquiry)
  let comparison = OrderComparison(
    of: solved.model, base: solved.solution, scores: orders, line: slots, inquiry: inquiry)
  let answer = scheduled(solved)
  let told = missing
  return Report(document: fundingPage(funding, comparison, answer, missing: told)) {
    try fundingJSON(funding, comparison, answer, missing: told)
  }
}

/// More than any plan has initiatives.
private let slotsMax = 100_000

/// As many as asked for; unless said, as many as people are there for, which is what the schedule begins in its first horizon.
///
/// - Throws: When there are none to give away.
func slotCount(_ asked: Int?, _ solved: SolvedPlan) throws(Misasked) -> Int {
  guard let asked else { return startingInFirstHorizon(solved) }
  guard (1...slotsMax).contains(asked) else {
    throw Misasked("\(asked) slots cannot be given away", help: "a number from 1 to \(slotsMax)")
  }
  return asked
}

private func startingInFirstHorizon(_ solved: SolvedPlan) -> Int {
  let (model, schedule) = (solved.model, solved.solution.schedule)
  let now = model.horizon(ofDay: model.problem.firstDay)
  let count = model.problem.initiatives.indices.count { index in
    guard model.problem.initiatives[index].partOf == nil,
      let day = schedule.start(of: index, in: model.problem)
    else { return false }
    return model.horizon(ofDay: day) == now
  }
  return max(1, count)
}

// MARK: Scores

/// As the library has it, or a plan that replaced it by one of the initiative itself.
func riceScore(_ checked: CheckedPlan) -> Result<OrderComparison.Score, Misasked> {
  let usual = checked.score("rice(reach, impact, confidence, effort)", named: "RICE")
  if case .success = usual { return usual }
  return checked.score("rice(candidate)", of: "initiatives as candidate", named: "RICE")
}

private let riceMissing =
  "RICE gives no order here: it takes a reach and an impact of every initiative, such as `field reach { for: initiative, type: number }`."

private let scoreHelp =
  "an expression of their fields, such as impact * confidence; `x ?? 0` says what counts where there is none"

extension CheckedPlan {
  /// What an expression comes to for each initiative of the plan; `nil` for what has none.
  fileprivate func score(
    _ text: String, of list: String = "initiatives", named title: String
  ) -> Result<OrderComparison.Score, Misasked> {
    let name = list == "initiatives" ? "name" : "candidate.name"
    let source = SourceText(
      file: FileID(raw: .max), path: "--by", bytes: Array("\(list) show [\(name), \(text)]".utf8))
    let parsed = parseExpression(source)
    let expression = parsed.expression
    let evaluation = expression.flatMap { interpreter?.evaluate($0, in: source, facts: nil) }
    let wrong = parsed.diagnostics + (evaluation?.diagnostics ?? [])
    guard wrong.isEmpty, let expression, let interpreter, let plan,
      case .table(let table)? = evaluation?.value
    else {
      let why = wrong.first.map { ": \($0.headline)" } ?? ""
      return .failure(
        Misasked(
          "`\(shortened(text))` is no score of initiatives\(why)",
          help: scoreHelp))
    }
    let known = plan.scores(in: table)
    guard known.contains(where: { $0 != nil }) else {
      return .failure(
        Misasked(
          "`\(shortened(text))` gives no initiative a number",
          help: scoreHelp))
    }
    return .success(
      OrderComparison.Score(name: title) { minutes in
        guard let minutes else { return known }
        let drawn = interpreter.evaluate(
          expression, in: source, facts: nil, assuming: plan.wholeEfforts(minutes))
        guard case .table(let table) = drawn.value else { return known }
        return plan.scores(in: table)
      })
  }
}

extension Plan {
  /// The second column of a table whose first has names of initiatives, by initiative.
  fileprivate func scores(in table: ValueTable) -> [Rational?] {
    var scores = [Rational?](repeating: nil, count: initiatives.count)
    let places = Dictionary(
      initiatives.indices.map { (initiatives[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    for row in table.rows where row.count == 2 {
      guard let index = places[row[0].plainText], case .quantity(let score) = row[1] else {
        continue
      }
      scores[index] = score.magnitude
    }
    return scores
  }

  /// Minutes of each initiative, those of its further slices counted with the first.
  fileprivate func wholeEfforts(_ minutes: [Int64]) -> [Effort] {
    var efforts = minutes.map { Effort(minutes: $0) }
    for (index, initiative) in initiatives.enumerated() {
      guard let first = initiative.partOf else { continue }
      efforts[first.index] = efforts[first.index] + efforts[index]
    }
    return efforts
  }
}
