import Diagnostics
import KPICore
import YAML

extension Shape where Value == Escalation {
    /// `{after: 3 off_track periods, to: critical}`, or `unacknowledged` or `left` in the place of `after`.
    ///
    /// - Parameter subject: what the rule looks at.
    static func escalation(of subject: Rule.Subject) -> Shape {
        .mapping("an escalation") { escalation in
            let after = escalation.optional("after", .offTrackPeriods)
            let unacknowledged = escalation.optional("unacknowledged", .clockDelay)
            let left = escalation.optional("left", .workingDaysLeft)
            let severity = escalation.required("to", .word(Severity.self))
            let keys = ["after", "unacknowledged", "left"].filter(escalation.has)
            guard keys.count == 1 else {
                if !keys.isEmpty || !escalation.misspells(["after", "unacknowledged", "left"]) {
                    escalation.collector.report(
                        "bad-escalation", "an escalation wants one of 'after', 'unacknowledged' and 'left'",
                        at: keys.dropFirst().first.map(escalation.keyPlace) ?? escalation.node.place,
                        label: keys.isEmpty ? "add 'after: 3 off_track periods'" : "put it into an entry of its own")
                }
                return nil
            }
            if keys == ["after"], subject.kindsOfParts != nil {
                escalation.collector.report(
                    "bad-escalation", "'after' counts the periods of a target or a unit, and this rule looks at parts",
                    at: escalation.keyPlace(of: "after"), label: "use 'unacknowledged' or 'left'")
                return nil
            }
            let causes: [Escalation.Cause?] = [
                after.map { .offTrack(periods: $0) }, unacknowledged.map { .unacknowledged($0) },
                left.map { .left(workingDays: $0) },
            ]
            guard let severity, let cause = causes.compactMap({ $0 }).first else { return nil }
            return Escalation(cause, to: severity)
        }
    }
}

extension Shape where Value == Flapping {
    /// `{episodes: 3, within: 30d}`
    static var flapping: Shape {
        .mapping("when an alert flaps") { flapping in
            let episodes = flapping.required("episodes", .integer.within(2...100))
            let within = flapping.required("within", .clockDelay)
            guard let episodes, let within else { return nil }
            return Flapping(episodes: episodes, within: within)
        }
    }
}

extension Shape where Value == Int {
    /// `3 off_track periods`
    fileprivate static var offTrackPeriods: Shape {
        Shape<Quantity<Bool>>.quantity(["off_track period": true, "off_track periods": true]).map(\.number)
            .within(1...100)
    }

    /// `10 working days`
    fileprivate static var workingDaysLeft: Shape {
        Shape<Quantity<Bool>>.quantity(["working day": true, "working days": true]).map(\.number)
    }
}

extension Shape where Value == Delay {
    /// One that clocks and calendars measure: `2 working days`, or a duration such as `12h`.
    fileprivate static var clockDelay: Shape {
        let wanted = "a delay such as 2 working days or 12h"
        return Shape(wanted) { field in
            guard let delay = Shape<Delay>.delay.read(field) else { return nil }
            guard case .periods(let count) = delay else { return delay }
            return field.refuse(
                "bad-value", "\(field.name) cannot be in periods",
                label: "write \(count == 1 ? "1 working day" : "\(count) working days"), or a duration")
        }
    }
}

extension [Escalation] {
    /// Reports those that would raise nothing: no severity of the rule is milder than they are.
    func report(idleAmong conditions: [Rule.Condition], _ rule: MappingReader) {
        guard let mildest = conditions.map(\.severity).min() else { return }
        for escalation in self where escalation.to <= mildest {
            rule.collector.report(
                "bad-escalation",
                "'to: \(escalation.to.rawValue)' raises nothing: no severity of this rule is milder",
                at: rule.place(of: "escalate"),
                label: mildest == .critical ? "leave 'escalate' out" : "use a graver severity, up to critical")
        }
    }
}
