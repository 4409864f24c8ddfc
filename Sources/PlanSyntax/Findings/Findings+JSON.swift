internal import PlanText

// For editors and scripts.
//
//   { "format_version": 1,
//     "diagnostics": [ { "code": "E0115", "severity": "error", "message": …,
//       "place": { "path", "line", "column", "end_line", "end_column", "offset", "end_offset" },
//       "label", "labels": [ { "place", "text" } ], "notes", "helps",
//       "fixes": [ { "title", "safety", "edits": [ { "place", "replacement" } ] } ] } ],
//     "omitted": 0, "not_enforced": [ "foundations" ],
//     "checks": [ { "name", "label", "asked", "failed" } ] }
//
// Lines and columns count from 1, columns in Unicode scalars, ends are exclusive; offsets are bytes from 0. `place` is missing
// where there is none. `omitted` counts the findings above `shownMax`. `not_enforced` names what a plan says and nothing
// follows yet. `checks` counts, of each check of the plan, the elements it was asked of and those that it does not hold for;
// where they stand is told by the diagnostics.
extension Findings {
  /// Rises when a reader of the format would have to change; new fields come without notice.
  private static let formatVersion: Int64 = 1

  /// The document; ends with a newline.
  package var json: String {
    let document: JSONValue = .object([
      "format_version": .number(Self.formatVersion),
      "diagnostics": .array(shown.map(json)),
      "omitted": .number(Int64(omitted)),
      "not_enforced": .array(notEnforced.map(JSONValue.string)),
      "checks": .array(
        checks.map { check in
          .object([
            "name": .string(check.name), "label": .string(check.label),
            "asked": .number(Int64(check.asked)), "failed": .number(Int64(check.failures.count)),
          ])
        }),
    ])
    return document.text
  }

  private func json(_ diagnostic: Diagnostic) -> JSONValue {
    .object(
      [
        .init("code", .string(diagnostic.code.text)),
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("message", .string(diagnostic.headline)),
      ] + place(diagnostic.span) + [
        .init("label", .string(diagnostic.label)),
        .init(
          "labels",
          .array(
            diagnostic.secondary.map {
              .object(place($0.span) + [.init("text", .string($0.text))])
            })),
        .init("notes", .array(diagnostic.notes.map(JSONValue.string))),
        .init("helps", .array(diagnostic.helps.map(JSONValue.string))),
        .init("fixes", .array(diagnostic.fixes.map(json))),
      ])
  }

  private func json(_ fix: Diagnostic.Fix) -> JSONValue {
    .object([
      "title": .string(fix.title), "safety": .string(fix.safety.rawValue),
      "edits": .array(
        fix.edits.map { .object(place($0.span) + [.init("replacement", .string($0.replacement))]) }),
    ])
  }

  /// The field `place`; none for what stands nowhere.
  private func place(_ span: Span?) -> [JSONValue.Field] {
    guard let place = sources.place(of: span) else { return [] }
    return [
      .init(
        "place",
        .object([
          "path": .string(place.source.path), "line": .number(Int64(place.start.line)),
          "column": .number(Int64(place.start.column)), "end_line": .number(Int64(place.end.line)),
          "end_column": .number(Int64(place.end.column)),
          "offset": .number(Int64(place.range.start)),
          "end_offset": .number(Int64(place.range.end)),
        ]))
    ]
  }
}
