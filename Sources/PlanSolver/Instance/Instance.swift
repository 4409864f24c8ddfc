internal import PlanModel

/// A problem compiled to flat tables: what the search reads and never writes.
struct Instance: ~Copyable {
  let workCount: Int
  let initiativeCount: Int
  let goalCount: Int
  let resourceCount: Int
  /// `lastDay`, the length of every row by day; as a day it means "never".
  let dayCount: Int32
  /// Tenths of a head, one row of days a resource.
  let capacity: Table<Int32>
  let works: Works
  let options: Options
  let links: Links
  let initiatives: Initiatives
  let goals: Goals
  /// The goals of each initiative, without those that have it as a choice.
  let goalsOfInitiative: Rows<Int32>
  /// The goals of each initiative that have it as a choice.
  let choiceGoalsOfInitiative: Rows<Int32>
  /// Resources that some option of a work uses.
  let resourcesOfWork: Rows<Int32>
  let milestones: Milestones
  let wip: Wip
  let exclusives: Exclusives
  let modes: Modes
  let agreements: Agreements
  let rules: Rules
  /// Cumulative yields, one row of `dayCount + 1` a profile.
  let cumulative: Table<Int64>
  /// First day on or after a day on which an option may start, one row of `dayCount + 1` a distinct set of such days.
  let nextStart: Table<Int32>
  /// The finish of a start, one row of days a distinct pair of profile and amount.
  let finish: Table<Int32>
  /// The lag tables, one row of days each.
  let lag: Table<Int32>
  /// Costs are shifted right by this many bits so that no sum of them can overflow; 0 for sane money.
  let costShift: Int64
  /// Whether initiatives have so many works that the order within one decides when it is finished.
  let hasManyWorks: Bool
  /// Whether some work may start before what it waits for, which breaks what lists in the order of starts are good for.
  let hasLeads: Bool

  /// Tables by work.
  struct Works: ~Copyable {
    let initiative: Table<Int32>
    /// Index of (initiative that counts, WIP limit), or −1.
    let pair: Table<Int32>
    /// Earliest start by its own dates: release, today and the pin's first day.
    let release: Table<Int32>
    /// The start of running work, or −1.
    let fixed: Table<Int32>
    let spread: Table<Int64>
    /// How many days after it its initiative is finished at the earliest, where initiatives have many works; else 0.
    let tail: Table<Int32>
    /// The first option of each work; one value more than there are works.
    let firstOption: Table<Int32>
  }

  /// Tables by option, works in a row.
  struct Options: ~Copyable {
    let staff: Table<Int32>
    /// What milestones count instead of `staff`.
    let credit: Table<Int32>
    /// Offset of the row in `cumulative`.
    let profileRow: Table<Int32>
    /// Offset of the row in `nextStart`.
    let startRow: Table<Int32>
    /// Offset of the row in `finish`.
    let finishRow: Table<Int32>
    let demands: Rows<Demand>
    /// What a head has to deliver.
    let needed: Table<Int64>
  }

  /// What an option holds of a resource.
  struct Demand: BitwiseCopyable {
    var resource: Int32
    var tenths: Int32
  }

  /// Precedences by the work that waits, and by what it waits for.
  struct Links: ~Copyable {
    let incoming: Rows<Incoming>
    /// Works that wait for a work's start or finish, once a link.
    let outgoing: Rows<Int32>
    /// Works that wait for an initiative's start, once a link.
    let afterInitiative: Rows<Int32>
    let afterMilestone: Rows<Int32>
    /// Initiatives that cannot be done without this one, directly.
    let successors: Rows<Int32>
    /// Initiatives that this one cannot be done without, directly.
    let predecessors: Rows<Int32>
  }

  /// A link as the waiting work sees it.
  struct Incoming: BitwiseCopyable {
    var kind: AnchorKind
    var index: Int32
    /// Offset of the row in `lag`.
    var lagRow: Int32
  }

