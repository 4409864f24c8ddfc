import PlanInsight
import PlanModel

/// What is lost if an initiative is never done against what one cycle of waiting costs; `nil` without money, or where nobody
/// asked.
func impactPicture(_ reading: Reading) -> Picture? {
  guard reading.plan.printsMoney else { return nil }
  let all = reading.plan.initiatives.indices.compactMap { stake($0, reading) }
    .filter { $0.impact ?? .max > 0 || $0.urgency ?? .max > 0 }
  guard all.count > 1 else { return nil }
  let order = all.sorted {
    ($1.impact ?? .max, $1.urgency ?? .max, $0.initiative)
      < ($0.impact ?? .max, $0.urgency ?? .max, $1.initiative)
  }
  let shown = order.prefix(itemsMax)
  let across = Scale(shown.compactMap(\.urgency).max() ?? 0)
  let up = Scale(shown.compactMap(\.impact).max() ?? 0)
  var caption: Prose = """
    Further up, more is lost if it is never done; further right, more is lost by waiting \
    \(reading.plan.cycle.phrase). Both scales spread small amounts. What must not wait at all stands at the end.
    """
  if shown.count < all.count {
    caption +=
      " The \(inWords(shown.count)) with the most at stake of \(inWords(all.count)) are drawn."
  }
  return Picture(
    .impact, title: "Impact and urgency", caption: caption,
    alternative: .key(table(Array(shown), reading)),
    chart: .scatter(
      ScatterChart(
        across: ScatterChart.Axis(
          title: "urgency: \(reading.plan.cycle.phrase) later costs", ticks: across.ticks(reading)),
        up: ScatterChart.Axis(title: "impact: never doing it costs", ticks: up.ticks(reading)),
        items: shown.map { stake in
          ScatterChart.Item(
            label: reading.label(stake.initiative), across: across.place(stake.urgency),
            up: up.place(stake.impact),
            isUndone: reading.standings[stake.initiative] == .undone,
            text: text(stake, reading))
        })))
}

/// More numbers than this are not looked up by anybody.
private let itemsMax = 40

/// What hangs on an initiative, in minor units; `nil` for more than any amount.
private struct Stake {
  var initiative: Int
  var impact: Int64?
  var urgency: Int64?
}

private func stake(_ index: Int, _ reading: Reading) -> Stake? {
  guard reading.standings[index] != .hidden, !reading.hidesWorth else { return nil }
  if let undone = reading.answer.undone[index] {
    guard reading.plan.initiatives[index].priority != .wont else { return nil }
    return Stake(
      initiative: index, impact: undone.untilEndWithFollowers, urgency: undone.perCycle)
  }
  guard let deferral = reading.answer.deferrals[index],
    let never = deferral.step(.undone), let later = deferral.step(.by(reading.plan.cycle))
  else { return nil }
  return Stake(initiative: index, impact: amount(never.net), urgency: amount(later.net))
}

private func amount(_ net: Deferral.Net) -> Int64? {
  if case .costs(let amount, _) = net { amount } else { nil }
}

private func told(_ amount: Int64?, _ reading: Reading) -> String {
  guard let amount else { return "breaks what has to be kept" }
  return amount > 0 ? reading.money(amount, isProved: false) : "nothing"
}

private func text(_ stake: Stake, _ reading: Reading) -> String {
  """
  \(reading.label(stake.initiative)): never \(told(stake.impact, reading)), \
  \(reading.plan.cycle.phrase) later \(told(stake.urgency, reading))
  """
}

private func table(_ stakes: [Stake], _ reading: Reading) -> Table {
  Table(
    columns: [
      Table.Column("No.", .trailing), Table.Column("Initiative"),
      Table.Column("Never doing it costs", .trailing),
      Table.Column("One \(reading.plan.cycle.noun) later costs", .trailing),
    ],
    rows: stakes.enumerated().map { place, stake in
      [
        "\(figure: String(place + 1))", "\(strong: reading.label(stake.initiative))",
        "\(figure: told(stake.impact, reading))", "\(figure: told(stake.urgency, reading))",
      ]
    })
}

/// Square roots of amounts: a tenth of the most stands at a third, so that the small ones do not lie on each other.
private struct Scale {
  private let most: Int64

  init(_ most: Int64) { self.most = max(1, most) }

  /// In thousandths; what is more than any amount stands at the end.
  func place(_ amount: Int64?) -> Int {
    guard let amount else { return 1_000 }
    return Int((Double(max(0, amount)) / Double(most)).squareRoot() * 960)
  }

  /// Nothing, and round amounts that stand well apart.
  func ticks(_ reading: Reading) -> [ScatterChart.Tick] {
    var ticks = [ScatterChart.Tick(label: reading.money(0, isProved: true), thousandths: 0)]
    var scale: Int64 = 1
    while scale <= most {
      for factor in [1, 2, 5] as [Int64] {
        let (amount, isTooMuch) = scale.multipliedReportingOverflow(by: factor)
        guard !isTooMuch, amount <= most else { break }
        let place = place(amount)
        guard let last = ticks.last, place - last.thousandths >= Self.leastGap else { continue }
        ticks.append(
          ScatterChart.Tick(label: reading.money(amount, isProved: true), thousandths: place))
      }
      let (next, isTooMuch) = scale.multipliedReportingOverflow(by: 10)
      if isTooMuch { break }
      scale = next
    }
    return ticks
  }

  private static let leastGap = 140
}
