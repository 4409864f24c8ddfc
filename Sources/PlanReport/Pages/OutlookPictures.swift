import PlanInsight
import PlanModel

// Distributions as bars of text.

/// When something is done: a bar a week, or a month where weeks would be too many.
func picture(_ distribution: DayDistribution, _ reading: OutlookReading) -> [String] {
  let last = distribution.first + Int32(distribution.counts.count) - 1
  let isLong = last - distribution.first > weeksMax * 7
  var bars: [Bar] = []
  for (offset, count) in distribution.counts.enumerated() {
    let day = distribution.first + Int32(offset)
    let label = label(day, isLong: isLong, reading)
    if bars.last?.label != label { bars.append(Bar(label: label)) }
    bars[bars.count - 1].count += Int(count)
    bars[bars.count - 1].marks += marks(distribution, day)
  }
  return lines(bars, of: distribution.trials)
}

/// What it costs in all: a dozen bars of equal width.
func picture(_ distribution: MoneyDistribution, _ reading: OutlookReading) -> [String] {
  guard let least = distribution.sorted.first, let most = distribution.sorted.last, most > least
  else { return [] }
  let width = max(1, (most - least) / moneyBars + 1)
  var bars = (0..<moneyBars).map { index in
    Bar(label: "from " + reading.reading.money(least + index * width, isProved: true))
  }
  for amount in distribution.sorted { bars[Int((amount - least) / width)].count += 1 }
  for percent in markedPercents {
    let amount = distribution.percentile(percent).minorUnits
    bars[Int((amount - least) / width)].marks.append("P\(percent)")
  }
  return lines(bars, of: distribution.sorted.count)
}

private struct Bar {
  var label: String
  var count = 0
  var marks: [String] = []
}

private let weeksMax: Int32 = 20
private let moneyBars: Int64 = 12
private let barWidth = 40
private let markedPercents: [Int64] = [50, 80, 90]

private func label(_ day: Int32, isLong: Bool, _ reading: OutlookReading) -> String {
  if reading.isAfterEnd(day) { return "after \(reading.reading.lastDate.text)" }
  let date = reading.model.date(ofDay: day)
  if isLong { return date.monthText }
  return "week of " + date.adding(days: 1 - date.weekday).text
}

private func marks(_ distribution: DayDistribution, _ day: Int32) -> [String] {
  markedPercents.filter { distribution.percentile($0) == day }.map { "P\($0)" }
}

private func lines(_ bars: [Bar], of trials: Int) -> [String] {
  let labels = bars.map(\.label.count).max() ?? 0
  let most = bars.map(\.count).max() ?? 0
  return bars.map { bar in
    let filled = most == 0 ? 0 : (bar.count * barWidth + most / 2) / most
    let share = Rational(Int64(bar.count), Int64(max(1, trials)))?.percentText() ?? ""
    let told = bar.count == 0 ? "" : share == "0 %" ? "under 1 %" : share
    let label = bar.label + String(repeating: " ", count: labels - bar.label.count)
    let drawn = bar.count > 0 && filled == 0 ? "▏" : String(repeating: "█", count: filled)
    let parts = [label, drawn, told] + [bar.marks.joined(separator: " ")]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
