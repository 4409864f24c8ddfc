/// How what may be used up is shared out between searching and proving.
struct Phases {
  /// What may go into searching to the end, before all else.
  let exhaustive: Double
  /// The shares at which the first search ends, and the search for a bound.
  let search: Double
  let bound: Double
  /// Where one search alone begins to cool again after it.
  let heat: Double
  /// Where several begin, in turn, between their meetings.
  let heats: [Double]

  /// What was found is kept, and less and less of it is questioned.
  static let usual = Phases(
    exhaustive: 0.2, search: 0.2, bound: 0.6, heat: 0.3, heats: [0.4, 0.3, 0.2, 0.1])
  /// In a large plan one long cooling finds more than several short ones: within a second 0.4 % of 300 initiatives' cost, 0.5 %
  /// of that of 1,000.
  static let large = Phases(exhaustive: 0.2, search: 0.6, bound: 0.85, heat: 0.2, heats: [0.2])
  /// A chain of schedules is soon good enough to prove something about it, and goes on anew from hot to cold.
  static let project = Phases(
    exhaustive: 0.02, search: 0.05, bound: 0.1, heat: 1, heats: [1, 0.3])
  static let smallProject = Phases(
    exhaustive: 0.02, search: 0.05, bound: 0.8, heat: 1, heats: [1, 0.3])

  /// With more works than this, proofs seldom come to an end.
  static let smallProjectMax = 40

  /// With no more works than this, twenty times the work that a bound has in larger plans nearly always ends in a proof,
  /// in well under a second.
  ///
  /// Of twenty plans with 4 to 12 initiatives all are proved then instead of eleven, of four with 16 three instead of none; of
  /// twelve with 20 to 30 none is.
  static let provableMax = 18
  static let timesProvable: Int64 = 20
}

extension Search {
  var phases: Phases {
    guard isProject else { return isLarge ? .large : .usual }
    return neighbours.movable.count <= Phases.smallProjectMax ? .smallProject : .project
  }
}
