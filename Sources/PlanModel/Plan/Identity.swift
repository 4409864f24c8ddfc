/// What a block was called before, or is called in another tool, so that renaming it keeps its history.
package struct Identity: Hashable, Sendable {
  /// As a reader would write it now: `residency.billing`.
  package var path: String
  /// Its former name, if it says one.
  package var was: String?
  /// Its name in another tool, if it says one.
  package var key: String?

  package init(path: String, was: String?, key: String?) {
    self.path = path
    self.was = was
    self.key = key
  }
}
