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
        .list(shown(streams, reading) { now($0, horizon, reading) }),
      ]
    case 1: blocks = [.list(shown(streams, reading) { next($0, reading) })]
    default:
      let names = shown(streams, reading, isSentence: true) { Prose($0.title, .emphasis) }
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

/// So many streams as goals are told of, and how many others there are: as items of a list, or as parts of a sentence.
private func shown(
  _ streams: [Stream], _ reading: Reading, isSentence: Bool = false, _ item: (Stream) -> Prose
) -> [Prose] {
  var items = streams.prefix(reading.fit.goals).map(item)
  let more = streams.dropFirst(reading.fit.goals)
  if !more.isEmpty {
    let count = more.reduce(0) { $0 + $1.members.count }
    let others = more.count == 1 ? "another goal" : counted(more.count, "other goal")
    items.append(
      Prose(isSentence ? others : capitalised("\(counted(count, "initiative")) for \(others)")))
  }
  return items
}

private func commitment(_ horizon: HorizonID, _ reading: Reading) -> Prose {
  reading.answer.simulation == nil
    ? "What we commit to; dates are scheduled, not simulated."
    : "What we commit to, each date \(figure: reading.share(of: horizon).percentText()) sure."
}

private func now(_ stream: Stream, _ horizon: HorizonID, _ reading: Reading) -> Prose {
  let list = reading.list(stream.members) { index, name in
    let initiative = reading.plan.initiatives[index]
    let teams = reading.teams(index).filter { reading.teams.contains($0) }
    var facts: [Prose] = []
    if let end = promise(index, horizon, reading) { facts.append(end) }
    if !teams.isEmpty, teams.count <= teamsMax {
      facts.append(Prose(teams.map { reading.label($0) }.joined(separator: " and ")))
    }
    if reading.fit.hasMeasures,
      let measure = initiative.metrics.lazy.compactMap({ reading.thought($0.phrase) }).first
    {
      facts.append(Prose(measure))
    }
    return facts.isEmpty
      ? "\(emphasis: name)" : "\(emphasis: name) (\(facts.joined(separator: ", ")))"
  }
  return "\(strong: stream.title): \(list)"
}

/// More teams than this are the company.
private let teamsMax = 2

/// The day that may be promised, as its horizon allows; `nil` where nobody simulated.
private func promise(_ index: Int, _ horizon: HorizonID, _ reading: Reading) -> Prose? {
  guard !reading.plan.initiatives[index].isEffortAssumed else { return "no date promised yet" }
  guard let day = reading.promisedDay(index, horizon) else { return nil }
  let year = reading.plan.horizons[horizon.index].last.year
  return switch reading.model.horizon(ofDay: min(day, reading.problem.lastDay - 1)).index {
  case 0: "by \(figure: reading.model.date(ofDay: day).text(besides: year))"
  case 1: "in \(figure: reading.model.date(ofDay: day).monthText)"
  default: "begins; done \(reading.season(of: day, day))"
  }
}

/// A goal with the weeks in which what begins for it is likely done, and what that is.
private func next(_ stream: Stream, _ reading: Reading) -> Prose {
  let isNamed = reading.fit.isAmple
  let members: Prose =
    isNamed
    ? reading.list(stream.members) { _, name in "\(emphasis: name)" }
    : Prose(counted(stream.members.count, "initiative"))
  let finishes = stream.members.compactMap { reading.answer.simulation?.initiatives[$0]?.finish }
  guard let first = finishes.map({ $0.percentile(50) }).min(),
    let last = finishes.map({ $0.percentile(80) }).max()
  else { return "\(strong: stream.title): \(members)" }
  let isOver = first >= reading.problem.lastDay
  let until = min(last, reading.problem.lastDay - 1)
  let when: Prose =
    isOver
    ? "after \(figure: reading.lastDate.text)"
    : "in \(weeks(reading.model.date(ofDay: first), reading.model.date(ofDay: until)))"
  return isNamed
    ? "\(strong: stream.title), done \(when): \(members)"
    : "\(strong: stream.title): \(members), done \(when)"
}
