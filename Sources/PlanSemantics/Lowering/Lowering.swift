internal import PlanModel
internal import PlanSyntax

/// From declarations to the model, noun by noun; each has its own file.
///
/// What is wrong with one declaration is reported and left out, and the others are lowered all the same, so that one run
/// finds every mistake. The plan is worth something only if none was found.
struct Lowering {
  let reader: PropertyReader
  var plan: Plan
  var places = PlaceTable()
  /// Today, as the shell was told; overrides `as_of`.
  let asOf: CivilDate?
  /// Where a declaration stands in the model's array of its kind; −1 for what has no place there.
  var indices: [Int32]
  /// What each work of the plan was made from.
  var workSources: [WorkSource] = []
  /// The work of each fallback that is taken.
  var fallbackWorks: [ExternalID: WorkID] = [:]
  /// Who pays for each fallback that somebody takes.
  var fallbackPayers: [DeclarationID: FallbackPayer] = [:]
  /// What each external hangs on, once it is known.
  var waysByExternal: [ExternalID: [Dependency]] = [:]
  /// Missed promises that have their error.
  var missedReported: Set<ExternalID> = []
  /// What each risk of the plan was made from.
  var riskSources: [RiskSource] = []
  /// Whether the plan's days are known; where its start is missing, no date can be said to lie outside.
  var isFrameKnown = true
  /// For each work of the plan, where each of its dependencies was written.
  var dependencyPlaces: [[Span]] = []
  private var assumed: Set<Assumption> = []
  /// Effort and spread of the estimates met so far.
  var sizesByForm: [EffortForm: (total: Effort, spread: Effort)] = [:]
  /// Later slices, in the order in which they become initiatives.
  var laterSlices: [LaterSlice] = []
  /// The estimate that the slices at hand split.
  var wholeOfSlices = Estimate(exactly: .zero)
  /// Of each work with modes, their blocks and where what they wait for was written.
  var modePlaces: [Int: [(block: DeclarationID, places: [Span])]] = [:]
  /// Of works whose mode is decided, its block.
  var decidedModes: [Int: DeclarationID] = [:]
  /// Shape of estimates.
  var shape = Estimate.Shape.pert
  /// What some initiative waits for: one of the signs that it is worth something.
  var hasSuccessor: [Bool] = []

  var table: DeclarationTable { reader.table }

  /// Lowers everything.
  static func lower(
    _ reader: PropertyReader, asOf: CivilDate?, today: CivilDate?, lock: LockFile? = nil
  ) -> Lowering {
    var lowering = Lowering(reader: reader, asOf: asOf)
    lowering.lowerFrame(today: today)
    lowering.lowerCalendars()
    reader.settle(calendar: lowering.plan.calendars[lowering.plan.calendar.index])
    lowering.lowerHorizons()
    lowering.lowerTeams()
    lowering.lowerClasses()
    lowering.applyProgress()
    lowering.lowerGoals()
    lowering.lowerExternals()
    lowering.lowerDebts()
    lowering.lowerInitiatives()
    lowering.lowerDependencies()
    lowering.lowerExclusives()
    lowering.lowerUrgency()
    lowering.lowerAsks()
    lowering.lowerDecisions()
    lowering.lowerChoices()
    lowering.lowerFreezes()
    lowering.lowerBudgets()
    lowering.lowerHeadcounts()
    lowering.lowerPeople()
    lowering.lowerReports()
    lowering.lowerGuardrails()
    lowering.lowerScenario()
    lowering.lowerIdentities()
    lowering.lowerConfidences()
    lowering.lowerAgreement(lock)
    for (index, declaration) in reader.table.declarations.enumerated()
    where declaration.kind == .allow {
      lowering.require(.because, of: DeclarationID(index))
    }
    for id in reader.table.top(.check) { lowering.require(.require, of: id) }
    lowering.listUnenforced()
    lowering.places.dependencies = lowering.dependencyPlaces
    return lowering
  }

  private init(reader: PropertyReader, asOf: CivilDate?) {
    self.reader = reader
    self.asOf = asOf
    indices = Array(repeating: -1, count: reader.table.declarations.count)
    // Stands in until the frame is read; a plan without a start is refused.
    let epoch = CivilDate(dayNumber: 0)
    plan = Plan(label: "", start: epoch, end: epoch.adding(months: 12).adding(days: -1))
  }

  // MARK: What every noun needs

  func report(_ diagnostic: Diagnostic) { reader.report(diagnostic) }

  mutating func assume(_ subject: String, _ text: String, isValue: Bool = false) {
    let assumption = Assumption(subject: subject, text: text, isValue: isValue)
    if assumed.insert(assumption).inserted { plan.assumptions.append(assumption) }
  }

  func name(of id: DeclarationID) -> String { table[id].name?.text ?? table[id].kind.rawValue }

