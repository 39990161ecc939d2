/// From when to when an act is to be in force, as somebody typed it.
package struct ActSpan: Sendable, Hashable {
    package let from: String?
    package let until: String?
    package let delay: String?

    package init(from: String? = nil, until: String? = nil, for delay: String? = nil) {
        (self.from, self.until, self.delay) = (from, until, delay)
    }

    /// When it begins: at the moment of the act where nothing is said.
    func start(at now: Instant, _ timetable: Timetable) throws(ActRefusal) -> Instant {
        guard let from else { return Instant(seconds: now.seconds) }
        guard let time = ActTime(from, timetable) else { throw Self.unreadable(from) }
        return time.start(timetable)
    }

    /// When it ends; nil where nothing is said.
    func end(from start: Instant, _ timetable: Timetable) throws(ActRefusal) -> Instant? {
        switch (until, delay) {
        case (nil, nil): return nil
        case (.some, .some):
            throw ActRefusal(
                .invalid, "two-ends", zh: "until 与 for 只能给一个。",
                en: "until and for both say when it ends: give one of them.")
        case (let until?, nil):
            guard let time = ActTime(until, timetable) else { throw Self.unreadable(until) }
            return time.end(timetable)
        case (nil, let delay?):
            switch Delay(typed: delay) {
            case .seconds(let seconds): return start.adding(seconds: seconds)
            case .workingDays(let days): return timetable.adding(workingDays: days, to: start)
            case .periods, nil:
                throw ActRefusal(
                    .invalid, "bad-duration", zh: "“\(delay)”不是时长：请写成 12h、3d 或“5个工作日”，最长十年。",
                    en: "'\(delay)' is no length of time such as 12h, 3d or '5 working days', at most ten years.")
            }
        }
    }

    private static func unreadable(_ text: String) -> ActRefusal {
        ActRefusal(
            .invalid, "bad-time",
            zh: "“\(text)”不是时间：请写成 2021-12-31、2021-12-31 17:00 或 2021-12-31T17:00:00+08:00。",
            en: "'\(text)' is no time such as 2021-12-31, 2021-12-31 17:00 or 2021-12-31T17:00:00+08:00.")
    }
}
