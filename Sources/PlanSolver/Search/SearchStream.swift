/// One search that a thread of its own may run; only that thread touches it.
final class SearchStream: @unchecked Sendable {
  var search: Search

  init(_ search: consuming Search) { self.search = search }
}

/// What one thread finds while others go on; read after all have met.
final class FoundBound: @unchecked Sendable {
  var bound: Int64

  init(_ bound: Int64) { self.bound = bound }
}
