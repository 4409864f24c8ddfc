/// What a learner decides: the days of a network and the ways to do its works, as whole numbers with bounds, and what they
/// take of capacities and limits.
///
/// It holds as much of the problem as `Network` and `RelaxedProblem` hold: staffing ranges with lengths that depend on
/// the start, precedences with lags, windows, goals and what is left undone are whole. Milestones of several works and
/// the works of one initiative that share a place under a limit are held in part. Exclusive groups and goals that need
/// one of them, what only one mode waits for, the prices of moves, and work that runs without having to be done are left
/// out; of budgets and guardrails there is what `RuledState` says. Every schedule of the problem is one of the model, so
/// a proof that the model has none holds for the problem; a schedule of the model has to be tried.
struct LearningModel: ~Copyable {
  /// The length of a row of values: days, "never" and one beyond.
  let width: Int
  /// The value that means "never".
  let never: Int32
  let variableCount: Int
  /// The least and the greatest value of each variable.
  let first: Table<Int32>
  let last: Table<Int32>
  /// By variable and value, the least allowed value not below it, `width` where there is none.
  let nextAllowed: Table<Int32>
  /// By variable and value, the greatest allowed value not above it, −1 where there is none.
  let lastAllowed: Table<Int32>

  /// By node of the network, the variable it is read from.
  let variable: Table<Int32>
  /// By node, where the row begins that gives its day from the variable's value; −1 where they are the same.
  let imageRow: Table<Int32>
  let image: Table<Int32>

  /// Relations between two nodes, those between start and finish of a work left out.
  let relations: Table<Network.Edge>
  /// By half (see `Fact`), relations to look at when it moves.
  let relationsOfHalf: Rows<Int32>

  /// Works that take part, as the instance counts them.
  let works: [Int32]
  /// By work of the instance, its way among its options as a variable; −1 where it has one option or takes no part.
  let choice: Table<Int32>
  let firstOption: Table<Int32>
  /// By work of the instance, nodes of its start and finish.
  let startNode: Table<Int32>
  let finishNode: Table<Int32>
  /// By variable, the work with a choice that it is a part of, −1 for none.
  let staffedWork: Table<Int32>
  /// By option and day, whether it may start then.
  let isAllowed: Table<Bool>

  let claims: Table<Claim>
  let claimsOfRow: Rows<Int32>
  /// By variable, claims that hang on it.
  let claimsOfVariable: Rows<Int32>
  /// By row and day.
  let capacity: Table<Int32>
  let rowCount: Int
  /// By claim and way to do the work, what it takes.
  let amounts: Rows<Int32>

  /// Nodes whose days cost something.
  let costNodes: [Int32]

  /// A work's demand on a resource or a limit.
  struct Claim: BitwiseCopyable {
    var work: Int32
    var row: Int32
  }

  /// Longer tables of values would not be searched to an end anyway.
  static var valuesMax: Int { 400_000 }

  init(
    _ board: borrowing Board, _ network: borrowing Network, _ table: borrowing RelaxedProblem,
    _ settling: borrowing Settling
  ) {
    var draft = LearningDraft(board, network, settling)
    draft.addClaims(board, network, table)
    width = draft.width
    never = Int32(network.days)
    variableCount = draft.first.count
    first = Table(draft.first)
    last = Table(draft.last)
    nextAllowed = Table(draft.nextAllowed)
    lastAllowed = Table(draft.lastAllowed)
    variable = Table(draft.variable)
    imageRow = Table(draft.imageRow)
    image = Table(draft.image)
    relations = Table(draft.relations)
    relationsOfHalf = Rows(draft.relationsOfHalf)
    works = draft.works
    choice = Table(draft.choice)
    firstOption = Table(board.instance.works.firstOption.array())
    startNode = Table(network.startNode.array())
    finishNode = Table(network.finishNode.array())
    staffedWork = Table(draft.staffedWork)
    isAllowed = Table(settling.isAllowed.array())
    claims = Table(draft.claims)
    claimsOfRow = Rows(draft.claimsOfRow)
    claimsOfVariable = Rows(draft.claimsOfVariable)
    capacity = Table(draft.capacity)
    rowCount = table.rowCount
    amounts = Rows(draft.amounts)
    costNodes = (0..<Int32(network.nodeCount)).filter { network.costRow[$0] >= 0 }
  }
}

/// That a bound of a variable is at least a value.
///
/// Each variable x has two halves: 2x is the variable, 2x + 1 is minus the variable. So "x ≥ v" is `(2x, v)`, "x ≤ v" is
/// `(2x + 1, −v)`, and what says the opposite of a fact is a fact as well.
struct Fact: BitwiseCopyable {
  var half: Int32
  var value: Int32

  @inline(__always)
  static func atLeast(_ variable: Int32, _ value: Int32) -> Fact {
    Fact(half: variable &* 2, value: value)
  }

  @inline(__always)
  static func atMost(_ variable: Int32, _ value: Int32) -> Fact {
    Fact(half: variable &* 2 &+ 1, value: 0 &- value)
  }

  var opposite: Fact {
    @inline(__always) get { Fact(half: half ^ 1, value: 1 &- value) }
  }

  var variable: Int32 {
    @inline(__always) get { half >> 1 }
  }

  var isUpper: Bool {
    @inline(__always) get { half & 1 == 1 }
  }
}
