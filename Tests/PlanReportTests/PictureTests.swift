import PlanModel
import PlanReport
import PlanText
import TestSupport
import Testing

/// Pictures of anything: well-formed, the same twice, with no text over another or beyond the edge.
@Suite struct PictureTests {
  private static let seeds: [Int] = Array(1...12)

  @Test(arguments: Picture.Kind.allCases, seeds)
  func textsKeepApart(kind: Picture.Kind, seed: Int) throws {
    let picture = RandomPicture(random: SeededRandom(seed)).picture(kind)
    let document = Document(
      title: "T", sections: [Section(title: "S", blocks: [.picture(picture)])])
    let page = try MarkupNode(HTML.write(document), .html)
    let drawings = page.all.filter {
      $0.name == "svg" && $0.attributes["class"]?.contains("defs") != true
    }
    #expect(!drawings.isEmpty)
    for drawing in drawings { try check(drawing) }
    let alone = SVG.write(picture)
    _ = try MarkupNode(alone, .xml)
    #expect(SVG.write(picture) == alone)
  }

  /// Titles that mean harm are text in every picture, in a file of its own as in a page, on a screen as on paper.
  @Test(arguments: Picture.Kind.allCases, HostileText.all)
  func hostileTitlesAreText(kind: Picture.Kind, title: String) throws {
    let picture = RandomPicture(random: SeededRandom(7), fixed: title).picture(kind)
    let document = Document(
      title: "T", sections: [Section(title: "S", blocks: [.picture(picture)])])
    let version = HTML.Version(label: "", document: document)
    let alone = SVG.write(picture)
    let root = try MarkupNode(alone, .xml)
    expectHarmless(root.all, Self.elementsOfPictures)
    // Title, caption and every alternative text say what was said, less what a reader's program would obey.
    let said = root.all.filter { ["title", "desc"].contains($0.name) }.map(\.text)
    let meant = HostileText.shown(title)
    #expect(said.count > 3)
    for text in said {
      #expect(text == meant || text.hasSuffix("…") && meant.hasPrefix(text.dropLast()), "\(text)")
    }
    for medium in [HTML.Medium.screen, .paper] {
      let page = HTML.write([version], for: medium)
      for text in [page, alone] {
        let obeyed = text.unicodeScalars.first {
          $0.isObeyed && $0 != "\n" && ![0x200E, 0x200F, 0x61C].contains($0.value)
        }
        #expect(obeyed == nil)
      }
      let figure = try #require(try MarkupNode(page, .html).all.first { $0.name == "figure" })
      expectHarmless(
        figure.all,
        Self.elementsOfPictures.union(["figure", "figcaption", "strong", "span", "div", "bdi"]))
    }
  }

  private static let elementsOfPictures: Set<String> = [
    "svg", "title", "desc", "style", "defs", "linearGradient", "stop", "pattern", "g", "rect",
    "path", "circle", "text",
  ]

  private func expectHarmless(_ nodes: [MarkupNode], _ known: Set<String>) {
    for node in nodes {
      #expect(known.contains(node.name), "<\(node.name)>")
      for (name, value) in node.attributes {
        #expect(!name.hasPrefix("on") && name != "style" && !name.hasSuffix("href"), "\(name)")
        #expect(!value.contains("javascript"), "\(value)")
      }
    }
  }

