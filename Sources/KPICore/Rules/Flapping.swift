/// When an alert comes and goes too often to be told of each time.
package struct Flapping: Sendable, Hashable {
    /// So many episodes that began within a time.
    package let episodes: Int
    /// Never in periods.
    package let within: Delay

    package init(episodes: Int, within: Delay) {
        (self.episodes, self.within) = (episodes, within)
    }
}

extension Alert {
    /// Until when it flaps; nil when it does not. This mutes the telling and never changes the phase. Each episode that
    /// begins puts it off.
    package func flapsUntil(_ rule: Rule, at moment: Instant, in timetable: Timetable) -> Instant? {
        guard let flapping = rule.flapping, let began = memory?.began, began.count >= flapping.episodes,
            let end = timetable.adding(flapping.within, to: began[began.count - flapping.episodes])
        else { return nil }
        return moment < end ? end : nil
    }

    package func isFlapping(_ rule: Rule, at moment: Instant, in timetable: Timetable) -> Bool {
        flapsUntil(rule, at: moment, in: timetable) != nil
    }
}
