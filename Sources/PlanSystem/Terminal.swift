#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the terminal behind a descriptor is like.
package enum Terminal {
  package static let defaultWidth = 80

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns; 80 where there is no terminal to ask.
  package static func width(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return defaultWidth
    }
    return Int(size.ws_col)
  }

  /// Whether colours are wanted when nobody said: on a terminal, unless `NO_COLOR` is set or it is a dumb one.
  package static func wantsColor(_ descriptor: Int32) -> Bool {
    guard isTerminal(descriptor) else { return false }
    if let noColor = variable("NO_COLOR"), !noColor.isEmpty { return false }
    return variable("TERM") != "dumb"
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }
}
