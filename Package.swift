// swift-tools-version:6.2
import PackageDescription

// One section a target, leaves first. Who may import whom is written in Sources/README.md and held by
// Tests/TidyTests, because SwiftPM itself accepts transitive imports.

// Set by Tests/Fuzz/run to libFuzzer's archive: everything is then built so that it sees which edges an input takes.
let fuzzer = Context.environment["PLAN_FUZZ"]
let fuzzing: [SwiftSetting] = fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer"])]

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ] + fuzzing

// Also in debug builds what counts days and searches is optimised: unoptimised it is twenty times slower, and every golden
// test of a plan solves it and asks a hundred questions. `swift test -c release` runs the same code, so nothing is lost but
// the step-by-step debugger in these three modules; `assert` holds in them. As whole modules, since file by file the tables that
// searches stand on are generic calls: a solve then takes eighteen times as long.
let optimised =
  settings + [
    .unsafeFlags(
      ["-O", "-whole-module-optimization", "-num-threads", "2", "-assert-config", "Debug"],
      .when(configuration: .debug))
  ]

// What is told of each code, a file an area.
let stories: [Resource] = [
  "files", "syntax", "names", "overlays", "values", "scripting", "declarations", "wholePlan",
  "practice", "limits", "lints",
].map { .embedInCode("Catalogue/Stories/\($0).md") }

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

// A module of the product.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = settings,
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

// The tests of a module, which may also use the shared helpers.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "plan",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "plan", targets: ["plan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // Leaves: they import nothing of ours.
    module("PlanText"),
    tests("PlanTextTests", ["PlanText"]),
    module("PlanModel", [], optimised),
    tests("PlanModelTests", ["PlanModel"]),
    module("PlanSystem"),
    tests("PlanSystemTests", ["PlanSystem"]),

    // Bytes to tree.
    module("PlanSyntax", ["PlanText"]),
    tests("PlanSyntaxTests", ["Invariants", "PlanSyntax", "PlanText"]),

    // Tree to model.
    module(
      "PlanSemantics", ["PlanSyntax", "PlanModel"],
      resources: [.embedInCode("Library/library.plan")]),
    tests("PlanSemanticsTests", ["PlanSemantics", "PlanSyntax", "PlanModel"]),

    // Model to schedule, and questions asked of a schedule.
    module("PlanSolver", ["PlanModel"], optimised),
    tests("PlanSolverTests", ["PlanSolver", "PlanModel"]),
    module("PlanInsight", ["PlanModel", "PlanSolver", heap], optimised),
    tests("PlanInsightTests", ["PlanInsight", "PlanModel", "PlanSolver"]),

    // Answers to text.
    module(
      "PlanReport", ["PlanText", "PlanModel", "PlanInsight"],
      resources: [
        .embedInCode("HTML/page.css"), .embedInCode("HTML/page.js"),
        .embedInCode("SVG/pictures.css"),
      ]),
    tests("PlanReportTests", ["PlanReport", "PlanText", "PlanModel", "PlanInsight"]),

    // The pipeline and the shells.
    module(
      "PlanWorkbench",
      [
        "PlanText", "PlanSyntax", "PlanModel", "PlanSemantics", "PlanSolver", "PlanInsight",
        "PlanReport",
      ], resources: stories),
    module("PlanDialogue", ["PlanText", "PlanSyntax", "PlanSemantics", "PlanWorkbench"]),
    .target(name: "CEdit", linkerSettings: [.linkedLibrary("edit")]),
    module("PlanREPL", ["CEdit", "PlanDialogue", "PlanSystem", "PlanWorkbench"]),
    .executableTarget(
      name: "plan",
      dependencies: ["PlanREPL", "PlanText", "PlanWorkbench", "PlanSystem", argumentParser],
      swiftSettings: settings),

    // Measures the solver on other people's instances; not installed.
    .executableTarget(
      name: "plan-bench",
      dependencies: [
        "PlanModel", "PlanSyntax", "PlanSemantics", "PlanSolver", "PlanSystem", argumentParser,
      ],
      swiftSettings: settings),

    // What is true of everything, as functions that tests and fuzz targets share.
    .target(
      name: "Invariants", dependencies: ["PlanSyntax", "PlanWorkbench"], path: "Tests/Invariants",
      swiftSettings: settings),

    // Tests across modules.
    .target(
      name: "TestSupport", dependencies: ["PlanSyntax", "Invariants"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "plan", "Invariants", "PlanDialogue", "PlanSolver", "PlanText", "PlanWorkbench",
        "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: settings),
    .testTarget(
      name: "EditorTests", dependencies: ["PlanSyntax", "PlanSemantics", "TestSupport"],
      exclude: ["groups.vim"], swiftSettings: settings),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "PlanInsight", "PlanModel", "PlanSemantics", "PlanSolver", "PlanSyntax", "TestSupport",
      ], exclude: ["crosscheck.py"], swiftSettings: settings),
    tests("PlanBenchTests", ["plan-bench", "PlanModel", "PlanSolver"]),
    tests("PropertyTests", ["Invariants", "PlanDialogue", "PlanWorkbench", "PlanSyntax"]),
    tests("TidyTests", []),
  ],
  swiftLanguageModes: [.v6]
)

if let fuzzer {
  package.targets.append(
    .executableTarget(
      name: "plan-fuzz", dependencies: ["Invariants", "PlanSyntax"], path: "Tests/Fuzz",
      exclude: ["run"], swiftSettings: settings,
      linkerSettings: [.unsafeFlags([fuzzer, "-lstdc++"])]))
}
