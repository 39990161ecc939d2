internal import KPICore

/// The header by which a server says when to come again (RFC 9110, 10.2.3).
enum RetryAfter {
    /// Seconds, or the moment in the form that servers must write. Nil for anything else.
    static func wait(_ text: String, now: Instant) -> Duration? {
        if let seconds = Int64(text), seconds >= 0, seconds < 1_000_000_000 { return .seconds(seconds) }
        return moment(text).map { .milliseconds(max(0, $0.milliseconds - now.milliseconds)) }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Wed, 21 Oct 2015 07:28:00 GMT`
    private static func moment(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else {
            return nil
        }
        return Instant("\(words[3])-\(twoDigits(month + 1))-\(words[1])T\(words[4])Z")
    }
}
