internal import PlanInsight
internal import PlanModel

/// What became of one revision of a plan's history, which is kept between runs.
enum RevisionOutcome: Sendable {
  /// It has no such file.
  case absent
  /// Its plan has errors.
  case misread
  case solved(SolvedRevision)
}

/// A revision that was solved: enough of it to tell its history, and to go on from its schedule.
struct SolvedRevision: Sendable {
  let promise: RevisionDigest.Promise
  /// Names of this revision by those of the one before it.
  let renames: [String: String]
  /// What names the problem that its schedule solves.
  let problem: String
  /// Its schedule, as `Solution.cached(under: problem)` has it.
  let solution: [UInt8]
}

extension RevisionOutcome {
  private static func entry(_ name: String) -> CacheEntry {
    CacheEntry(form: "revision 1", name: name)
  }

  /// As an entry of the cache.
  func cached(under name: String) -> [UInt8] {
    var words = CachedWords()
    switch self {
    case .absent: words.append(0)
    case .misread: words.append(1)
    case .solved(let revision):
      words.append(2)
      revision.write(to: &words)
    }
    return Self.entry(name).bytes(words)
  }

  /// Reads an entry; `nil` unless it is one, of that name.
  init?(cached bytes: [UInt8], under name: String) {
    guard var words = Self.entry(name).words(of: bytes), let kind = words.next() else {
      return nil
    }
    switch kind {
    case 0: self = .absent
    case 1: self = .misread
    case 2:
      guard let revision = SolvedRevision(&words) else { return nil }
      self = .solved(revision)
    default: return nil
    }
    guard words.isAtEnd else { return nil }
  }
}

extension SolvedRevision {
  fileprivate func write(to words: inout CachedWords) {
    promise.write(to: &words)
    words.append(renames.sorted { $0.key < $1.key }) { words, rename in
      words.append(rename.key)
      words.append(rename.value)
    }
    words.append(problem)
    words.append(solution)
  }

  fileprivate init?(_ words: inout CachedWordReader) {
    guard let promise = RevisionDigest.Promise(&words),
      let renames = words.list(of: { words -> (String, String)? in
        guard let old = words.text(), let new = words.text() else { return nil }
        return (old, new)
      }),
      let problem = words.text(), let solution = words.content()
    else { return nil }
    self.init(
      promise: promise, renames: Dictionary(renames, uniquingKeysWith: { first, _ in first }),
      problem: problem, solution: solution)
  }
}

// MARK: What a revision promised

extension RevisionDigest.Promise {
  fileprivate func write(to words: inout CachedWords) {
    words.append(asOf)
    words.append(currency.code)
    words.append(currency.symbol.map { [$0] } ?? []) { $0.append($1) }
    words.append([Int64(currency.minorDigits), printsMoney ? 1 : 0, delayCost])
    words.append(horizons) { words, horizon in
      words.append(horizon.name)
      words.append(horizon.label)
      words.append(horizon.first)
      words.append(horizon.last)
      words.append(horizon.band.map { [$0.lowerBound, $0.upperBound] } ?? []) { words, end in
        words.append([end.numerator, end.denominator])
      }
    }
    words.append(initiatives) { $1.write(to: &$0) }
  }

  fileprivate init?(_ words: inout CachedWordReader) {
    guard let asOf = words.date(), let code = words.text(),
      let symbol = words.list(of: { $0.text() }), let digits = words.next(),
      let printsMoney = words.next(), let delayCost = words.next(),
      let horizons = words.list(of: { Horizon(&$0) })
    else { return nil }
    guard let initiatives = words.list(of: { RevisionDigest.Entry(&$0, horizons.count) }) else {
      return nil
    }
    self.init(
      asOf: asOf,
      currency: Currency(code: code, symbol: symbol.first, minorDigits: Int(digits)),
      printsMoney: printsMoney != 0, delayCost: delayCost, horizons: horizons,
      initiatives: initiatives)
  }
}

extension Horizon {
  fileprivate init?(_ words: inout CachedWordReader) {
    guard let name = words.text(), let label = words.text(), let first = words.date(),
      let last = words.date(),
      let band = words.list(of: { words -> Rational? in
        guard let numerator = words.next(), let denominator = words.next() else { return nil }
        return Rational(numerator, denominator)
      })
    else { return nil }
    let isBand = band.count == 2 && band[0] <= band[1]
    self.init(
      name: name, label: label, first: first, last: last, band: isBand ? band[0]...band[1] : nil)
  }
}

extension RevisionDigest.Entry {
  fileprivate func write(to words: inout CachedWords) {
    words.append(path)
    words.append(label)
    switch standing {
    case .done(let day):
      words.append(0)
      words.append(day)
    case .cancelled: words.append(1)
    case .scheduled(let span):
      words.append([2, Int64(span.horizon.index)])
      words.append(span.start)
      words.append(span.finish)
      words.append(span.isRunning ? 1 : 0)
    case .undone: words.append(3)
    case .hidden: words.append(4)
    }
    words.append(works) { words, work in
      words.append(work.path)
      words.append(work.effort.minutes)
    }
    words.append(delayCost)
    words.append(finished)
  }

  fileprivate init?(_ words: inout CachedWordReader, _ horizonCount: Int) {
    guard let path = words.text(), let label = words.text(),
      let standing = Standing(&words, horizonCount),
      let works = words.list(of: { words -> RevisionDigest.Work? in
        guard let path = words.text(), let minutes = words.next() else { return nil }
        return RevisionDigest.Work(path: path, effort: Effort(minutes: minutes))
      }),
      let delayCost = words.next(), let finished = words.list(of: { $0.date() })
    else { return nil }
    self.init(
      path: path, label: label, standing: standing, works: works, delayCost: delayCost,
      finished: finished.first)
  }
}

extension Standing {
  fileprivate init?(_ words: inout CachedWordReader, _ horizonCount: Int) {
    switch words.next() {
    case 0:
      guard let days = words.list(of: { $0.date() }) else { return nil }
      self = .done(on: days.first)
    case 1: self = .cancelled
    case 2:
      guard let horizon = words.next(), (0..<Int64(horizonCount)).contains(horizon),
        let start = words.date(), let finish = words.date(), let isRunning = words.next()
      else { return nil }
      self = .scheduled(
        Span(
          horizon: HorizonID(Int(horizon)), start: start, finish: finish,
          isRunning: isRunning != 0))
    case 3: self = .undone
    case 4: self = .hidden
    default: return nil
    }
  }
}

extension CachedWords {
  fileprivate mutating func append(_ date: CivilDate) { append(Int64(date.dayNumber)) }

  fileprivate mutating func append(_ date: CivilDate?) {
    append(date.map { [$0] } ?? []) { $0.append($1) }
  }
}

extension CachedWordReader {
  fileprivate mutating func date() -> CivilDate? {
    next().flatMap(Int32.init(exactly:)).map(CivilDate.init(dayNumber:))
  }
}
