#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Time that passes, whatever happens to the machine's calendar.
package struct Stopwatch: Sendable {
  private let begin: Double

  /// Starts.
  package init() { begin = Stopwatch.now }

  /// Seconds since it was started.
  package var seconds: Double { Stopwatch.now - begin }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
