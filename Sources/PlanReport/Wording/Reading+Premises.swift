import PlanInsight
import PlanModel

extension Reading {
  /// What of people and of others the plan counts on, in writing: "six people in Platform and two more from 1 September"; `nil` where
  /// it has no teams, and where how they change is kept back.
  var premises: Prose? {
    guard !hidesPeople, !teams.isEmpty else { return nil }
    let isBrief = audience?.isBrief ?? false
    let crews =
      isBrief ? fewCrews.joinedAsSentence() : teams.map(crew).joined(separator: "; ")
    var text: Prose = "The plan assumes \(crews)."
    if let kept = Rational.one.minus(plan.load), kept > .zero {
      text += " It keeps \(figure: kept.percentText()) of their time free for what nobody foresees."
    }
    if isBrief { return text }
    let owed = plan.externals.indices.filter { index in
      let external = plan.externals[index]
      return external.commitment != .met && shows(external.readers)
    }
    guard !owed.isEmpty else { return text }
    let promises = owed.prefix(Reading.namesMax).map { index -> Prose in
      let id = ExternalID(index)
      let date = model.expectedDate(of: id, in: schedule) ?? plan.externals[index].date
      return "\(emphasis: label(id)) by \(figure: date.text)"
    }
    let more: Prose =
      owed.count > promises.count ? " and \(inWords(owed.count - promises.count)) more" : ""
    text += " It counts on \(promises.joinedAsSentence())\(more)."
    return text
  }

  private func crew(_ id: TeamID) -> Prose {
    let team = plan.teams[id.index]
    var text = members(of: team)
    let coming = team.hires.filter { $0.on > plan.asOf }
    guard !coming.isEmpty else { return text }
    let shown = coming.prefix(Reading.hiresMax)
    let days = shown.map { hire -> Prose in
      "\(few(hire.peopleTenths)) more \(hire.last == nil ? "from" : "for a while from") \(figure: hire.on.text)"
    }
    let rest = Array(coming.dropFirst(shown.count)).peopleTenths
    text += " and \(days.joined(separator: ", "))"
    if rest > 0 { text += ", \(few(rest)) later" }
    return text
  }

  private func members(of team: Team) -> Prose {
    "\(few(team.peopleTenths)) \(team.peopleTenths == 10 ? "person" : "people") in \(named(team.label, team.name))"
  }

  /// The largest teams with the first of those who are to join each soon, and how many others there are, for a page that has no room
  /// for all.
  private var fewCrews: [Prose] {
    let order = teams.sorted {
      (plan.teams[$1.index].peopleTenths, $0) < (plan.teams[$0.index].peopleTenths, $1)
    }
    let shown = order.prefix(fit.named)
    var told: [Hire] = []
    var parts = shown.map { id -> Prose in
      let team = plan.teams[id.index]
      guard let hire = team.hires.first(where: { $0.on > plan.asOf && $0.last == nil }) else {
        return members(of: team)
      }
      told.append(hire)
      return "\(members(of: team)) (\(few(hire.peopleTenths)) more from \(figure: hire.on.text))"
    }
    if teams.count > shown.count {
      parts.append(Prose(counted(teams.count - shown.count, "more team")))
    }
    let coming = teams.flatMap { plan.teams[$0.index].hires }
      .filter { $0.on > plan.asOf && $0.last == nil }.peopleTenths
    let rest = coming - told.peopleTenths
    if rest > 0 {
      let noun = rest == 10 ? "hire" : "hires"
      parts.append("\(few(rest)) \(told.isEmpty ? "" : "other ")\(noun)")
    }
    return parts
  }

  /// Whole people as a word, others by their figure.
  private func few(_ tenths: Int32) -> String {
    tenths % 10 == 0 ? inWords(Int(tenths / 10)) : heads(tenths)
  }

  private static let namesMax = 8
  private static let hiresMax = 2
}

extension [Hire] {
  /// How many people they are.
  var peopleTenths: Int32 {
    Int32(clamping: reduce(Int64(0)) { $0 + Int64($1.peopleTenths) })
  }
}
