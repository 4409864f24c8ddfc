import PlanInsight
import PlanModel

/// How likely each goal is met by each day; `nil` where nobody simulated, and where no goal has a day.
func chancesPicture(_ reading: Reading) -> Picture? {
  guard let simulation = reading.answer.simulation else { return nil }
  let known = reading.goals.compactMap { index in
    simulation.goals[index].map { (goal: GoalID(index), outlook: $0) }
  }
  let shown = known.prefix(goalsMax)
  guard !shown.isEmpty else { return nil }
  var caption: Prose = """
    The chance that everything a goal needs is done by each day, over \
    \(figure: Rational(Int64(simulation.trials)).text(decimals: 0)) trials.
    """
  if shown.count < known.count {
    caption +=
      " The first \(inWords(shown.count)) of \(counted(known.count, "goal")) are drawn; the table has all."
  }
  return Picture(
    .chances, title: "How likely, by when", caption: caption,
    alternative: .key(table(known, reading)),
    chart: .curves(shown.map { chart($0.goal, $0.outlook, reading) }))
}

/// More curves than this are not compared by anybody.
private let goalsMax = 9

private func table(
  _ goals: [(goal: GoalID, outlook: Simulation.GoalOutlook)], _ reading: Reading
) -> Table {
  Table(
    columns: [
      Table.Column("Goal"), Table.Column("Scheduled"), Table.Column("P50"), Table.Column("P80"),
      Table.Column("P90"),
    ],
    rows: goals.map { goal, outlook in
      [
        "\(strong: reading.label(goal))",
        "\(figure: reading.model.date(ofDay: outlook.scheduled).text)",
      ]
        + [50, 80, 90].map { reading.simulatedDate(outlook.finish, $0) }
    })
}

private func chart(
  _ goal: GoalID, _ outlook: Simulation.GoalOutlook, _ reading: Reading
) -> CurveChart {
  let finish = outlook.finish
  let end = reading.problem.lastDay - 1
  let wanted = reading.plan.goals[goal.index].by
  let lastTrial = finish.first + Int32(clamping: finish.counts.count) - 1
  let named = [outlook.scheduled] + [wanted].compactMap { $0.map(reading.model.day(of:)) }
  let first = min(finish.first - 7, named.min() ?? finish.first)
  let last = min(max(lastTrial, named.max() ?? lastTrial), end)
  // Half a hundred points draw a curve as well as a thousand.
  let stride = max(1, (min(lastTrial, end) - finish.first) / 50)
  var steps = [step(finish.first - 1, finish, reading)]
  var day = finish.first
  while day < min(lastTrial, end) {
    steps.append(step(day, finish, reading))
    day += stride
  }
  steps.append(step(min(lastTrial, end), finish, reading))
  return CurveChart(
    title: reading.label(goal),
    days: reading.model.date(ofDay: first)...reading.model.date(ofDay: max(first, last)),
    steps: steps, points: points(goal, outlook, wanted, reading))
}

private func step(_ day: Int32, _ finish: DayDistribution, _ reading: Reading) -> CurveChart.Step {
  CurveChart.Step(
    day: reading.model.date(ofDay: day), thousandths: thousandths(finish.chance(by: day)))
}

private func points(
  _ goal: GoalID, _ outlook: Simulation.GoalOutlook, _ wanted: CivilDate?, _ reading: Reading
) -> [CurveChart.Point] {
  let finish = outlook.finish
  func point(
    _ date: CivilDate, _ label: String, _ kind: CurveChart.Point.Kind, _ told: String
  ) -> CurveChart.Point {
    let chance = finish.chance(by: reading.model.day(of: date))
    return CurveChart.Point(
      day: date, thousandths: thousandths(chance), label: "\(label) \(told)", kind: kind,
      text:
        "\(reading.label(goal)): \(label) \(date.text), met by then in \(chanceText(chance)) of the trials"
    )
  }
  var points: [CurveChart.Point] = []
  if let wanted { points.append(point(wanted, "wanted", .wanted, wanted.text)) }
  let scheduled = reading.model.date(ofDay: outlook.scheduled)
  points.append(point(scheduled, "scheduled", .scheduled, scheduled.text))
  for percent in [50, 80] as [Int64] {
    let day = finish.percentile(percent)
    guard day < reading.problem.lastDay else { continue }
    // The year stands below the curve.
    let date = reading.model.date(ofDay: day)
    points.append(point(date, "P\(percent)", .quantile, date.shortText))
  }
  return points
}

private func thousandths(_ share: Rational) -> Int { Int(share.times(1_000)?.rounded ?? 0) }
