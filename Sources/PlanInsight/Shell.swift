/// Where somebody asks, and so which words say what to do next.
package enum Shell: Hashable, Sendable {
  /// `plan options --drop login`.
  case commandLine
  /// `options drop login`, typed at a prompt.
  case session

  /// The one of two wordings that can be typed here.
  package func words(_ commandLine: String, inSession session: String) -> String {
    switch self {
    case .commandLine: commandLine
    case .session: session
    }
  }
}
