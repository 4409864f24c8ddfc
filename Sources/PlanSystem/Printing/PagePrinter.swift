#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Pages of HTML as PDF, made by a program that is installed: Chromium or one of its kin, or WeasyPrint.
package enum PagePrinter {
  package enum Failure: Error, Sendable {
    /// None of these is on the path.
    case nobody(programs: [String])
    /// It ended without a PDF; what it said, which may be nothing.
    case failed(program: String, said: String)
    case file(FileFailure)
  }

  /// Prints a page that needs nothing besides itself.
  ///
  /// The bytes are not the same in every run: whoever makes a PDF stamps it with the day.
  ///
  /// - Parameters:
  ///   - page: Its HTML.
  ///   - programs: Who may print it; the first that is on the path does.
  /// - Returns: The PDF.
  /// - Throws: `Failure`.
  package static func pdf(
    of page: String, by programs: [String] = programs
  ) throws(Failure) -> [UInt8] {
    guard let program = programs.first(where: isOnPath) else {
      throw .nobody(programs: programs)
    }
    do {
      let folder = try ScratchFolder()
      let (source, target) = (folder.path + "/page.html", folder.path + "/page.pdf")
      try Files.writeAtomically(Array(page.utf8), to: source)
      let arguments =
        program == weasyPrint
        ? [source, target] : browserArguments(source, target, profile: folder.path + "/profile")
      let child = try ChildProcess(program, arguments, environment: environment)
      let ended = child.end(sizeMax: saidMax)
      guard Files.isThere(target) else {
        throw Failure.failed(program: program, said: lastLine(ended?.errors ?? ""))
      }
      return try Files.read(target, sizeMax: sizeMax)
    } catch let failure as Failure {
      throw failure
    } catch let failure as FileFailure {
      throw .file(failure)
    } catch {
      throw .failed(program: program, said: "")
    }
  }

  /// Everybody who is known to print pages, those who do it best first.
  package static let programs = browsers + [weasyPrint]

  private static let browsers = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  ]
  private static let weasyPrint = "weasyprint"

  /// A report of a thousand initiatives is a few megabytes.
  private static let sizeMax = 256 << 20
  private static let saidMax = 1 << 20

  private static func browserArguments(
    _ source: String, _ target: String, profile: String
  ) -> [String] {
    let arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      // One of its own: with that of a browser that runs already nothing would be printed.
      "--user-data-dir=\(profile)", "--no-pdf-header-footer", "--print-to-pdf=\(target)",
    ]
    // Chromium refuses to run as root with its sandbox; the page is ours and may load nothing.
    return arguments + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://" + source]
  }

  /// Whether a program of that name would be run.
  package static func isOnPath(_ program: String) -> Bool {
    guard let path = Variables.value(of: "PATH") else { return false }
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  /// What programs of this kind need to find themselves, their fonts and the user's settings.
  private static var environment: [String] {
    let names: [String] = [
      "PATH", "HOME", "USER", "TMPDIR", "LANG", "LC_ALL", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
      "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH",
    ]
    return Variables.settings(of: names)
  }

  /// The last thing that it said, which is why it ended.
  private static func lastLine(_ said: String) -> String {
    said.split(separator: "\n").last.map { String($0.prefix(300)) } ?? ""
  }
}
