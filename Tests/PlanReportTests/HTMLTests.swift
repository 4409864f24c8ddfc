import PlanReport
import PlanText
import TestSupport
import Testing

/// What stands in a page, and what must not.
@Suite struct HTMLTests {
  @Test(arguments: HostileText.all)
  func hostileTextIsText(text: String) throws {
    let page = HTML.write(document(text))
    let root = try MarkupNode(page, .html)
    let expected = Set(["html", "head", "meta", "title", "style", "body"])
    #expect(expected.isSubset(of: Set(root.all.map(\.name))))
    #expect(root.all.count { $0.name == "script" } == 1)
    #expect(!root.all.contains { $0.name == "img" })
    #expect(root.all.allSatisfy { node in node.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    for scalar in page.unicodeScalars where scalar.isObeyed && scalar != "\n" {
      // Marks that only order letters are kept where they are held in.
      #expect(
        [0x200E, 0x200F, 0x61C].contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func whatRunsFromRightToLeftIsHeldIn() {
    #expect(HTML.write(document("שלום 1")).contains("<bdi>שלום 1</bdi>"))
    #expect(!HTML.write(document("hello")).contains("<bdi>"))
  }

  @Test func nothingIsFetchedAndThePolicyNamesWhatRuns() throws {
    let page = HTML.write(document("https://example.org"))
    let root = try MarkupNode(page, .html)
    let policy = try #require(
      root.all.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?
        .attributes["content"])
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe"))
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
      let text = try #require(root.all.first { $0.name == element }?.text)
      let digest = base64(SHA256.digest(of: Array(text.utf8)))
      #expect(policy.contains("\(directive) 'sha256-\(digest)'"))
    }
    for node in root.all {
      #expect(node.attributes["style"] == nil)
      #expect(node.attributes["src"] == nil)
      if let link = node.attributes["href"] { #expect(link.hasPrefix("#")) }
    }
    #expect(!page.contains("@import"))
    #expect(!page.contains("url(http"))
  }

  @Test func everyLinkLeadsSomewhereAndEveryIdIsOne() throws {
    let versions = [
      HTML.Version(label: "As planned", document: document("a")),
      HTML.Version(label: "Ask <b>", document: document("b")),
    ]
    for page in [HTML.write(document("a")), HTML.write(versions)] {
      let all = try MarkupNode(page, .html).all
      let ids = all.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      let named = all.flatMap { node in
        ["aria-labelledby", "aria-describedby"].compactMap { node.attributes[$0] }
          + [node.attributes["href"].map { String($0.dropFirst()) }].compactMap(\.self)
      }
      #expect(named.count > 4)
      for name in named { #expect(ids.contains(name), "\(name)") }
    }
  }

  @Test func aTableSaysWhatItsCellsAre() throws {
    let all = try MarkupNode(HTML.write(document("a")), .html).all
    let heads = all.filter { $0.name == "th" }
    #expect(heads.allSatisfy { ["col", "row"].contains($0.attributes["scope"] ?? "") })
    #expect(heads.count { $0.attributes["scope"] == "row" } == 1)
  }

  @Test func aSwitchHasACircleForEachVersion() throws {
    let pages = (1...3).map { count in
      HTML.write((1...count).map { HTML.Version(label: "Version \($0)", document: document("a")) })
    }
    let counts = try pages.map { page in
      try MarkupNode(page, .html).all.count { $0.attributes["type"] == "radio" }
    }
    #expect(counts == [0, 2, 3])
    #expect(pages[2].contains("body:has(#pick-2:checked) .version:not(#version-2){display:none}"))
    #expect(
      try MarkupNode(HTML.write([HTML.Version]()), .html).all.count { $0.name == "article" } == 0)
  }

  /// Rows of things that readers may choose among carry the number that the choices have.
  @Test func theFilterKnowsWhoseARowIs() throws {
    var document = document("Thing 3")
    document.topics = (1...6).map {
      Topic(label: "Thing \($0)", teams: ["Team \($0 % 2)"], goals: [])
    }
    let all = try MarkupNode(HTML.write(document), .html).all
    #expect(
      all.first { $0.name == "tr" && $0.attributes["data-k"] != nil }?.attributes["data-k"] == "2")
    // What only mentions a thing is not its own, and stays when another is asked for.
    document.sections = [
      Section(
        title: "S",
        blocks: [
          .list([
            "\(strong: "Thing 2") waits", "\(strong: "A goal"): \(emphasis: "Thing 1")",
            "\(strong: "Thing 4: a part") too",
          ]),
          .table(
            Table(
              columns: [Table.Column("A"), Table.Column("B")],
              rows: [["\(strong: "A goal")", "without \(emphasis: "Thing 5")"], ["", "Thing 6"]])),
        ])
    ]
    let keys = try MarkupNode(HTML.write(document), .html).all
      .filter { ["li", "tr"].contains($0.name) }.map { $0.attributes["data-k"] }
    #expect(keys == ["1", nil, "3", nil, nil, "5"])
    let options = all.filter { $0.name == "option" }
    #expect(options.map(\.text) == ["All", "Team 1", "Team 0"])
    #expect(options.map { $0.attributes["value"] } == ["", "0 2 4", "1 3 5"])
  }

  private func document(_ text: String) -> Document {
    let name = Prose(text, .strong)
    return Document(
      title: Prose(text), lead: [.callout(name)],
      sections: (1...4).map { number in
        Section(
          title: "\(text) \(number)",
          blocks: [
            .heading(Prose(text)), .paragraph("\(code: text) \(emphasis: text)"),
            .list([Prose(text)]),
          ]
            + (number == 1
              ? [
                .table(
                  Table(
                    columns: [
                      Table.Column(Prose(text)), Table.Column("Figure", .trailing),
                      Table.Column("Words"),
                    ],
                    rows: [[name, "\(figure: "$1 M")", Prose(text)]])),
                .code([text]), .picture(Self.picture(text)),
              ] : []))
      })
  }

  private static func picture(_ text: String) -> Picture {
    Picture(
      .waiting, title: Prose(text), caption: Prose(text), alternative: .prose(Prose(text)),
      chart: .bars(
        BarsChart(bars: [
          BarsChart.Bar(label: text, figure: text, amount: 3, isUpperLimit: true, text: text),
          BarsChart.Bar(label: text, figure: text, amount: nil, isUpperLimit: false, text: text),
        ])))
  }
}
