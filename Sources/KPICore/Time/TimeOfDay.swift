/// A time on a clock, to the minute: 00:00 up to 24:00, which is the end of the day.
package struct TimeOfDay: Sendable, Hashable, CustomStringConvertible {
    /// 0...1440
    package let minutes: Int

    package init?(minutes: Int) {
        guard (0...1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    package static let endOfDay = TimeOfDay(minutes: 1440)!  // within 0...1440

    /// Reads `17:30`.
    package init?(_ text: some StringProtocol) {
        var scanner = StampScanner(text)
        guard let hour = scanner.digits(2), scanner.take(":"), let minute = scanner.digits(2), minute < 60,
            scanner.isAtEnd
        else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    package var description: String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }
}
