/// What a shape or a text stands for, which is all that decides how it looks: `pictures.css` has a rule for each.
enum Look: String, Sendable {
  // Frames.
  case band = "bd"
  case bandAlternate = "be"
  case grid = "gr"
  case today = "td"
  /// Invisible, and outlined when what it covers is pointed at.
  case touch = "hit"

  // Bars of a timeline and of amounts.
  case committed = "c0"
  case expected = "c1"
  case open = "c2"
  case critical = "cc"
  case fadeCommitted = "f0"
  case fadeExpected = "f1"
  case fadeOpen = "f2"
  case fadeCritical = "fc"
  case deadline = "dl"
  case milestone = "ms"

  // Arrows.
  case link = "lk"
  case linkCritical = "lc"

  // Boxes of a map.
  case box = "bx"
  case boxCritical = "bc"
  case boxDone = "bf"
  case boxUndone = "bu"
  case boxExternal = "bo"

  // Weeks.
  case taken = "tk"
  case over = "ov"
  case limit = "lm"
  case gain = "gn"
  case loss = "ls"

  // Curves.
  case curve = "cv"
  case area = "ar"
  case dot = "dt"
  case wanted = "wt"
  case scheduled = "sd"

  // Parts of a whole, in order, and what tells every other of them apart without colour.
  case part0 = "s0"
  case part1 = "s1"
  case part2 = "s2"
  case part3 = "s3"
  case part4 = "s4"
  case part5 = "s5"
  case part6 = "s6"
  case part7 = "s7"
  case hatch = "h1"
  case dots = "h2"
  case crosshatch = "h3"

  // Lines side by side, each with dots, and with a number where it ends.
  case line0 = "l0"
  case line1 = "l1"
  case line2 = "l2"
  case line3 = "l3"
  case line4 = "l4"
  case line5 = "l5"

  // Texts.
  case title = "tt"
  case label = "tl"
  case strong = "tb"
  case small = "ts"
  case figure = "tf"
  case number = "tn"
  /// In a box.
  case boxLabel = "tx"
  /// On a dark shape.
  case inverse = "ti"
}

extension Look {
  static let parts: [Look] = [
    .part0, .part1, .part2, .part3, .part4, .part5, .part6, .part7,
  ]

  static let lines: [Look] = [.line0, .line1, .line2, .line3, .line4, .line5]

  /// What lies over each part.
  static let patterns: [Look?] = [
    nil, .hatch, nil, .dots, nil, .crosshatch, nil, .hatch,
  ]
}
