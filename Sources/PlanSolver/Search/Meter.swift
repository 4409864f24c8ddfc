internal import PlanModel

/// How much of what a solve may use up is gone: counted work, the same on every machine, or what a caller's watch says.
struct Meter {
  private let workLimit: Int64
  private let watch: (@Sendable () -> Double)?
  private let mayGoOn: (@Sendable (_ share: Double) -> Bool)?
  private var isStopped = false
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
    let counted = Double(work) / Double(workLimit)
    guard watch != nil || mayGoOn != nil else { return counted }
    if work >= nextLook {
      told = watch?() ?? 0
      isStopped = isStopped || mayGoOn?(watch == nil ? counted : told) == false
      nextLook = work.addingClamped(Self.workBetweenLooks)
    }
    return isStopped ? max(1, counted) : watch == nil ? counted : told
  }

  /// A meter for another search that has done nothing yet.
  func restarted() -> Meter { Meter(workLimit: workLimit, watch: watch, mayGoOn: mayGoOn) }

  /// A look at a watch costs as much as a few steps of the search; this is well under a millisecond of those.
  private static let workBetweenLooks: Int64 = 20_000
}
