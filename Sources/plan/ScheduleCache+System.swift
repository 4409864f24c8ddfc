internal import PlanSystem
internal import PlanWorkbench

extension ScheduleCache {
  /// Schedules that the user's programs have found before; `nil` where none are kept.
  static var usual: ScheduleCache? {
    guard let contents = ContentCache.usual, let program = Executable.identity else { return nil }
    return ScheduleCache(
      program: program, read: { contents.read($0) }, write: { contents.write($0, named: $1) })
  }
}
