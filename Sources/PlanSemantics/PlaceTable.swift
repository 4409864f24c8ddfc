package import PlanModel
package import PlanSyntax

/// Where each entity of a plan was declared: the way from the model back to the text.
package struct PlaceTable: Sendable {
  var horizons: [Span] = []
  var teams: [Span] = []
  var skills: [Span] = []
  var goals: [Span] = []
  var initiatives: [Span] = []
  var works: [Span] = []
  var milestones: [Span] = []
  var externals: [Span] = []
  var classes: [Span] = []
  var debts: [Span] = []
  var choices: [Span] = []
  /// Of each team that the plan declares, those of its hires.
  var hires: [[Span]] = []
  var headcounts: [HeadcountPlace] = []
  /// Of each work of the plan, where each of its dependencies was written.
  package var dependencies: [[Span]] = []

  package init() {}

  /// The name in its declaration, or the block's word; `nil` for what the plan did not write, such as the horizons that
  /// every plan has.
  package subscript(_ id: HorizonID) -> Span? { horizons[safe: id.index] }
  package subscript(_ id: TeamID) -> Span? { teams[safe: id.index] }
  package subscript(_ id: SkillID) -> Span? { skills[safe: id.index] }
  package subscript(_ id: GoalID) -> Span? { goals[safe: id.index] }
  package subscript(_ id: InitiativeID) -> Span? { initiatives[safe: id.index] }
  package subscript(_ id: WorkID) -> Span? { works[safe: id.index] }
  package subscript(_ id: MilestoneID) -> Span? { milestones[safe: id.index] }
  package subscript(_ id: ExternalID) -> Span? { externals[safe: id.index] }
  package subscript(_ id: ClassID) -> Span? { classes[safe: id.index] }
  package subscript(_ id: DebtID) -> Span? { debts[safe: id.index] }

  /// One for each hire of a team, in their order.
  func hires(of team: TeamID) -> [Span] { hires[safe: team.index] ?? [] }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
