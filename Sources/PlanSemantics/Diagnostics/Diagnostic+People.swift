internal import PlanModel
internal import PlanSyntax

// Messages about how many people there are, and when.
extension Diagnostic {
  static func tooFewPeople(
    at place: Span, who: String, mostTenths: Int64, wantedTenths: Int32
  ) -> Diagnostic {
    let has = mostTenths == 0 ? "nobody" : "at most \(heads(mostTenths))"
    return Diagnostic(
      .tooFewPeople,
      "nobody can do this: it takes \(heads(Int64(wantedTenths))) and `\(who.shortened)` has \(has)",
      at: place, label: "too much to ask",
      helps: ["give it a smaller `staff`, another team, or a `hire`"])
  }

  static func skillTooLarge(
    _ skill: String, at place: Span, team: Team, pooledTenths: Int64, teamPlace: Span
  ) -> Diagnostic {
    Diagnostic(
      .skillTooLarge,
      "the skills of `\(team.name.shortened)` have \(heads(pooledTenths)), the team \(heads(Int64(team.peopleTenths)))",
      at: place, label: "up to here", secondary: [Label(teamPlace, "its people")],
      notes: ["the pools of a team do not overlap"],
      helps: ["count everybody once, in the skill they are needed for most"])
  }

  static func skillOfOtherTeam(
    _ skill: String, at place: Span, of owner: String, wanted: String
  ) -> Diagnostic {
    Diagnostic(
      .skillOfOtherTeam,
      "`\(skill.shortened)` is a skill of `\(owner.shortened)`, not of `\(wanted.shortened)`",
      at: place, label: "of another team",
      helps: ["name a skill of `\(wanted.shortened)`, or another team"])
  }

  static func startsTwice(_ block: Declaration, _ place: Span) -> Diagnostic {
    Diagnostic(
      .startsTwice, "people join `on` a day or over a `spread`, not both", at: place,
      label: "one of the two",
      helps: ["leave one of them out"])
  }

  static func endsTwice(at place: Span, until: Span) -> Diagnostic {
    Diagnostic(
      .endsTwice, "people stay `until` a day or for a `length`, not both", at: place,
      label: "one of the two",
      secondary: [Label(until, "`until` is here")], helps: ["leave one of them out"])
  }

  /// - Parameters:
  ///   - team: Who should have them.
  ///   - skill: The pool they would come from; `nil` for heads of no pool.
  ///   - tenths: What there is.
  ///   - day: When.
  ///   - wanted: Tenths of a head.
  ///   - purpose: "to lend".
  ///   - place: Where the number is written.
  /// - Returns: The error.
  static func tooFewFree(
    _ team: String, inside skill: String?, has tenths: Int64, on day: CivilDate, wanted: Int64,
    toDo purpose: String, at place: Span
  ) -> Diagnostic {
    let pool = skill.map { "in `\($0.shortened)`" } ?? "outside its skills"
    let has = tenths == 0 ? "nobody" : heads(tenths)
    return Diagnostic(
      .tooFewFree,
      "`\(team.shortened)` has \(has) \(pool) on \(day), and \(heads(wanted)) \(purpose)",
      at: place, label: "more than there are",
      helps: [
        skill == nil && purpose == "to lend"
          ? "write fewer people, or name the `skill` that they leave" : "write fewer people"
      ])
  }
}

/// Tenths of a head as plans write them: "3 people", "0.5 people".
func heads(_ tenths: Int64) -> String {
  let whole = tenths / 10
  let text = tenths % 10 == 0 ? "\(whole)" : "\(whole).\(tenths % 10)"
  return tenths == 10 ? "1 person" : "\(text) people"
}
