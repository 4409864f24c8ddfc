import PlanInsight
import PlanModel

/// What has moved most since the schedule was agreed, by what it is for; `nil` where nothing was agreed.
func briefChanges(_ reading: Reading) -> Section? {
  guard let moves = reading.answer.moves else { return nil }
  let title: Prose = "Since the agreed plan"
  let shown = moves.moves.filter { reading.standings[$0.initiative] != .hidden }
  guard !shown.isEmpty else {
    return Section(title: title, blocks: [.paragraph(steady(moves))])
  }
  let named = shown.enumerated().compactMap { place, move in
    reading.told(move.initiative).map { (place: place, move: move, name: $0) }
  }.sorted { (weight($1.move), $0.place) < (weight($0.move), $1.place) }
  var items = named.prefix(reading.fit.items).map { each -> Prose in
    "\(strong: capitalised(each.name)): \(change(each.move))"
  }
  let rest = shown.count - items.count
  if rest > 0 {
    let groundwork =
      items.isEmpty ? counted(rest, "piece") + " of groundwork" : inWords(rest) + " more"
    items.append("\(capitalised(groundwork)).")
  }
  return Section(title: title, blocks: [.list(items)])
}

/// For sorting: what came in or fell out before everything that only moved.
private func weight(_ move: Move) -> Int { move.daysLater.map { abs($0) } ?? .max }

private func change(_ move: Move) -> Prose {
  if move.now == nil {
    return "left out, agreed for \(move.agreed.map { Prose($0.lowerBound.text, .figure) } ?? "")"
  }
  return move.agreed == nil ? "taken in" : distance(move)
}
