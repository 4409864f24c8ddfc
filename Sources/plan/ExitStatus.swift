internal import ArgumentParser

/// How the program ends, as EX_* of sysexits where there is one.
enum ExitStatus {
  /// The plan says no: it has errors.
  static let planHasErrors = ExitCode(1)
  static let infeasible = ExitCode(3)
  static let limitHit = ExitCode(4)
  /// A file cannot be read or written, or the call is wrong (which the argument parser answers itself).
  static let calledWrongly = ExitCode(64)
  /// A schedule of ours broke the rules.
  static let ourFault = ExitCode(70)
  /// Somebody stopped the search: 128 and the number of SIGINT, as shells say it.
  static let interrupted = ExitCode(130)
}