  /// A text's box, by the widths that text is measured with and the sizes of the style sheet.
  private struct TextBox {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func overlaps(_ other: TextBox) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private func check(_ drawing: MarkupNode) throws {
    let size = try #require(drawing.attributes["viewBox"]).split(separator: " ").compactMap {
      Double($0)
    }
    let texts = drawing.all.filter { $0.name == "text" }
    let boxes = try texts.map { node -> TextBox in
      let looks = (node.attributes["class"] ?? "").split(separator: " ").map(String.init)
      let sizes: [String: Double] = ["ts": 11, "tn": 11, "tx": 12, "ti": 10.5]
      let size = looks.compactMap { sizes[$0] }.first ?? 13
      let bold = looks.contains { ["tb", "tn", "ti"].contains($0) } ? 1.2 : 1.0
      let width = Double(setWidth(node.text)) * size * bold / 1_000
      // Where it says none, it is 0.
      let x = try #require(Double(node.attributes["x"] ?? "0"))
      let y = try #require(Double(node.attributes["y"] ?? ""))
      let left =
        looks.contains("c") ? x - width / 2 : looks.contains("e") ? x - width : x
      return TextBox(
        text: node.text, left: left, right: left + width, top: y - size * 0.75,
        bottom: y + size * 0.2)
    }
    for (index, box) in boxes.enumerated() {
      #expect(
        box.left >= -1 && box.right <= size[2] + 1 && box.top >= -1 && box.bottom <= size[3] + 1,
        "`\(box.text)` of \(box.left)...\(box.right), \(box.top)...\(box.bottom) in \(size)")
      for other in boxes[(index + 1)...] {
        #expect(!box.overlaps(other), "`\(box.text)` over `\(other.text)`")
      }
    }
  }
}

/// Charts of any size with names of any kind.
private struct RandomPicture {
  var random: SeededRandom
  /// Instead of every name.
  var fixed: String?

  private static let words = [
    "Search", "Payments", "Łódź", "漢字の計画", "🎉", "interoperability", "a", "of", "EU", "WWWWWW",
    "שלום", "Größe",
    "<b>", "&", String(repeating: "endless", count: 200),
  ]

  mutating func label() -> String {
    if let fixed { return fixed }
    return (0...number(6)).map { _ in Self.words[number(Self.words.count - 1)] }.joined(
      separator: " ")
  }

  /// 0...most.
  mutating func number(_ most: Int) -> Int { Int(random.next() % UInt64(most + 1)) }

  mutating func date(_ from: CivilDate, _ days: Int) -> CivilDate {
    from.adding(days: number(days))
  }

  private static let start = CivilDate(year: 2026, month: 11, day: 9) ?? CivilDate(dayNumber: 0)

  func picture(_ kind: Picture.Kind) -> Picture {
    var copy = self
    let chart =
      switch kind {
      case .timeline: copy.timeline()
      case .load: copy.weeks()
      case .map: copy.map()
      case .waiting: copy.bars()
      case .chances: copy.curves()
      case .impact: copy.scatter()
      case .kinds: copy.shares()
      case .slips: copy.slips()
      }
    return Picture(
      kind, title: Prose(copy.label()), caption: Prose(copy.label()), alternative: .besides,
      chart: chart)
  }

  private mutating func timeline() -> Picture.Chart {
    let length = 20 + number(1_500)
    let last = Self.start.adding(days: length)
    let rows = 1 + number(35)
    var groups: [TimelineChart.Group] = []
    for index in 0..<rows {
      if index == 0 || number(8) == 0 {
        groups.append(TimelineChart.Group(label: label(), rows: []))
      }
      let start = date(Self.start, length)
      let finish = min(date(start, 90), last)
      let bar = TimelineChart.Bar(
        start: start, finish: finish, late: number(2) == 0 ? nil : date(finish, 60),
        firmness: TimelineChart.Firmness.allCases[number(2)], isCritical: number(3) == 0)
      groups[groups.count - 1].rows.append(
        TimelineChart.Row(
          label: label(), text: label(), bar: bar,
          points: TimelineChart.Point.Kind.allCases.map {
            TimelineChart.Point(date: date(Self.start, length), kind: $0)
          }))
    }
    let middle = Self.start.adding(days: length / 3)
    return .timeline(
      TimelineChart(
        days: Self.start...last, today: date(Self.start, length),
        spans: [
          TimelineChart.Span(label: label(), days: Self.start...middle),
          TimelineChart.Span(label: label(), days: middle.adding(days: 1)...last),
        ], groups: groups,
        links: (0..<rows).map { _ in
          let first = date(Self.start, length)
          return TimelineChart.Link(
            from: TimelineChart.Link.End(row: number(rows - 1), date: first),
            to: TimelineChart.Link.End(row: number(rows - 1), date: min(date(first, 60), last)),
            isCritical: number(1) == 0)
        }))
  }

