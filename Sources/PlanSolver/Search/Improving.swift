extension Search {
  /// Improves what a first list gave by what suits the problem: a chain of schedules for a project; ejections, then
  /// lists, which find what is left, for a large plan; else lists.
  ///
  /// - Parameters: As for `anneal`.
  mutating func improve(until end: Double, bound: Int64, heat: Double) {
    if isProject, annealProject(until: end, bound: bound, heat: heat) { return }
    var heat = heat
    if isLarge, canEject {
      // With too many works the lists get nothing.
      let lists = neighbours.movable.count > Self.listedWorks ? 0 : Self.listShare
      eject(until: end - (end - share()) * lists, bound: bound, heat: heat)
      heat *= Self.heatAfterEjection
    }
    anneal(until: end, bound: bound, heat: heat)
  }

  /// Goes on after a first cooling.
  ///
  /// In a small plan lists alone find little more there: half of it goes into ejections, which change what no list near
  /// the best would. That is worth 0.6 % of the cost of a plan of 30 initiatives in forty variants, and nothing in one of
  /// 68. Before there is a good schedule, or all of the time, they do worse than lists: 1.5 % of the cost of the 68.
  ///
  /// - Parameters: As for `anneal`.
  mutating func improveFurther(until end: Double, bound: Int64, heat: Double) {
    if !isProject, !isLarge, canEject {
      eject(until: (share() + end) / 2, bound: bound, heat: heat * Self.heatOfFurtherEjection)
    }
    improve(until: end, bound: bound, heat: heat)
  }

  /// Whether a change can be priced by what it touches, and there is something to change.
  ///
  /// What a mode waits for hangs on works that are not its predecessors, and what budgets and guardrails cost on all that is
  /// placed. Where one initiative is all there is, its cost hangs on the last of its works alone, and lists that are justified
  /// find more.
  var canEject: Bool {
    board.instance.modes.isEmpty && board.instance.rules.isEmpty
      && neighbours.movableInitiatives > 1
  }

  /// Whether building a list anew is dear: then ejections find more from the beginning, 1.4 % of the cost of 300
  /// initiatives and two of that of 1,000.
  var isLarge: Bool { neighbours.movable.count >= Self.largeWorks }

  /// Between the sizes at which lists and ejections were seen to find more.
  private static var largeWorks: Int { 250 }
  /// With more works than this a list takes as long as thousands of ejections.
  private static var listedWorks: Int { 5_000 }
  /// What of an improvement is for lists after ejections, and how hot they begin: what was found is kept.
  private static var listShare: Double { 0.15 }
  private static var heatAfterEjection: Double { 0.3 }
  /// How hot ejections begin in a small plan, where lists have cooled before: hotter, they would undo it.
  private static var heatOfFurtherEjection: Double { 0.4 }
}
