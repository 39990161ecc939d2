package import CEL

/// A moment, in milliseconds since 1970-01-01T00:00:00Z without leap seconds.
package struct Instant: Sendable, Hashable, Comparable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(seconds: Int64) {
        self.init(milliseconds: seconds * 1000)
    }

    /// Whole seconds, rounded down.
    package var seconds: Int64 { floorDivide(milliseconds, 1000) }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    package func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }

    /// To the millisecond, rounded down.
    package func adding(_ duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return Instant(milliseconds: milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}

extension Instant {
    /// Reads RFC 3339 with a stated offset: `2021-07-05T15:04:00+08:00`, `…Z`, seconds and their fraction optional.
    /// A stamp without an offset is not a moment, and is refused.
    package init?(_ text: some StringProtocol) {
        var scanner = StampScanner(text)
        guard let date = scanner.date(), scanner.take("T") || scanner.take(" "), let time = scanner.time(),
            let offset = scanner.offset(), scanner.isAtEnd
        else { return nil }
        let local = Int64(date.daysSinceEpoch) * 86_400_000 + Int64(time)
        self.init(milliseconds: local - Int64(offset) * 1000)
    }

    /// RFC 3339 as clocks in the zone show it, to the second: `2021-07-10T09:00:00+08:00`.
    package func stamp(in zone: Zone) -> String {
        let offset = zone.offset(at: seconds)
        let local = seconds + Int64(offset)
        let date = CivilDate(daysSinceEpoch: Int(floorDivide(local, 86_400)))
        let second = Int(local - floorDivide(local, 86_400) * 86_400)
        let sign = offset < 0 ? "-" : "+"
        let shift = "\(sign)\(twoDigits(abs(offset) / 3600)):\(twoDigits(abs(offset) / 60 % 60))"
        return "\(LocalDate(date))T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):"
            + "\(twoDigits(second % 60))\(shift)"
    }
}

/// A number with a leading zero where it has one digit only.
package func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
