/// What functions of spreadsheets and other languages are called here.
enum ForeignFunctions {
  /// What was meant by the name of a function that is not there, the likeliest first.
  static func meant(by name: String, among names: [String]) -> [String] {
    if let own = meanings[name.lowercased()], names.contains(own) { return [own] }
    return Spelling.nearest(to: name, among: names)
  }

  private static let meanings: [String: String] = [
    "avg": "mean", "average": "mean", "averageif": "mean", "len": "count", "length": "count",
    "size": "count", "counta": "count", "countif": "count", "sumif": "sum", "sumproduct": "sum",
    "total": "sum", "add": "sum", "minimum": "min", "maximum": "max", "ceil": "ceiling",
    "roundup": "ceiling", "rounddown": "floor", "int": "floor", "trunc": "floor",
    "concat": "join", "concatenate": "join", "textjoin": "join", "str": "text",
    "string": "text", "tostring": "text", "upper_case": "upper", "uppercase": "upper",
    "lowercase": "lower", "lcase": "lower", "ucase": "upper", "distinct": "unique",
    "uniq": "unique", "select": "filter", "exists": "any", "every": "all", "some": "any",
    "networkdays": "working_days", "workday": "working_days", "days": "calendar_days",
    "datedif": "calendar_days", "includes": "contains", "has": "contains",
    "startswith": "starts_with", "head": "first", "tail": "last", "flat": "flatten",
  ]
}
