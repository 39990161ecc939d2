// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks and fuzz targets are built only where an environment variable asks for them.
func isAsked(_ variable: String) -> Bool { Context.environment[variable] == "1" }

/// libFuzzer finds its way by coverage, so what is fuzzed has to be instrumented.
let instrumented: [SwiftSetting] = isAsked("KPID_FUZZ") ? [.unsafeFlags(["-sanitize=fuzzer"])] : []

/// Every target is held to the same: no warning, no implicit import, no unchecked unsafety.
let strict: [SwiftSetting] =
    [
        .treatAllWarnings(as: .error),
        .strictMemorySafety(),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + instrumented

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
        swiftSettings: strict)
}

let benchmarks: [Target] =
    isAsked("KPID_BENCHMARKS")
    ? [
        .target(name: "CAllocations", path: "Tests/Benchmarks/Allocations"),
        .executableTarget(
            name: "CELBenchmarks", dependencies: ["CEL", "Diagnostics", "CAllocations"], path: "Tests/Benchmarks/CEL",
            swiftSettings: strict),
        .target(name: "CHeap", path: "Tests/Benchmarks/CHeap"),
        .target(
            name: "Measuring", dependencies: ["CHeap"], path: "Tests/Benchmarks/Measuring", swiftSettings: strict),
        .executableTarget(
            name: "EvaluationBenchmarks", dependencies: ["Measuring", "KPICore", "KPIStore", "CEL", "Diagnostics"],
            path: "Tests/Benchmarks/Evaluation", swiftSettings: strict),
        .executableTarget(
            name: "IntakeBenchmarks",
            dependencies: [
                "KPICore", "KPIIngest", "KPIStore", "KPIEngine", "CEL", "Measuring",
                .product(name: "Logging", package: "swift-log"),
            ], path: "Tests/Benchmarks/Intake", swiftSettings: strict),
    ] : []

/// A program that feeds libFuzzer's inputs to one entrance; its folder is named after what comes in there.
func fuzzer(_ input: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .executableTarget(
        name: "\(input)Fuzz", dependencies: dependencies + ["FuzzDriver"], path: "Tests/Fuzz/\(input)",
        exclude: exclude, swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
}

let fuzzTargets: [Target] =
    isAsked("KPID_FUZZ")
    ? [
        .target(name: "FuzzDriver", path: "Tests/Fuzz/Driver", swiftSettings: strict),
        fuzzer("CEL", ["CEL", "Diagnostics"], exclude: ["cel.dict"]), fuzzer("CSV", ["KPIIngest"]),
        fuzzer("Encoding", ["KPIIngest"]), fuzzer("Value", ["KPIIngest", "KPICore"]),
        fuzzer("Objects", ["CEL", "KPIIngest", "KPICore"], exclude: ["objects.dict"]),
        fuzzer("Workbook", ["KPIIngest"], exclude: ["workbook.dict"]),
    ] : []

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let server: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
    name: "kpid",
    platforms: [.macOS(.v15)],  // without it an async @main aborts at run time, on Linux too
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CSpawn"),

        library("Diagnostics"),
        library("CEL", ["Diagnostics", "CRE2"]),
        library("KPICore", ["Diagnostics", "CEL"]),
        library("YAML", ["Diagnostics", "CLibYAML"]),
        library("KPIConfiguration", ["KPICore", "Diagnostics", "CEL", "YAML"]),
        library("KPIIngest", ["KPICore", "Diagnostics", "YAML", "CCrypto", "CZip", "CExpat"]),
        library("KPINotify", ["KPICore", "CEL", "CCurl", "CCrypto", "CSpawn"]),
        library("KPIStore", ["KPICore", database, sqlite]),
        library("KPIEngine", ["KPICore", "KPIStore", lifecycle, logging]),
        library("KPIServer", ["KPICore", "KPIEngine", lifecycle, logging] + server),

        .executableTarget(
            name: "kpid",
            dependencies: [
                "Diagnostics", "CEL", "KPICore", "KPIConfiguration", "KPIIngest", "KPINotify", "KPIStore", "KPIEngine",
                "KPIServer", arguments, lifecycle, logging, signals,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kpictl",
            dependencies: [
                "Diagnostics", "CEL", "KPICore", "KPIConfiguration", "KPIIngest", "KPIStore", arguments,
            ],
            swiftSettings: strict),

        tests(of: "Diagnostics"),
        tests(of: "CEL", ["Diagnostics"]),
        tests(of: "KPICore", ["Diagnostics", "CEL", "TestSeeds"], exclude: ["Table/Golden"]),
        tests(of: "YAML", ["Diagnostics", "TestSeeds"]),
        tests(of: "KPIConfiguration", ["Diagnostics", "CEL", "YAML", "TestSeeds"], exclude: ["Golden"]),
        tests(of: "KPIIngest", ["KPICore", "Diagnostics", "CEL", "TestSeeds"]),
        .testTarget(
            name: "SeedTests", dependencies: ["KPICore", "KPIConfiguration", "KPIIngest", "Diagnostics", "CEL"],
            swiftSettings: strict),
        tests(of: "KPINotify", ["KPICore", "CEL", "TestServers", "TestSeeds"]),
        // Servers that tests send to.
        .target(name: "TestSeeds", path: "Tests/TestSeeds", swiftSettings: strict),
        .target(
            name: "TestServers", dependencies: ["KPICore"], path: "Tests/TestServers", exclude: ["smtpd.py"],
            swiftSettings: strict),
        tests(of: "KPIStore", ["KPICore", database]),
        tests(
            of: "KPIEngine",
            [
                "KPICore", "KPIStore", "KPIConfiguration", "KPIIngest", "KPINotify", "CEL", "Diagnostics", "FaultProbe",
                "TestSeeds", database, logging,
            ]),
        .testTarget(
            name: "TellingTests", dependencies: ["KPICore", "CEL", "Diagnostics", "TestSeeds"],
            exclude: ["Table/Golden"],
            swiftSettings: strict),
        .executableTarget(
            name: "YearProbe",
            dependencies: [
                "KPICore", "KPIConfiguration", "KPIIngest", "KPINotify", "KPIStore", "KPIEngine", logging,
            ], path: "Tests/YearProbe", swiftSettings: strict),
        .executableTarget(
            name: "FaultProbe", dependencies: ["KPICore", "KPIStore", "KPIEngine"], path: "Tests/FaultProbe",
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests", dependencies: ["kpid", "kpictl", "YearProbe", "TestServers", "KPICore", database],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ] + benchmarks + fuzzTargets,
    cxxLanguageStandard: .cxx17
)