  /// The label as written, else the name made readable: `fast_ci` as "Fast ci".
  func label(of id: DeclarationID) -> String { reader.readableLabel(of: id) }

  func text(_ word: PropertyWord, of id: DeclarationID) -> String? {
    reader.value(word, of: id).flatMap { text($0) }
  }

  /// Text as it is written; of a `person`, the label.
  private func text(_ value: Value) -> String? {
    value.text ?? value.reference.map { label(of: DeclarationID(raw: $0.id)) }
  }

  func texts(_ word: PropertyWord, of id: DeclarationID) -> [String] {
    reader.value(word, of: id)?.elements?.compactMap { text($0) } ?? []
  }

  func day(_ word: PropertyWord, of id: DeclarationID) -> CivilDate? {
    reader.value(word, of: id)?.day
  }

  func boolean(_ word: PropertyWord, of id: DeclarationID) -> Bool {
    reader.value(word, of: id)?.boolean ?? false
  }

  func symbol(_ word: PropertyWord, of id: DeclarationID) -> String? {
    reader.value(word, of: id)?.symbol
  }

  /// The declarations that a property of references names, in the model's numbers.
  func references(_ word: PropertyWord, of id: DeclarationID) -> [Int] {
    let value = reader.value(word, of: id)
    let all = value?.elements ?? value.map { [$0] } ?? []
    return all.compactMap { $0.reference.flatMap { modelIndex(of: DeclarationID(raw: $0.id)) } }
  }

  func modelIndex(of id: DeclarationID) -> Int? {
    guard indices.indices.contains(id.index), indices[id.index] >= 0 else { return nil }
    return Int(indices[id.index])
  }

  /// A day that has to lie within the plan; reported and `nil` when it does not.
  func dayInPlan(_ word: PropertyWord, of id: DeclarationID, from earliest: CivilDate? = nil)
    -> CivilDate?
  {
    guard let day = day(word, of: id) else { return nil }
    guard !isFrameKnown || day <= plan.end && day >= earliest ?? day else {
      let name = table[id].kind == .deadline ? Kind.deadline.rawValue : word.rawValue
      report(.outsidePlan(name, day, at: reader.place(word, of: id), plan: plan))
      return nil
    }
    return day
  }

  /// A required property that is not written at all; one that is written wrongly has its error already.
  func require(_ word: PropertyWord, of id: DeclarationID) {
    guard !reader.has(word, of: id), !isAttempted(word, of: id) else { return }
    report(.propertyMissing(word, table[id]))
  }

  /// Whether somebody tried to write it, and was told what is wrong with that.
  func isAttempted(_ word: PropertyWord, of id: DeclarationID) -> Bool {
    table.attempts.contains(DeclarationTable.Attempt(id: id, word: word))
  }

  /// A length of time short enough to count day by day.
  func elapsed(_ word: PropertyWord, of id: DeclarationID) -> Elapsed? {
    guard let elapsed = reader.value(word, of: id)?.elapsed else { return nil }
    guard elapsed.isPlannable else {
      report(.tooLong(word, at: reader.place(word, of: id)))
      return nil
    }
    return elapsed
  }

  /// A length of time, or one of the words for it.
  func period(_ word: PropertyWord, of id: DeclarationID) -> Elapsed? {
    switch symbol(word, of: id) {
    case "week": .workingDays(5)
    case "month": .months(1)
    case "quarter": .months(3)
    case "year": .months(12)
    default: elapsed(word, of: id)
    }
  }

  /// People in tenths of a head, no more than a plan can hold.
  func heads(_ word: PropertyWord, of id: DeclarationID) -> Int32? {
    guard let tenths = reader.value(word, of: id)?.headsTenths else { return nil }
    guard tenths <= Limits.headsTenthsMax else {
      report(
        .outOfBounds(
          "a plan counts at most \(Limits.headsTenthsMax / 10) people at once",
          at: reader.place(word, of: id), label: "too many",
          help: "check the number; a plan of more people is better split"))
      return nil
    }
    return tenths
  }
}

/// What a plan may hold, so that counting day by day stays counting.
enum Limits {
  /// Days of a plan: thirty years.
  ///
  /// Delay costs are tables of days.
  static let planDaysMax = 11_000
  /// The longest lag, ramp or half-life, in months: as long as the longest plan.
  static let elapsedMonthsMax: Int32 = 360
  /// Tenths of a head: sums over thousands of hires stay inside 32 bits.
  static let headsTenthsMax: Int32 = 1_000_000
  /// Each of them is a hire of its own.
  static let hiresOneByOneMax = 1_000
  /// Ways to staff one work that the solver looks at.
  static let staffingOptionsMax = 64
}

extension Elapsed {
  var isPlannable: Bool {
    switch self {
    case .workingDays(let days): abs(Int(days)) <= Int(Limits.elapsedMonthsMax) * 22
    case .months(let months): abs(Int(months)) <= Int(Limits.elapsedMonthsMax)
    }
  }
}
