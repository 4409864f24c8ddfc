#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// What the program's environment says.
enum Variables {
  /// A variable's value; `nil` where it is not set or empty.
  static func value(of name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Those of some variables that are set, as a program that we start is handed them: `NAME=value`.
  static func settings(of names: [String], withEmpty: Bool = false) -> [String] {
    names.compactMap { name in
      let value = value(of: name) ?? (withEmpty && getenv(name) != nil ? "" : nil)
      return value.map { "\(name)=\($0)" }
    }
  }
}
