import Diagnostics
import KPICore

extension Shape where Value == Digest {
    /// `{every: daily, at: 08:30}`, `{every: weekly, on: mon, at: 08:30}` or `{every: period_end}`.
    static var digest: Shape {
        .mapping("a digest") { digest in
            let every = digest.required("every", .word(Rhythm.self))
            let on = digest.optional("on", .word(Weekday.self), default: .mon)
            let at = digest.optional("at", .clock, default: usual)
            guard let every else { return nil }
            if every != .weekly, digest.has("on") {
                refuse(digest, "on", "'on' is for a weekly digest")
            }
            if every == .periodEnd, digest.has("at") {
                refuse(digest, "at", "a digest at the end of a period comes when its reports are due")
            }
            switch every {
            case .daily: return Digest(.daily, at: at)
            case .weekly: return Digest(.weekly(on), at: at)
            case .periodEnd: return Digest(.periodEnd, at: at)
            }
        }
    }

    private static let usual = KPICore.TimeOfDay("09:00") ?? .endOfDay

    private static func refuse(_ digest: MappingReader, _ key: String, _ why: String) {
        digest.collector.report("bad-value", why, at: digest.keyPlace(of: key), label: "leave it out")
    }
}

private enum Rhythm: String, CaseIterable {
    case daily, weekly
    case periodEnd = "period_end"
}

extension Shape where Value == KPICore.TimeOfDay {
    /// Hours and minutes, as `17:30`.
    static var clock: Shape {
        Shape<TimeOfDay>.timeOfDay.map { KPICore.TimeOfDay(minutes: $0.minutesSinceMidnight) ?? .endOfDay }
    }
}
