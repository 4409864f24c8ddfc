/// What a solver has to decide, in integers: the plan without its words.
///
/// Days are `0 ..< lastDay`; day 0 is the plan's start, `firstDay` is today, `horizonDay` (`H`) is the day after the plan's
/// end and `lastDay` (`L`) the day after its tail. A work starts on a day before `horizonDay` on which it advances, and
/// finishes on a day before `lastDay`. A finish is the last day worked, so a successor starts the day after.
///
/// Benchmark instances are problems as well: a work that takes five periods, whatever the team, has a yield profile of one
/// million a day and needs five million.
///
/// It is `Encodable` so that a schedule can be kept under the name of its content; what a solver reads is what is encoded.
package struct Problem: Sendable, Encodable {
  package var firstDay: Int32
  package var horizonDay: Int32
  package var lastDay: Int32
  package var resources: [Resource]
  package var yields: [YieldProfile]
  package var wipLimits: [WipLimit]
  package var freezes: [Freeze]
  package var works: [Work]
  package var links: [Link]
  package var lags: [LagTable]
  package var milestones: [Milestone]
  package var initiatives: [Initiative]
  package var goals: [Goal]
  package var exclusives: [Exclusive]
  package var budgets: [Budget] = []
  package var guardrails: [Guardrail] = []
  /// Minor units that a tenth of a head × a millionth of a person-day costs; not negative.
  package var labourPrice: Rational = .zero

  package init(firstDay: Int32, horizonDay: Int32, lastDay: Int32) {
    self.firstDay = firstDay
    self.horizonDay = horizonDay
    self.lastDay = lastDay
    resources = []
    yields = []
    wipLimits = []
    freezes = []
    works = []
    links = []
    lags = []
    milestones = []
    initiatives = []
    goals = []
    exclusives = []
  }

  /// Heads that can be held: a team, or a skill pool inside it.
  package struct Resource: Sendable, Hashable, Encodable {
    package var name: String
    /// Tenths of a head on each day, `lastDay` of them.
    package var capacity: [Int32]

    package init(name: String, capacity: [Int32]) {
      self.name = name
      self.capacity = capacity
    }
  }

  /// What one head delivers each day, in millionths of a person-day, as running sums.
  package struct YieldProfile: Sendable, Hashable, Encodable {
    /// `lastDay + 1` values: `cumulative[t]` is what a head delivers on days `0 ..< t`.
    package var cumulative: [Int64]

    package init(daily: [Int64]) {
      cumulative = [0]
      cumulative.reserveCapacity(daily.count + 1)
      var sum: Int64 = 0
      for value in daily {
        sum += value
        cumulative.append(sum)
      }
    }

    @inline(__always)
    package func isWorking(_ day: Int32) -> Bool {
      cumulative[Int(day) + 1] > cumulative[Int(day)]
    }
  }

  /// At most `limit` initiatives may have a work of the group running on a day; parts of one initiative count once.
  package struct WipLimit: Sendable, Hashable, Encodable {
    package var name: String
    package var limit: Int32

    package init(name: String, limit: Int32) {
      self.name = name
      self.limit = limit
    }
  }

  /// Days on which works may not start, run or finish.
  package struct Freeze: Sendable, Hashable, Encodable {
    package enum Forbids: Sendable, Hashable, CaseIterable, Encodable {
      case starting
      case running
      case finishing
    }

    package var days: ClosedRange<Int32>
    package var forbids: Forbids

    package init(days: ClosedRange<Int32>, forbids: Forbids) {
      self.days = days
      self.forbids = forbids
    }

    /// Whether it rules out a work that runs from `start` to `finish`, both included.
    package func rulesOut(start: Int32, finish: Int32) -> Bool {
      switch forbids {
      case .starting: days.contains(start)
      case .finishing: days.contains(finish)
      case .running: start <= days.upperBound && finish >= days.lowerBound
      }
    }
  }

  package struct Work: Sendable, Encodable {
    /// Index into `initiatives`.
    package var initiative: Int32
    /// Index into `wipLimits`, or −1.
    package var wip: Int32
    /// Ways to do it, mode by mode and in each ascending by heads; never empty.
    ///
    /// One is chosen for the whole work. The first is of the usual mode, 0.
    package var options: [Option]
    package var earliestStart: Int32
    /// Set for work that is running: it starts exactly then, whatever else.
    ///
    /// It was there first, so it holds its heads even where that is more than there are, and counts
    /// for a WIP limit even beyond it; nothing may be added there.
    package var fixedStart: Int32?
    /// Indices into `Problem.freezes`, those that hold for it; work that is running is under none.
    package var freezes: [Int32]
    /// P90 − P50 of its effort in minutes, for the aim that puts the riskiest first.
    package var spread: Int64

    package init(
      initiative: Int32, wip: Int32, options: [Option], earliestStart: Int32,
      fixedStart: Int32? = nil, freezes: [Int32] = [], spread: Int64 = 0
    ) {
      self.initiative = initiative
      self.wip = wip
      self.options = options
      self.earliestStart = earliestStart
      self.fixedStart = fixedStart
      self.freezes = freezes
      self.spread = spread
    }
  }

  /// One way to do a work: a mode, a staffing, and what they take.
  package struct Option: Sendable, Hashable, Encodable {
    /// 0 for the usual way; of another, `Link.mode` says what it alone waits for.
    package var mode: Int32
    /// The first day on which it may start, besides the work's own.
    package var earliestStart: Int32
    /// Tenths of a head that milestones count it with, so that any mode delivers what the usual one does.
    package var credit: Int32
    /// Tenths of a head, for the reader; the solver counts `demands`.
    package var staffTenths: Int32
    /// What is held from start to finish, days off included.
    package var demands: [Demand]
    /// Index into `yields`.
    package var yield: Int32
    /// The work is finished on the first day by which a head has delivered this since its start, in
    /// millionths of a person-day: effort divided by heads, rounded up.
    ///
    /// At least 1.
    package var needed: Int64

    package init(
      staffTenths: Int32, demands: [Demand], yield: Int32, needed: Int64, mode: Int32 = 0,
      earliestStart: Int32 = 0, credit: Int32? = nil
    ) {
      self.mode = mode
      self.earliestStart = earliestStart
      self.credit = credit ?? staffTenths
      self.staffTenths = staffTenths
      self.demands = demands
      self.yield = yield
      self.needed = needed
    }
  }

  package struct Demand: Sendable, Hashable, Encodable {
    /// Index into `resources`.
    package var resource: Int32
    package var tenths: Int32

    package init(resource: Int32, tenths: Int32) {
      self.resource = resource
      self.tenths = tenths
    }
  }

  /// A precedence: the work `to` starts no earlier than the lag table says of the day `from` happens on.
  ///
  /// If what `from` belongs to is undone, so is the initiative of `to`. A link of one mode says both only of a work that is
  /// done in that mode.
  package struct Link: Sendable, Hashable, Encodable {
    package var from: Anchor
    /// Index into `lags`.
    package var lag: Int32
    /// Index into `works`.
    package var to: Int32
    /// The mode of `to` that it holds for; `nil` for every mode.
    package var mode: Int32?

    package init(from: Anchor, lag: Int32, to: Int32, mode: Int32? = nil) {
      self.from = from
      self.lag = lag
      self.to = to
      self.mode = mode
    }

    /// Whether it holds for a work that is done in this way.
    @inline(__always)
    package func holds(for option: Option) -> Bool { mode == nil || mode == option.mode }
  }

  /// A day that a schedule decides.
  ///
  /// Payloads are indices into `works`, `initiatives` and `milestones`.
  package enum Anchor: Sendable, Hashable, Encodable {
    case finish(work: Int32)
    case start(work: Int32)
    /// The earliest start of its works.
    case initiativeStart(Int32)
    case milestone(Int32)
  }

  /// From the day something happens to the earliest day on which what waits for it may start.
  package struct LagTable: Sendable, Hashable, Encodable {
    /// One value a day, `lastDay` of them, never falling; a value of `lastDay` is "never".
    package var earliestStart: [Int32]

    package init(earliestStart: [Int32]) { self.earliestStart = earliestStart }
  }

  /// Reached on the first day by which `works` together have delivered `needed`.
  package struct Milestone: Sendable, Hashable, Encodable {
    package var initiative: Int32
    /// Indices into `Problem.works`.
    package var works: [Int32]
    /// In tenths of a head × millionths of a person-day; a work delivers its option's `credit` × what a head yields, up to
    /// its own `total`.
    package var needed: Int64
    /// What each of `works` delivers in all, in the same unit and order.
    package var totals: [Int64]

    package init(initiative: Int32, works: [Int32], needed: Int64, totals: [Int64]) {
      self.initiative = initiative
      self.works = works
      self.needed = needed
      self.totals = totals
    }
  }

  package enum Selection: Sendable, Hashable, Encodable {
    /// A `must`, or already running.
    case required
    case free
    case forbidden
  }

  package struct Initiative: Sendable, Encodable {
    /// Indices into `Problem.works`; empty for what is finished, which then costs nothing here.
    package var works: Range<Int32>
    package var selection: Selection
    /// Delay cost in minor units when it finishes on day t, `lastDay` values, never falling.
    package var cost: CostRow
    /// Delay cost when it is left undone; at least every value of `cost`.
    package var undoneCost: Int64
    /// Days within which the earliest of its works has to start (a pin), or `nil`.
    package var startWindow: ClosedRange<Int32>?
    /// The last day on which it may finish (a hard deadline), or `nil`.
    package var latestFinish: Int32?
    /// Larger is more wanted: how "most done" counts it.
    package var weight: Int32
    /// The initiative that this is a part of (a later slice), which it counts as wherever initiatives are counted; `nil` for
    /// one that stands for itself.
    package var partOf: Int32?
    /// Where its start was agreed to lie, as `agree` sets it; `nil` for what may move freely.
    package var agreement: Agreement?

    package init(
      works: Range<Int32>, selection: Selection, cost: CostRow, undoneCost: Int64,
      startWindow: ClosedRange<Int32>? = nil, latestFinish: Int32? = nil, weight: Int32 = 1,
      partOf: Int32? = nil
    ) {
      self.works = works
      self.selection = selection
      self.cost = cost
      self.undoneCost = undoneCost
      self.startWindow = startWindow
      self.latestFinish = latestFinish
      self.weight = weight
      self.partOf = partOf
    }
  }

  /// A goal with an urgency of its own: it pays when the last of its members is done, and one of each choice.
  package struct Goal: Sendable, Encodable {
    /// Indices into `initiatives`.
    package var members: [Int32]
    /// Members of one exclusive group, as indices into `initiatives`: of each choice one is enough, since more are not allowed.
    ///
    /// A choice never names a member twice, nor one of `members`.
    package var choices: [[Int32]]
    /// As in `Initiative`.
    package var cost: CostRow
    package var undoneCost: Int64
    /// The day by which it would be complete through finished work alone, −1 when that is past; counts like a member.
    package var floor: Int32

    package init(
      members: [Int32], choices: [[Int32]] = [], cost: CostRow, undoneCost: Int64,
      floor: Int32 = -1
    ) {
      self.members = members
      self.choices = choices
      self.cost = cost
      self.undoneCost = undoneCost
      self.floor = floor
    }
  }

  /// Initiatives of which at most one is done.
  package struct Exclusive: Sendable, Hashable, Encodable {
    package var name: String
    /// Indices into `initiatives`; each initiative is in one group at most.
    package var members: [Int32]

    package init(name: String, members: [Int32]) {
      self.name = name
      self.members = members
    }
  }
}
