import Diagnostics
import KPICore

extension Shape where Value == Located<MuteWindow> {
    /// `{id: nights, when: {severity: info}, outside: {from: 08:30, to: 17:30}}`
    static func muteWindow(_ names: AlertNames) -> Shape {
        .mapping("a quiet time") { window in
            let id = window.required("id", .located(.identifier))
            let label = window.optional("label", .label)
            let matchers = window.optional("when", .matchers(names), default: Matchers())
            let hours = window.optional("outside", .hours)
            return id.map {
                Located(
                    MuteWindow(id: $0.value, label: label ?? Label($0.value), matchers: matchers, hours: hours),
                    at: $0.place)
            }
        }
    }
}

extension Shape where Value == MuteWindow.Hours {
    fileprivate static var hours: Shape {
        .mapping("working hours") { hours in
            let from = hours.required("from", .clock)
            let to = hours.required("to", .clock)
            guard let from, let to else { return nil }
            if let hours = MuteWindow.Hours(from: from, to: to) { return hours }
            hours.collector.report(
                "bad-value", "'to' does not lie after 'from'", at: hours.place(of: "to"),
                label: "these are working hours: it is quiet outside them")
            return nil
        }
    }
}

extension Shape where Value == Located<Inhibition> {
    /// `{id: report-first, while: {rule: report-missing}, mutes: {rule: behind-plan}, same: [unit, target]}`
    static func inhibition(_ names: AlertNames) -> Shape {
        .mapping("an inhibition") { inhibition in
            let id = inhibition.required("id", .located(.identifier))
            let source = inhibition.required("while", .someAlerts(names))
            let mutes = inhibition.required("mutes", .someAlerts(names))
            let same = inhibition.optional("same", .oneOrMore(of: .word(Inhibition.Common.self)))
            guard let id, let source, let mutes else { return nil }
            return Located(
                Inhibition(
                    id: id.value, while: source, mutes: mutes, same: Set(same ?? Inhibition.Common.allCases)),
                at: id.place)
        }
    }
}
