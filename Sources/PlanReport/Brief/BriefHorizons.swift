import PlanInsight
import PlanModel

/// Now with dates, Next with weeks for each goal, Later with themes alone.
func briefHorizons(_ reading: Reading, _ which: Range<Int>) -> [Section] {
  which.clamped(to: reading.plan.horizons.indices).compactMap { index in
    let horizon = HorizonID(index)
    let members = reading.initiatives(in: horizon)
    guard !members.isEmpty else { return nil }
    let streams = reading.streams(members)
    var blocks: [Block]
    switch index {
    case 0:
      blocks = [
        .paragraph(commitment(horizon, reading)),
        .list(shown(streams) { now($0, horizon, reading) }),
      ]
    case 1: blocks = [.list(shown(streams) { next($0, reading) })]
    default:
      let names = shown(streams) { Prose($0.title, .emphasis) }
      blocks = [
        .paragraph(
          """
          \(capitalised(counted(members.count, "more initiative", "more initiatives"))) for \(names.joinedAsSentence()): \
          directions, without dates.
          """)
      ]
    }
    let span = reading.plan.horizons[index]
    return Section(
      title: "\(reading.label(horizon)): \(dates(span.first, span.last))", blocks: blocks)
  }
}

private typealias Stream = (title: String, members: [Int])

/// So many streams as goals are told of.
private func shown(_ streams: [Stream], _ item: (Stream) -> Prose) -> [Prose] {
  var items = streams.prefix(Brief.goalsMax).map(item)
  let more = streams.dropFirst(Brief.goalsMax)
  if !more.isEmpty {
    let count = more.reduce(0) { $0 + $1.members.count }
    items.append("\(counted(count, "initiative")) for \(counted(more.count, "other goal"))")
  }
  return items
}

private func commitment(_ horizon: HorizonID, _ reading: Reading) -> Prose {
  reading.answer.simulation == nil
    ? "What we commit to; dates are scheduled, not simulated."
    : "What we commit to. We are \(figure: reading.share(of: horizon).percentText()) sure of each date."
}

private func now(_ stream: Stream, _ horizon: HorizonID, _ reading: Reading) -> Prose {
  let year = reading.plan.horizons[horizon.index].last.year
  let list = reading.list(stream.members) { index, name in
    let teams = reading.teams(index).filter { reading.teams.contains($0) }
    let who = teams.count == 1 ? ", \(reading.label(teams[0]))" : ""
    guard !reading.plan.initiatives[index].isEffortAssumed else {
      return "\(emphasis: name) (no date promised yet\(who))"
    }
    guard let day = reading.promisedDay(index, horizon) else { return "\(emphasis: name)" }
    let by: Prose =
      switch reading.model.horizon(ofDay: min(day, reading.problem.lastDay - 1)).index {
      case 0: "by \(figure: reading.model.date(ofDay: day).text(besides: year))"
      case 1: "in \(figure: reading.model.date(ofDay: day).monthText)"
      default: "begins; done \(reading.season(of: day, day))"
      }
    return "\(emphasis: name) (\(by)\(who))"
  }
  return "\(strong: stream.title): \(list)"
}

private func next(_ stream: Stream, _ reading: Reading) -> Prose {
  let finishes = stream.members.compactMap { reading.answer.simulation?.initiatives[$0]?.finish }
  let list = reading.list(stream.members) { _, name in "\(emphasis: name)" }
  guard let first = finishes.map({ $0.percentile(50) }).min(),
    let last = finishes.map({ $0.percentile(80) }).max()
  else { return "\(strong: stream.title): \(list)" }
  guard first < reading.problem.lastDay else {
    return "\(strong: stream.title), after \(figure: reading.lastDate.text): \(list)"
  }
  let until = min(last, reading.problem.lastDay - 1)
  let range = weeks(reading.model.date(ofDay: first), reading.model.date(ofDay: until))
  return "\(strong: stream.title), \(range): \(list)"
}
