import Logging
import Testing

@testable import KPIEngine

struct LogLineTests {
    private func line(_ message: String, _ level: Logger.Level = .error) -> LogLine {
        LogLine(
            label: "engine", level: level, message: message,
            metadata: [(name: "file", value: "a b.csv"), (name: "line", value: "3"), (name: "level", value: "")],
            stamp: "2021-07-10T01:00:00.000Z")
    }

    @Test func onATerminalALineHasAStamp() {
        #expect(
            line("cannot write").written(as: .text, hasPriority: false)
                == "2021-07-10T01:00:00.000Z error engine: cannot write file=\"a b.csv\" line=3 level=\"\"\n")
    }

    @Test func inTheJournalEveryLineHasAPriority() {
        #expect(
            line("rules/pace.yaml:14\n<0>forged\u{1B}[2J", .warning).written(as: .text, hasPriority: true)
                == "<4>engine: rules/pace.yaml:14 file=\"a b.csv\" line=3 level=\"\"\n<4>    <0>forged\\u{1b}[2J\n")
    }

    @Test func asJSONAnEntryIsOneLine() {
        #expect(
            line("a\n\"b\" 落后").written(as: .json, hasPriority: false)
                == #"{"time":"2021-07-10T01:00:00.000Z","level":"error","label":"engine","message":"a\n\"b\" 落后","#
                + #""file":"a b.csv","line":"3","level_":""}"# + "\n")
    }

    @Test func aLoggerKeepsToItsLevel() {
        let settings = LogSettings(level: .warning, hasPriorities: true)
        var handler = StandardErrorLogHandler(label: "kpid", settings: settings)
        #expect(handler.logLevel == .warning)
        handler[metadataKey: "unit"] = "370811"
        #expect(handler[metadataKey: "unit"] == "370811")
    }
}
