#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The calendar day on this machine's wall.
///
/// The only clock of the product: it goes into the fix that inserts `start` into a plan that has none, and nowhere else.
package enum Today {
  package static func fields() -> (year: Int, month: Int, day: Int) {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }
}
