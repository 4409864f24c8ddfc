package import PlanModel
package import PlanSyntax

/// Circumstances of an analysis that are no part of the plan's text.
package struct AnalysisOptions: Sendable {
  /// The scenario that is laid over the plan; `nil` for the plan itself.
  package var scenario: String?
  /// Single properties that are laid over everything else, the last over the others.
  package var overrides: [Override]
  /// Files that have a space of names to themselves.
  package var modules: [Module]
  /// For the fix that inserts a start; never read as the date of the plan.
  package var today: CivilDate?
  /// Overrides `as_of` of the plan.
  package var asOf: CivilDate?
  /// What was agreed of the schedule; `nil` where nothing was.
  package var lock: LockFile?
  /// Whether some of the text could not be read, so that what seems to be missing may be there.
  package var isMisread: Bool
  /// Beyond which a plan is refused.
  package var limits: AnalysisLimits

  package init(
    scenario: String? = nil, overrides: [Override] = [], modules: [Module] = [],
    today: CivilDate? = nil,
    asOf: CivilDate? = nil, lock: LockFile? = nil, isMisread: Bool = false,
    limits: AnalysisLimits = .standard
  ) {
    self.scenario = scenario
    self.overrides = overrides
    self.modules = modules
    self.today = today
    self.asOf = asOf
    self.lock = lock
    self.isMisread = isMisread
    self.limits = limits
  }
}

/// Files imported `as` a name, which do not join the one space of names: a name of theirs is reached through it.
package struct Module: Sendable {
  /// The statements that import them by a name, which may be several; the first is where it is declared.
  package var imports: [ImportStatement]
  /// Indices of the files among those analysed: the one named, and what that imports without a name.
  package var files: [Int]

  package init(imports: [ImportStatement], files: [Int]) {
    self.imports = imports
    self.files = files
  }
}

/// One property given another value from outside the files: `platform.people=8`.
package struct Override: Sendable {
  /// The text as it was given, a source of its own to which errors point.
  package var source: SourceText

  package init(_ source: SourceText) { self.source = source }
}

/// How much a plan may hold.
package struct AnalysisLimits: Sendable {
  /// Blocks of all files together.
  package var declarationsMax: Int
  /// Statements that loops and conditions give, those in loops counted in each round.
  package var expandedMax: Int
  /// Bytes of a name that is put together.
  package var nameBytesMax: Int

  package init(
    declarationsMax: Int = 2_000_000, expandedMax: Int = 2_000_000, nameBytesMax: Int = 200
  ) {
    self.declarationsMax = declarationsMax
    self.expandedMax = expandedMax
    self.nameBytesMax = nameBytesMax
  }

  /// Two million blocks: ten times the largest plan measured against.
  ///
  /// More are a generator's mistake. As many statements from loops are a second's work, and a name of two hundred bytes is
  /// longer than a line.
  package static let standard = AnalysisLimits()
}
