/// Words of properties whose values are people's time, a length of time, or a change: whether `6 weeks` was meant as `6pw`
/// or as `6w` depends on them.
///
/// The parser knows no schema; these serve the words of a mend and nothing else. A test holds them to the schema.
package enum PropertyHints {
  package static let effort: Set<String> = [
    "effort", "adds", "exit", "remaining", "spent", "tax", "saves",
  ]
  package static let elapsed: Set<String> = [
    "ramp", "half_life", "length", "over", "lasts", "slip", "span", "cycle", "tail", "each",
  ]
  /// Words of other tools that become `effort`.
  static let foreignEffort: Set<String> = ["estimate", "size", "work", "estimates", "loe"]
  /// Words of other tools that become `length`.
  static let foreignElapsed: Set<String> = ["duration"]
  /// Words of blocks too, whose headers hold the change.
  package static let change: Set<String> = ["change", "metric", "adoption"]
}
