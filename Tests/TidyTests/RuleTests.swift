import Testing

/// Every rule seen to fail, and to keep quiet, on small texts.
struct RuleTests {
    /// The lines, counted from 1, at which the rule finds something.
    private func places(_ rule: any Rule, _ path: String, _ text: String) -> [Int] {
        rule.findings(in: SourceFile(path: path, text: text)).map(\.line)
    }

    private let core = "Sources/KPICore/Thing.swift"
    private let edge = "Sources/KPIEngine/Thing.swift"

    @Test func aFileMayHaveSoManyLinesAndNoMore() {
        #expect(places(FileLength(limit: 2), core, "1\n2\n") == [])
        #expect(places(FileLength(limit: 2), core, "1\n2\n3\n") == [3])
        #expect(places(FileLength(limit: 2), "Tests/CELTests/Thing.swift", "1\n2\n3\n") == [])
    }

    @Test func aFunctionMayHaveSoManyLinesAndNoMore() {
        let text = """
            protocol P {
                func required(
                    _ one: Int
                ) -> Int
                var needed: Int { get }
            }
            struct Thing {
                let stored = 1
                var short: Int { 1 }
                func fits() {
                    fit()
                }
                func long<T>(
                    _ value: T
                ) -> Int
                where T: Equatable {
                    "}"
                }
                init() {
                    first()
                    second()
                }
                private(set) var computed: Int {
                    if true {
                    }
                }
            }

            """
        #expect(places(FunctionLength(limit: 3), core, text) == [13, 19, 23])
        #expect(places(FunctionLength(limit: 6), core, text) == [])
    }

    @Test(arguments: [
        "try! go()", "let x = y as! Int", "fatalError(\"never\")", "struct Thing: @unchecked Sendable {}",
        "nonisolated(unsafe) var x = 1",
    ])
    func aSharpEdgeNeedsItsReason(code: String) {
        #expect(places(SharpEdges(), core, "\(code)\n") == [1])
        #expect(places(SharpEdges(), core, "/// A thing.\n\(code)\n") == [2])
        #expect(places(SharpEdges(), core, "// because\n\n\(code)\n") == [3])
        #expect(places(SharpEdges(), core, "// because\n\(code)\n") == [])
        #expect(places(SharpEdges(), core, "\(code)  // because\n") == [])
        #expect(places(SharpEdges(), core, "let text = #\"\(code)\"#\n") == [])
        #expect(places(SharpEdges(), "Tests/CELTests/Thing.swift", "\(code)\n") == [])
    }

    @Test func aPromiseNamesItsIssue() {
        #expect(places(SharpEdges(), core, "x()  // TODO: better\n// FIXME\n") == [1, 2])
        #expect(places(SharpEdges(), core, "x()  // TODO(#12): better\nlet s = \"TODO\"\n") == [])
    }

    @Test func theCoreStaysPure() {
        #expect(places(PureCore(), core, "import Glibc\npackage import CEL\n") == [])
        #expect(places(PureCore(), core, "import Foundation\nprivate import Dispatch\n") == [1, 2])
        #expect(places(PureCore(), core, "func f() async {}\nlet c = ContinuousClock()\n") == [1, 2])
        #expect(places(PureCore(), core, "// async\nlet s = \"await\"\nx.print()\nlet asynchronous = 1\n") == [])
        #expect(places(PureCore(), edge, "import Foundation\nfunc f() async {}\n") == [])
    }

    @Test func aDependencyHasOneOwner() {
        #expect(places(ImportOwnership(), "Sources/KPIStore/Ledger.swift", "private import GRDB\n") == [])
        #expect(places(ImportOwnership(), edge, "import Logging\nimport GRDB\n") == [2])
        #expect(places(ImportOwnership(), edge, "@preconcurrency import struct ArgumentParser.Flag\n") == [1])
        #expect(places(ImportOwnership(), edge, "import Yams\nimport KPICore\nimport Foundation\n") == [1])
    }

    @Test func aFileHoldsTheTypeItIsNamedAfter() {
        let text = """
            package struct Thing {
                enum Nested {
                }
            }
            private struct Own {
                let one = 1
            }
            extension Other {
                var one: Int { 1 }
            }
            @available(macOS 15, *) final class Second {
                let one = 1
            }
            enum Third {}

            """
        #expect(places(OneTypePerFile(small: 0), core, text) == [11, 14])
        #expect(places(OneTypePerFile(small: 2), core, text) == [11])
        #expect(places(OneTypePerFile(small: 3), core, text) == [])
        #expect(places(OneTypePerFile(small: 0), "Sources/CEL/Thing+Text.swift", "extension Thing {}\n") == [])
        #expect(places(OneTypePerFile(small: 0), "Sources/CEL/Thing+Text.swift", "struct Thing {}\n") == [1])
    }

    @Test func aNameSaysWhatItDoes() {
        #expect(places(PlainNames(), core, "struct FileManager {}\nenum Utils {}\n") == [1, 2])
        #expect(places(PlainNames(), core, "struct Utilization {}\nFileManager.default\nenum Managed {}\n") == [])
        #expect(places(PlainNames(), core, "struct AlertmanagerChannel {}\nenum AlertmanagerUtil {}\n") == [2])
        #expect(places(PlainNames(), "Sources/CEL/DateHelpers.swift", "func oneHelper() {}\n") == [1, 1])
    }

    @Test func linesAndFilesEndCleanly() {
        #expect(places(CleanEnds(), core, "a\nb\n") == [])
        #expect(places(CleanEnds(), core, "a \nb\t\nc\r\n") == [1, 2, 3])
        #expect(places(CleanEnds(), core, "a\nb") == [2])
        #expect(places(CleanEnds(), core, "a\n\n") == [2])
    }
}
