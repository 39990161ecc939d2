package import Logging
internal import KPICore

/// One entry of the log, as it is written. Whatever stands in a message, an entry never looks like another one:
/// its later lines are indented, and control characters are written out.
package struct LogLine: Sendable {
    package let label: String
    package let level: Logger.Level
    package let message: String
    package let metadata: [(name: String, value: String)]
    /// In UTC.
    package let stamp: String

    /// With the end of the line.
    package func written(as format: LogFormat, hasPriority: Bool) -> String {
        let prefix = hasPriority ? "<\(priority)>" : ""
        switch format {
        case .json:
            return prefix + json.compact + "\n"
        case .text:
            let head = hasPriority ? "" : "\(stamp) \(level.rawValue) "
            let pairs = metadata.map { " \($0.name)=\(Self.quoted($0.value))" }.joined()
            return Self.lines(head + "\(label): " + message, ending: pairs)
                .map { prefix + $0 + "\n" }.joined()
        }
    }

    private var json: JSON {
        var members: [JSON.Member] = [
            .init("time", .string(stamp)), .init("level", .string(level.rawValue)), .init("label", .string(label)),
            .init("message", .string(message)),
        ]
        let taken = Set(members.map(\.name))
        members += metadata.map { .init(taken.contains($0.name) ? "\($0.name)_" : $0.name, .string($0.value)) }
        return .object(members)
    }

    /// As in syslog(3).
    private var priority: Int {
        switch level {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }

    /// The first line carries the metadata, the others stand under it.
    private static func lines(_ message: String, ending: String) -> [String] {
        let lines = message.split(omittingEmptySubsequences: false) { $0.isNewline }.map { visible($0) }
        return [(lines.first ?? "") + ending] + lines.dropFirst().map { "    " + $0 }
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.isEmpty && value.allSatisfy { !$0.isWhitespace && $0 != "\"" && $0 != "=" && $0 != "\\" }
        return isPlain ? visible(value[...]) : JSON.string(value).compact
    }

    private static func visible(_ text: Substring) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            result += isControl && scalar != "\t" ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        return result
    }
}
