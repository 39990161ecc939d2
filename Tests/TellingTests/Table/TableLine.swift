@testable import KPICore

/// A cell as people read it.
extension TableRun {
    var name: String { "\(start.rawValue) | \(thing.rawValue) | \(course.rawValue)" }

    var line: String {
        let before = moments.last { $0.at < Week.begin }
        let during = moments.filter { Week.contains($0.at) }
        let end = moments.first { $0.at == Week.end }
        let after = moments.filter { $0.at > Week.end }
        return [
            start.rawValue, thing.rawValue, course.rawValue,
            "believed: \(Self.words(before?.believed))",
            "the alert: \(Self.list(during.flatMap(\.transitions).map(Self.words)))",
            "told: \(Self.list(during.flatMap(\.notices).map(Self.words)))",
            "at the end: \(Self.list((end?.notices ?? []).map(Self.words)))",
            "after it, the alert: \(Self.list((([end].compactMap(\.self)) + after).flatMap(\.transitions).map(Self.words)))",
            "told: \(Self.list(after.flatMap(\.notices).map(Self.words)))",
        ].joined(separator: " | ")
    }

    private static func list(_ words: [String]) -> String { words.isEmpty ? "-" : words.joined(separator: ", ") }

    static func words(_ belief: Belief?) -> String { belief.map { "\($0.severity) #\($0.episode)" } ?? "-" }

    /// With the day of October.
    private static func words(_ transition: Transition) -> String {
        let day = transition.at.utc.dropFirst(8).prefix(2)
        return "\(day) \(transition.to) \(transition.severity) #\(transition.episode) \(transition.reason.rawValue)"
    }

    static func words(_ notice: Notice) -> String {
        guard notice.alert != nil else { return notice.event.rawValue }
        let over = notice.isOver ? " over" : ""
        return "\(notice.event.rawValue) \(notice.severity)\(over) #\(notice.key.episode).\(notice.key.sequence)"
    }
}
