internal import PlanWorkbench

/// Schedules of scenarios that were gone to or compared, so that going there again finds what was left there.
struct VisitedVersions: Sendable {
  private var solutions: [[UInt8]: KeptSolution] = [:]
  /// Oldest first.
  private var order: [[UInt8]] = []

  /// Each is some kilobytes.
  private static let versionsMax = 64

  func solution(of version: [UInt8]) -> KeptSolution? { solutions[version] }

  mutating func note(_ situation: Situation, as version: [UInt8]) {
    guard let solution = situation.solution, !situation.isInterrupted else { return }
    if solutions.updateValue(solution, forKey: version) == nil { order.append(version) }
    if order.count > Self.versionsMax { solutions[order.removeFirst()] = nil }
  }
}
