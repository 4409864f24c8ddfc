internal import PlanModel
internal import PlanSyntax

extension Lint {
  /// A skill that one person has, that open work needs, and that nobody learns or is hired for.
  static let loneSkill = Lint(
    code: .loneSkill, title: "a skill with one holder",
    reason: "work that one person can do stops when that person does; a team's bus factor"
      + " (Coplien, 1994) is a number to raise before it is needed"
  ) { subject in
    let needed = Set(
      subject.open.flatMap { subject[$0].works.compactMap { subject.plan.works[$0].skill } })
    return subject.plan.skills.indices.map { SkillID($0) }.filter { id in
      let skill = subject.plan.skills[id.index]
      let hires = subject.plan.teams[skill.team.index].hires
      return needed.contains(id) && skill.peopleTenths <= 10 && skill.learnings.isEmpty
        && !hires.contains { $0.skill == id }
    }.map { id in
      Diagnostic(
        .loneSkill,
        "one person knows `\(subject.plan.skills[id.index].name.shortened)`, and work needs it",
        at: subject.places[id], label: "one holder",
        helps: ["let somebody `learn` it, or `hire` with that `skill`"])
    }
  }
}
