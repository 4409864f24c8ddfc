internal import PlanModel

/// How much of what a solve may use up is gone: counted work, the same on every machine, or what a caller's watch says.
struct Meter {
  private let workLimit: Int64
  private let watch: (@Sendable () -> Double)?
  private let mayGoOn: (@Sendable (_ share: Double) -> Bool)?
  private var isStopped = false
  /// Counted work that was done elsewhere and is gone as well.
  private var elsewhere: Int64 = 0
  /// What the watch said last, and the counted work at which it is asked again.
  private var told = 0.0
  private var nextLook: Int64 = 0

  /// - Parameters:
  ///   - workLimit: Counted work in all; without meaning where there is a watch.
  ///   - watch: The share of the time that has passed, 1 when it is over.
  ///   - mayGoOn: Told what is gone; answers whether to go on.
  init(
    workLimit: Int64, watch: (@Sendable () -> Double)?,
    mayGoOn: (@Sendable (_ share: Double) -> Bool)? = nil
  ) {
    self.workLimit = max(workLimit, 1)
    self.watch = watch
    self.mayGoOn = mayGoOn
  }

  /// The share that is used up, 1 or more when nothing is left.
  mutating func share(at work: Int64) -> Double {
    let counted = Double(work + elsewhere) / Double(workLimit)
    guard watch != nil || mayGoOn != nil else { return counted }
    if work >= nextLook {
      told = watch?() ?? 0
      isStopped = isStopped || mayGoOn?(watch == nil ? counted : told) == false
      nextLook = work.addingClamped(Self.workBetweenLooks)
    }
    return isStopped ? max(1, counted) : watch == nil ? counted : told
  }

  /// Whether a watch will say that the share `end` is gone by the time that so much more is done, at the pace so far;
  /// counted work is never late.
  mutating func isLate(for end: Double, at work: Int64, after more: Int64) -> Bool {
    guard watch != nil else { return false }
    return share(at: work) * (1 + Double(more) / Double(max(work, 1))) > end
  }

  /// A meter for another search that has done nothing yet.
  func restarted() -> Meter { times(1) }

  /// The same for one that may count so many times the work.
  func times(_ factor: Int64) -> Meter {
    Meter(workLimit: workLimit.multipliedClamped(by: factor), watch: watch, mayGoOn: mayGoOn)
  }

  /// The same meter, which somebody else's work has brought to a share of the whole.
  ///
  /// - Parameters:
  ///   - share: What is gone.
  ///   - work: What the search that it is for has counted.
  ///   - isUnwanted: Whether nobody wants the rest any more; asked as often as a watch.
  /// - Returns: The meter of a search that goes on from there.
  func moved(
    to share: Double, at work: Int64, unless isUnwanted: (@Sendable () -> Bool)? = nil
  ) -> Meter {
    var mayGoOn = mayGoOn
    if let isUnwanted {
      mayGoOn = { [mayGoOn] share in !isUnwanted() && mayGoOn?(share) != false }
    }
    var meter = Meter(workLimit: workLimit, watch: watch, mayGoOn: mayGoOn)
    meter.isStopped = isStopped
    meter.elsewhere = max(0, Int64(share * Double(workLimit)) - work)
    return meter
  }

  /// A look at a watch costs as much as a few steps of the search; this is well under a millisecond of those.
  private static let workBetweenLooks: Int64 = 20_000
}
