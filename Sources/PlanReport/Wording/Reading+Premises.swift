import PlanInsight
import PlanModel

extension Reading {
  /// What of people and of others the plan counts on, in writing: "six people in Platform and two more from 1 September"; `nil` where
  /// it has no teams, and where how they change is kept back.
  var premises: Prose? {
    guard !hidesPeople else { return nil }
    let isBrief = audience?.isBrief ?? false
    let shown = isBrief ? Array(teams.prefix(Brief.goalsMax)) : teams
    guard !shown.isEmpty else { return nil }
    var parts = shown.map { crew($0, isBrief: isBrief) }
    if teams.count > shown.count {
      parts.append(Prose(counted(teams.count - shown.count, "more team")))
    }
    var text: Prose =
      isBrief
      ? "It counts on these people: \(parts.joined(separator: "; "))."
      : "The plan assumes \(parts.joined(separator: "; "))."
    if plan.load < .one {
      text += """
         Of their time for work it plans \(figure: plan.load.percentText()); the rest is for what nobody foresees.
        """
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

  private func crew(_ id: TeamID, isBrief: Bool) -> Prose {
    let team = plan.teams[id.index]
    let people = team.peopleTenths == 10 ? " person" : " people"
    var text: Prose = "\(few(team.peopleTenths))\(isBrief ? "" : people) in \(label(id))"
    // A page has room for those who are to come soon.
    let soon = plan.horizons.prefix(2).last?.last ?? plan.end
    let coming = team.hires.filter { $0.on > plan.asOf && (!isBrief || $0.on <= soon) }
    guard !coming.isEmpty else { return text }
    let shown = coming.prefix(isBrief ? 1 : Reading.hiresMax)
    let days = shown.map { hire -> Prose in
      "\(few(hire.peopleTenths)) more \(hire.last == nil ? "from" : "for a while from") \(figure: hire.on.text)"
    }
    let rest = coming.dropFirst(shown.count).reduce(Int32(0)) { $0 + $1.peopleTenths }
    text += isBrief ? " (\(days.joined(separator: ", "))" : " and \(days.joined(separator: ", "))"
    if rest > 0 { text += ", \(few(rest)) later" }
    return isBrief ? text + ")" : text
  }

  /// Whole people as a word, others by their figure.
  private func few(_ tenths: Int32) -> String {
    tenths % 10 == 0 ? inWords(Int(tenths / 10)) : heads(tenths)
  }

  private static let namesMax = 8
  private static let hiresMax = 2
}
