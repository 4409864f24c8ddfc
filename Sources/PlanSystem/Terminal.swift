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
  private static let defaultHeight = 24

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns; 80 where there is no terminal to ask.
  package static func width(_ descriptor: Int32) -> Int { size(descriptor).width }

  /// Columns and lines; 80 by 24 where there is no terminal to ask.
  package static func size(_ descriptor: Int32) -> (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else {
      return (defaultWidth, defaultHeight)
    }
    return (
      size.ws_col > 0 ? Int(size.ws_col) : defaultWidth,
      size.ws_row > 0 ? Int(size.ws_row) : defaultHeight
    )
  }

  /// Whether colours are wanted when nobody said: on a terminal, unless `NO_COLOR` is set or it is a dumb one.
  package static func wantsColor(_ descriptor: Int32) -> Bool {
    guard isTerminal(descriptor) else { return false }
    return Variables.value(of: "NO_COLOR") == nil && Variables.value(of: "TERM") != "dumb"
  }
}
