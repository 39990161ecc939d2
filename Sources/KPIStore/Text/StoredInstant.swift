package import KPICore

/// Moments stand in the ledger as RFC 3339 in UTC with exactly three digits of a second: people read them, SQLite's
/// date functions take them, and they sort as text as they do in time.
extension Instant {
    package var stored: String {
        let day = milliseconds.quotient(86_400_000)
        let rest = Int(milliseconds - day * 86_400_000)
        var text = LocalDate(dayNumber: Int(day)).description
        text.reserveCapacity(24)
        text += "T"
        text += twoDigits(rest / 3_600_000)
        text += ":"
        text += twoDigits(rest / 60_000 % 60)
        text += ":"
        text += twoDigits(rest / 1000 % 60)
        text += rest % 1000 < 100 ? ".0" : "."
        text += twoDigits(rest % 1000)
        text += "Z"
        return text
    }

    /// Reads what ``stored`` writes; nil for anything else.
    init?(stored text: String) {
        guard text.utf8.count == 24, text.utf8.last == UInt8(ascii: "Z") else { return nil }
        self.init(text)
    }
}

extension Int64 {
    /// Rounded down, also below zero.
    fileprivate func quotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
