/// Blocks that the language has and this version does not.
///
/// Each is refused where it stands: a plan in which a budget is silently passed over would be another plan than
/// the one that was written.
package enum LaterWords {
  /// Word and what to do without it, in a sentence that goes on after "until then"; empty where nothing replaces it.
  package static let blocks: [String: String] = [
    "mode": "write the way you would take as the initiative's `effort`",
    "slice": "write each slice as an initiative that comes after the one before",
  ]
}
