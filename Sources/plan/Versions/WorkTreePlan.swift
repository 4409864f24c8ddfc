internal import PlanSystem
internal import PlanWorkbench

/// A plan as its files are now.
struct WorkTreePlan {
  private let bytes: [UInt8]
  private let path: String
  private let options: CheckOptions

  /// - Throws: `VersionFailure` where it cannot be read.
  init(_ file: String, _ version: VersionOptions) throws(VersionFailure) {
    do throws(FileFailure) {
      bytes = try Files.read(file, sizeMax: CheckOptions.fileSizeMax)
    } catch {
      throw VersionFailure(
        "cannot read `\(error.path)`: \(error.reason)", isLimit: error.kind == .limit)
    }
    path = file
    options = PlanInput.circumstances(of: file, version)
  }

  /// - Parameters:
  ///   - name: What readers call it.
  ///   - scenario: What is laid over it, instead of what was asked for everything.
  /// - Returns: The plan, read and checked.
  func version(named name: String, scenario: String? = nil) -> PlanVersion {
    var options = options
    options.scenario = scenario ?? options.scenario
    return PlanVersion(name: name, bytes, path: path, options)
  }
}
