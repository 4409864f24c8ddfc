package import PlanModel

/// What became of a plan's estimates and promises, and what follows for those that are still open.
package struct Calibration: Sendable {
  /// What a group of works has in common.
  package enum Trait: Hashable, Sendable {
    case everything
    case team(TeamID)
    case referenceClass(ClassID)
    /// The kind of their initiative, as the plan writes it.
    case kind(String)
    case size(Size)
  }

  /// How much work was thought to be.
  package enum Size: Int, Sendable, CaseIterable {
    /// Up to two person-weeks.
    case small
    /// Up to eight.
    case medium
    case large

    init(_ effort: Effort) {
      self =
        effort <= Effort(personWeeks: 2)
        ? .small : effort <= Effort(personWeeks: 8) ? .medium : .large
    }
  }

  /// One group, with what its works say.
  package struct Group: Sendable {
    package let trait: Trait
    package let pace: PaceEstimate
    /// How often their P80 was kept.
    package let p80: HitRate
  }

  /// Works that something can be learned from, in the order of the plan.
  package let works: [FinishedWork]
  /// Finished works of which the plan does not say what went into them.
  package let withoutSpent: Int
  /// Finished works that nobody has estimated, or of fixed length.
  package let unestimated: Int
  /// All works together; `nil` without any.
  package let overall: Group?
  /// Of teams those works alone that are in no class, since that is what their `uplift` is for.
  package let teams: [Group]
  package let classes: [Group]
  package let kinds: [Group]
  package let sizes: [Group]
  package let promises: [KeptPromises]

  /// - Complexity: O(works), and a search for the P80 of each.
  package init(_ plan: Plan) {
    let found = FinishedWork.all(of: plan)
    let works = found.works
    self.works = works
    withoutSpent = found.withoutSpent
    unestimated = found.unestimated
    promises = KeptPromises.all(of: plan)
    func groups(
      _ traits: [Trait], of trait: (FinishedWork) -> Trait?
    ) -> [(trait: Trait, works: [FinishedWork])] {
      let members = Dictionary(grouping: works, by: trait)
      return traits.compactMap { trait in members[trait].map { (trait, $0) } }
    }
    let byTeam = groups(plan.teams.indices.map { .team(TeamID($0)) }) {
      let work = plan.works[$0.work.index]
      return work.referenceClass == nil ? .team(work.team) : nil
    }
    let byClass = groups(plan.classes.indices.map { .referenceClass(ClassID($0)) }) {
      plan.works[$0.work.index].referenceClass.map { Trait.referenceClass($0) }
    }
    // Kinds in the order in which the plan has them.
    var kinds: [Trait] = []
    for initiative in plan.initiatives where !kinds.contains(.kind(initiative.kind)) {
      kinds.append(.kind(initiative.kind))
    }
    let byKind = groups(kinds) {
      .kind(plan.initiatives[plan.works[$0.work.index].initiative.index].kind)
    }
    let bySize = groups(Size.allCases.map { .size($0) }) { .size(Size($0.estimated)) }
    let within = PaceEstimate.within(byTeam.map(\.works) + byClass.map(\.works))
    func group(_ trait: Trait, _ works: [FinishedWork]) -> Group {
      Group(
        trait: trait, pace: PaceEstimate(works, within: within),
        p80: HitRate(works.map(\.keptP80)))
    }
    teams = byTeam.map(group)
    classes = byClass.map(group)
    self.kinds = byKind.map(group)
    sizes = bySize.map(group)
    overall = works.isEmpty ? nil : group(.everything, works)
  }
}