  private mutating func weeks() -> Picture.Chart {
    .weeks(
      (0...number(4)).map { _ in
        let count = 1 + number(70)
        let columns = (0..<count).map { index in
          WeeksChart.Column(
            first: Self.start.adding(days: index * 7), taken: Int64(number(9_000)),
            limit: Int64(number(9_000)), text: label())
        }
        return WeeksChart(
          title: label(), columns: columns, last: Self.start.adding(days: count * 7 - 1),
          changes: (0..<number(6)).map { _ in
            let first = date(Self.start, count * 7)
            return WeeksChart.Change(
              days: first...date(first, 40), label: "+\(number(12))", isLoss: number(1) == 0,
              text: label())
          })
      })
  }

  private mutating func map() -> Picture.Chart {
    let count = 1 + number(47)
    let kinds = MapChart.Kind.allCases
    return .map(
      MapChart(
        nodes: (0..<count).map { _ in
          MapChart.Node(label: label(), text: label(), kind: kinds[number(kinds.count - 1)])
        },
        edges: (0..<number(count * 2)).map { _ in
          MapChart.Edge(from: number(count - 1), to: number(count - 1), isCritical: number(4) == 0)
        }))
  }

  private mutating func bars() -> Picture.Chart {
    .bars(
      BarsChart(
        bars: (0...number(23)).map { _ in
          BarsChart.Bar(
            label: label(), figure: "at most $\(number(9_000))k",
            amount: number(5) == 0 ? nil : Int64(number(1_000_000)), isUpperLimit: number(1) == 0,
            text: label())
        }))
  }

  private mutating func curves() -> Picture.Chart {
    .curves(
      (0...number(5)).map { _ in
        let length = 10 + number(600)
        let count = 1 + number(50)
        let first = date(Self.start, length / 2)
        let title = label()
        let points: [(CurveChart.Point.Kind, String, Int)] = [
          (.wanted, "wanted", number(1_000)), (.scheduled, "scheduled", 100),
          (.quantile, "P50", 500),
          (.quantile, "P80", 800),
        ]
        return CurveChart(
          title: title, days: Self.start...Self.start.adding(days: length),
          steps: (0..<count).map {
            CurveChart.Step(day: first.adding(days: $0 * 3), thousandths: 1_000 * $0 / count)
          },
          points: points.map { kind, label, thousandths in
            let day = date(Self.start, length)
            return CurveChart.Point(
              day: day, thousandths: thousandths, label: "\(label) \(day.text)", kind: kind,
              text: title)
          })
      })
  }

  private mutating func scatter() -> Picture.Chart {
    let ticks = [(0, "$0"), (250, "$100k"), (600, "$550k"), (800, "$1M")].map {
      ScatterChart.Tick(label: $0.1, thousandths: $0.0)
    }
    return .scatter(
      ScatterChart(
        across: ScatterChart.Axis(title: label(), ticks: ticks),
        up: ScatterChart.Axis(title: label(), ticks: ticks),
        items: (0...number(39)).map { _ in
          ScatterChart.Item(
            label: label(), across: number(1_000), up: number(300), isUndone: number(1) == 0,
            text: label())
        }))
  }

  private mutating func slips() -> Picture.Chart {
    let length = 1 + number(700)
    let revisions = 1 + number(40)
    return .slips(
      SlipsChart(
        days: Self.start...Self.start.adding(days: length),
        revisions: (0..<revisions).map { number(3) == 0 ? label() : "revision \($0)" },
        lines: (0..<number(24)).map { _ in
          SlipsChart.Line(
            label: label(), text: label(),
            finishes: (0..<revisions).map { _ in
              number(4) == 0 ? nil : date(Self.start, length)
            })
        }))
  }

  private mutating func shares() -> Picture.Chart {
    let parts = 2 + number(6)
    return .shares(
      SharesChart(
        parts: (0..<parts).map { _ in label() },
        rows: (0...number(7)).map { index in
          SharesChart.Row(
            label: "from Jul \(2026 + index)", figure: "\(number(200)) pw",
            thousandths: Array(repeating: 1_000 / parts, count: parts),
            texts: Array(repeating: label(), count: parts))
        }))
  }
}