  /// What a link waits for.
  enum AnchorKind: UInt8, BitwiseCopyable {
    case finish
    case start
    case initiativeStart
    case milestone
  }

  /// Tables by initiative.
  struct Initiatives: ~Copyable {
    /// The first work of each initiative; one value more than there are initiatives, works in between may be nobody's.
    let worksStart: Table<Int32>
    let worksEnd: Table<Int32>
    let selection: Table<Int8>
    let costs: CostRows
    let undoneCost: Table<Int64>
    let windowLast: Table<Int32>
    let windowFirst: Table<Int32>
    let latestFinish: Table<Int32>
    let weight: Table<Int32>

    static let forbidden: Int8 = -1
    static let free: Int8 = 0
    static let required: Int8 = 1

    @inline(__always)
    func workRange(_ initiative: Int) -> Range<Int> {
      Int(worksStart[initiative])..<Int(worksEnd[initiative])
    }

    @inline(__always)
    func workRange(_ initiative: Int32) -> Range<Int> { workRange(Int(initiative)) }
  }

  /// Tables by goal; members without works are left out.
  ///
  /// What looks at `members` alone takes a goal to be met too early, never too late.
  struct Goals: ~Copyable {
    let members: Rows<Int32>
    /// The first of the choices of each goal; one value more than there are goals.
    let firstChoice: Table<Int32>
    /// Initiatives of which the goal needs one; those without works leave no choice.
    let choices: Rows<Int32>
    let costs: CostRows
    let undoneCost: Table<Int64>
    let floor: Table<Int32>
  }

  /// Tables by milestone.
  struct Milestones: ~Copyable {
    let initiative: Table<Int32>
    let contributions: Rows<Contribution>
    let needed: Table<Int64>
    /// Where a work contributes.
    let ofWork: Rows<MilestoneShare>
  }

  /// A work's part in a milestone, as the milestone sees it.
  struct Contribution: BitwiseCopyable {
    var work: Int32
    var total: Int64
  }

  /// A work's part in a milestone, as the work sees it.
  struct MilestoneShare: BitwiseCopyable {
    var milestone: Int32
    var total: Int64
  }

  /// Tables of limits on work in progress.
  struct Wip: ~Copyable {
    let limitCount: Int
    let limit: Table<Int32>
    /// The limit of each pair of initiative and limit.
    let limitOfPair: Table<Int32>
    /// Whether a pair counts through running work already, beside which its other works are free.
    let isRunning: Table<Bool>
    /// How many works a pair has.
    let worksOfPair: Table<Int32>
    /// Offset of the pair's counters by day where it has several works, which count once a day; else −1.
    let counterRow: Table<Int32>
    let counterSize: Int
  }
}

extension Instance {
  /// The finish of an option started on a day, `dayCount` when it does not get done.
  @inline(__always)
  func finishDay(_ option: Int32, from start: Int32) -> Int32 {
    finish[options.finishRow[option] + start]
  }

  /// The first day on or after `day` on which an option may start; `dayCount` for never.
  @inline(__always)
  func startDay(_ option: Int32, from day: Int32) -> Int32 {
    nextStart[options.startRow[option] + day]
  }

  /// All options of a work as indices into `options`.
  @inline(__always)
  func optionRange(_ work: Int32) -> Range<Int32> {
    works.firstOption[work]..<works.firstOption[work + 1]
  }

  @inline(__always)
  func cost(_ initiative: Int32, finish: Int32) -> Int64 {
    initiatives.costs[initiative, finish]
  }

  @inline(__always)
  func cost(ofGoal goal: Int32, finish: Int32) -> Int64 {
    finish < 0 ? 0 : goals.costs[goal, finish]
  }

  /// Whether there is anything to decide about an initiative; what is finished has no works.
  @inline(__always)
  func hasWorks(_ initiative: Int32) -> Bool {
    initiatives.worksStart[initiative] < initiatives.worksEnd[initiative]
  }
}
