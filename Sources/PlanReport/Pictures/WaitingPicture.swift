import PlanInsight
import PlanModel

/// What putting each initiative off by a cycle costs, as bars; `nil` without money, or where nobody asked.
func waitingPicture(_ cases: [WaitingCase], _ reading: Reading) -> Picture? {
  let dear = cases.filter { !$0.isFree }
  guard dear.count > 1 else { return nil }
  let bars = dear.prefix(barsMax).map { each -> BarsChart.Bar in
    let label = reading.label(each.initiative)
    let figure = reading.net(each.step.net).plainText
    return switch each.step.net {
    case .costs(let amount, let isProved):
      BarsChart.Bar(
        label: label, figure: figure, amount: amount, isUpperLimit: !isProved,
        text: "\(label): \(figure)")
    case .breaks:
      BarsChart.Bar(
        label: label, figure: "cannot wait", amount: nil, isUpperLimit: false,
        text: "\(label): \(figure)")
    }
  }
  var caption: Prose = """
    What the business loses if one initiative starts \(reading.plan.cycle.phrase) later and everything else is planned anew \
    around it. The bars do not add up.
    """
  if bars.count < dear.count {
    caption += " The \(inWords(bars.count)) dearest of \(inWords(dear.count)) are drawn."
  }
  return Picture(
    .waiting, title: "The price of waiting \(reading.plan.cycle.phrase)", caption: caption,
    alternative: .besides, chart: .bars(BarsChart(bars: bars)))
}

/// Bars below these are hairs beside the longest.
private let barsMax = 24
