internal import PlanSystem
internal import PlanWorkbench
internal import Synchronization

/// How far a long search or simulation is, on one line of a terminal that is taken back when it is over.
///
/// Nothing is said on a pipe, and nothing of what takes less than a second.
final class ProgressLine: Sendable {
  private static let current = ProgressLine()
  private let watch = Stopwatch()
  /// Tenths of a second at which it was last written.
  private let lastTenth = Atomic<Int>(0)
  private let isShown = Atomic<Bool>(false)

  /// What is told how far something is; `nil` where nobody would see it.
  static func reporting() -> (@Sendable (SearchEffort.Activity, Double) -> Void)? {
    guard Terminal.isTerminal(Streams.errorDescriptor) else { return nil }
    return { current.show($0, $1) }
  }

  /// Takes the line back, before anything else is written.
  static func clear() {
    if current.isShown.exchange(false, ordering: .relaxed) { Streams.writeError("\r\u{1B}[K") }
  }

  private func show(_ activity: SearchEffort.Activity, _ share: Double) {
    let tenth = Int(watch.seconds * 10)
    let before = lastTenth.load(ordering: .relaxed)
    // One thread of several that come at once writes it.
    guard tenth >= Self.quietTenths, tenth >= before + Self.pauseTenths,
      lastTenth.compareExchange(expected: before, desired: tenth, ordering: .relaxed).exchanged
    else { return }
    let done = min(max(Int(share * Double(Self.width)), 0), Self.width)
    let bar = String(repeating: "█", count: done) + String(repeating: "░", count: Self.width - done)
    isShown.store(true, ordering: .relaxed)
    Streams.writeError(
      "\r\(activity.rawValue) \(bar) \(min(99, max(0, Int(share * 100)))) %  Ctrl-C: the best so far\u{1B}[K"
    )
  }

  private static let quietTenths = 10
  private static let pauseTenths = 2
  private static let width = 24
}
