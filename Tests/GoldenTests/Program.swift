import Foundation

/// The program under test, run as a user runs it.
enum Program {
  struct Ended {
    var output: String
    var errors: String
    var status: Int32
    /// 0 unless it crashed.
    var signal: Int32
  }

  /// - Parameters:
  ///   - arguments: What stands behind `plan`.
  ///   - input: A file in the folder for standard input; none is an empty one.
  ///   - folder: Where it runs.
  ///   - terminal: Where standard error goes, instead of into what is returned.
  ///   - meanwhile: What is done while it runs.
  /// - Returns: What it printed and how it ended.
  /// - Throws: When the program cannot be run at all.
  static func run(
    _ arguments: [String], input: String? = nil, in folder: URL,
    errorsTo terminal: FileHandle? = nil, meanwhile: (Process) -> Void = { _ in }
  ) throws -> Ended {
    let process = Process()
    if let input {
      process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: input))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Neither on what lies in the folders of whoever runs the tests, nor into them.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PLAN_NO_CACHE": "1"], uniquingKeysWith: { $1 })
    // Files, not pipes: a program that fills one pipe while the other is read would wait for ever.
    let catcher = try Program.folder()
    defer { try? FileManager.default.removeItem(at: catcher) }
    let output = catcher.appending(path: "stdout")
    let errors = catcher.appending(path: "stderr")
    try Data().write(to: output)
    try Data().write(to: errors)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try terminal ?? FileHandle(forWritingTo: errors)
    try process.run()
    meanwhile(process)
    process.waitUntilExit()
    let crashed = process.terminationReason == .uncaughtSignal
    return Ended(
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
      status: crashed ? 0 : process.terminationStatus,
      signal: crashed ? process.terminationStatus : 0)
  }

  /// A new empty folder.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "plan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The program itself.
  static var path: String { program.path() }

  /// Beside the test bundle.
  private static let program: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0])
    let beside = bundle.deletingLastPathComponent().appending(path: "plan")
    if FileManager.default.isExecutableFile(atPath: beside.path()) { return beside }
    return Bundle.main.bundleURL.appending(path: "plan")
  }()
}
