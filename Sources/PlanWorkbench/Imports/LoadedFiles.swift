internal import PlanSemantics
internal import PlanSyntax

/// The files of a plan: the root and all that it imports, each once, whichever way leads there.
///
/// Files imported without a name join the one space of names, or that of the file they are imported by; those imported `as`
/// a name have a space of their own. Loops and diamonds are harmless, because a file that is there is not read again.
struct LoadedFiles {
  /// The root first, then in the order of the imports.
  private(set) var files: [ParseResult] = []
  private(set) var modules: [Module] = []
  /// Of each file its path with links followed; `nil` for standard input.
  private(set) var realPaths: [String?]
  /// What is wrong with imports.
  private(set) var diagnostics: [Diagnostic] = []
  /// Which of the files is the one that was to be read besides.
  private(set) var added: Int?

  private let provider: FileProvider
  /// By real path: which file, and which module it is in.
  private var known: [String: Place] = [:]
  /// Imports under a name, to be followed when all without one are.
  private var named: [(statement: ImportStatement, real: String, shown: String)] = []
  private var bytesRead = 0

  private struct Place {
    let file: Int
    /// −1 is the one space.
    let module: Int
    /// What brought it; the root is brought by nothing.
    var statement: ImportStatement?
  }

  /// Files of one plan: a federation of a hundred teams, and ten times that.
  static let filesMax = 1_000
  /// All files of a plan together: four times the largest single one.
  static let bytesMax = 4 * SourceText.sizeMax

  /// Reads everything that can be reached.
  ///
  /// - Parameters:
  ///   - root: The file asked for.
  ///   - realPath: Its path with links followed, if it is a file.
  ///   - provider: Reads the others.
  ///   - addition: Another file, which joins the root's names as if the root imported it.
  init(
    _ root: SourceText, realPath: String?, _ provider: FileProvider,
    adding addition: CheckOptions.Addition? = nil
  ) {
    self.provider = provider
    bytesRead = root.bytes.count
    realPaths = [realPath]
    if let realPath { known[realPath] = Place(file: 0, module: -1) }
    files = [parse(root)]
    follow(0, into: -1)
    if let addition { add(addition) }
    var next = 0
    while next < named.count {
      load(named[next])
      next += 1
    }
  }

  /// Whether all files could be read to their ends.
  var areReadable: Bool { files.allSatisfy(\.isReadable) }

  /// Reads the file with what it imports, unless the plan has it already.
  private mutating func add(_ addition: CheckOptions.Addition) {
    if let real = addition.realPath, let place = known[real] {
      added = place.file
      return
    }
    let file = files.count
    added = file
    bytesRead += addition.bytes.count
    files.append(
      parse(
        SourceText(
          file: FileID(raw: Int32(file)), path: addition.path, bytes: addition.bytes)))
    realPaths.append(addition.realPath)
    if let real = addition.realPath { known[real] = Place(file: file, module: -1) }
    follow(file, into: -1)
  }

  // MARK: Following

  /// Follows the imports of a file; those without a name at once, with their own.
  ///
  /// A stack of its own, because a chain of files may be as long as there may be files.
  private mutating func follow(_ first: Int, into module: Int) {
    var pending = [first]
    while let file = pending.popLast() {
      var found: [Int] = []
      for case .importFile(let statement) in files[file].tree.file.statements {
        guard let (real, shown) = place(of: statement) else { continue }
        if statement.name != nil {
          named.append((statement, real, shown))
        } else if let place = known[real] {
          if place.module != module, place.module >= 0 {
            diagnostics.append(.importedBothWays(statement, modules[place.module].imports.first))
          }
        } else if let loaded = read(real, shown, for: statement) {
          known[real] = Place(file: loaded, module: module, statement: statement)
          if module >= 0 { modules[module].files.append(loaded) }
          found.append(loaded)
        }
      }
      // The first import is followed first.
      pending += found.reversed()
    }
  }

  private mutating func load(_ one: (statement: ImportStatement, real: String, shown: String)) {
    if let place = known[one.real] {
      if place.module < 0 {
        diagnostics.append(.importedBothWays(one.statement, place.statement))
      } else if modules[place.module].files.first == place.file {
        modules[place.module].imports.append(one.statement)
      } else {
        diagnostics.append(.importedBothWays(one.statement, modules[place.module].imports.first))
      }
      return
    }
    guard let loaded = read(one.real, one.shown, for: one.statement) else { return }
    let module = modules.count
    modules.append(Module(imports: [one.statement], files: [loaded]))
    known[one.real] = Place(file: loaded, module: module)
    follow(loaded, into: module)
  }

  // MARK: Reading

  /// Where a statement leads; reported and `nil` when that is nowhere.
  private mutating func place(of statement: ImportStatement) -> (real: String, shown: String)? {
    guard let text = statement.file else { return nil }
    guard let path = text.plain, !path.isEmpty, !path.hasPrefix("/"), !path.contains("\0") else {
      diagnostics.append(.importForm(text))
      return nil
    }
    let importer = files.first { $0.tree.source.file == statement.span.file }
    switch provider.find(path, importer?.tree.source.path ?? "") {
    case .file(let real, let shown): return (real, shown)
    case .outside: diagnostics.append(.importOutside(text, path))
    case .nowhere(let reason, let neighbours):
      diagnostics.append(.importFails(text, path, reason, neighbours))
    }
    return nil
  }

  private mutating func read(
    _ real: String, _ shown: String, for statement: ImportStatement
  ) -> Int? {
    guard files.count < Self.filesMax, bytesRead < Self.bytesMax else {
      let isFull = diagnostics.contains { $0.code == .tooManyFiles }
      if !isFull { diagnostics.append(.tooManyFiles(statement)) }
      return nil
    }
    switch provider.read(real, min(SourceText.sizeMax, Self.bytesMax - bytesRead)) {
    case .bytes(let bytes):
      bytesRead += bytes.count
      let file = files.count
      files.append(
        parse(SourceText(file: FileID(raw: Int32(file)), path: shown, bytes: bytes)))
      realPaths.append(real)
      return file
    case .failure(let reason, let isLimit):
      guard let text = statement.file else { return nil }
      diagnostics.append(
        isLimit
          ? .importTooLarge(text, shown, reason) : .importFails(text, text.plain ?? "", reason, []))
      return nil
    }
  }
}
