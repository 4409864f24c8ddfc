import PlanReport
import PlanText
import Testing

/// The forms that programs read.
@Suite struct DataFormTests {
  @Test(arguments: [
    ([["a", "b"], ["1", "2"]], "a,b\r\n1,2\r\n"),
    (
      [["a, b", "say \"no\"", "two\nlines", "cr\r"]],
      "\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",\"cr\r\"\r\n"
    ),
    ([["", " ", "ü;"]], ", ,ü;\r\n"),
    ([[String]](), ""),
  ])
  func csvQuotesWhatWouldEndACell(rows: [[String]], expected: String) {
    #expect(csv(rows) == expected)
  }

  @Test(arguments: [
    (
      JSONValue.string("a \"b\" \\ \n\t\r\u{0}\u{1F}\u{7F} ü 漢"),
      #""a \"b\" \\ \n\t\r\u0000\u001f\u007f ü 漢""#
    ),
    (.array([]), "[]"), (.object([JSONValue.Field]()), "{}"),
    (.array([.null, .boolean(true), .number("-0.5")]), "[\n  null,\n  true,\n  -0.5\n]"),
    (
      .object(["b": .number(1), "a": .array([.object(["c": .null])])]),
      "{\n  \"b\": 1,\n  \"a\": [\n    {\n      \"c\": null\n    }\n  ]\n}"
    ),
  ])
  func jsonKeepsOrderAndEscapes(value: JSONValue, expected: String) {
    #expect(value.text == expected + "\n")
  }
}
