internal import CEL
internal import KPICore

/// A moment as mails write it (RFC 5322, 3.3): `Sat, 10 Jul 2021 09:00:00 +0800`.
enum MailDate {
    private static let weekdays: [Weekday: String] = [
        .mon: "Mon", .tue: "Tue", .wed: "Wed", .thu: "Thu", .fri: "Fri", .sat: "Sat", .sun: "Sun",
    ]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Nil when the stamp is not one.
    static func text(_ stamp: Stamp) -> String? {
        guard let date = LocalDate(stamp.text.prefix(10)), let weekday = weekdays[date.weekday] else { return nil }
        let clock = stamp.text.dropFirst(11).prefix(8)
        let offset = stamp.text.hasSuffix("Z") ? "+0000" : stamp.text.suffix(6).filter { $0 != ":" }
        return "\(weekday), \(date.civil.day) \(months[date.month - 1]) \(date.year) \(clock) \(offset)"
    }
}
