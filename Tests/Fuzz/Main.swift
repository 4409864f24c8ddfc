private import Invariants
private import PlanSyntax

#if canImport(Glibc)
private import Glibc
#else
private import Darwin
#endif

/// `plan-fuzz TARGET [OPTION OF LIBFUZZER…] [CORPUS…]`: feeds a target whatever libFuzzer thinks of, until something breaks.
///
/// A target is a list of what must never be found. Built by `Tests/Fuzz/run` only.
@main
struct Fuzz {
  static func main() {
    let targets: [(name: String, run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt)] = [
      ("parse", { fuzz($0, $1) { violations(in: parse(testSource($0))) } }),
      ("check", { fuzz($0, $1, checkViolations) }),
      ("fmt", { fuzz($0, $1, formatViolations) }),
      ("reparse", { fuzz($0, $1, reparseViolations) }),
      ("fmt-then-check", { fuzz($0, $1, formatThenCheckViolations) }),
    ]
    guard let target = targets.first(where: { CommandLine.arguments.dropFirst().first == $0.name })
    else {
      print("usage: plan-fuzz \(targets.map(\.name).joined(separator: "|")) [OPTION…] [CORPUS…]")
      exit(64)
    }
    // libFuzzer reads the arguments behind the target's name as if they were all.
    let arguments = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    let strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count)
    list.initialize(from: strings, count: strings.count)
    var count = CInt(arguments.count)
    var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = list
    exit(runDriver(&count, &pointer, target.run))
  }
}

/// The entry of libFuzzer for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Gives the input to a target and ends the program, which libFuzzer takes for a crash, if anything is found.
func fuzz(
  _ start: UnsafePointer<UInt8>?, _ count: Int, _ violations: ([UInt8]) -> [String]
) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let found = violations(bytes)
  guard found.isEmpty else {
    // `stderr` itself is a variable that anybody could change, which Swift 6 refuses.
    let lines = Array((found.joined(separator: "\n") + "\n").utf8)
    _ = write(STDERR_FILENO, lines, lines.count)
    abort()
  }
  return 0
}
