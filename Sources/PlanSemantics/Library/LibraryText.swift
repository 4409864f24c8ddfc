extension Library {
  /// The library in its own language.
  static let text = #"""
    language: 1

    """#
}
