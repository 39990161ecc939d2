package import CEL

/// What expressions over a register may call besides the language's own functions: questions to the organisation's
/// calendar.
package enum RegisterFunctions {
    /// In the order in which they are documented.
    package static func all(_ timetable: Timetable) -> [Function] {
        [
            Function(
                "days", "Days from the day of one timestamp to that of another; negative when the other is earlier.",
                [
                    .binary("days_timestamp") { (from: Timestamp, to: Timestamp, _: inout Context) -> Int64 in
                        Int64(timetable.date(of: to).days(since: timetable.date(of: from)))
                    }
                ]),
            Function(
                "working_days",
                """
                Working days after the day of one timestamp up to and with that of another, by the organisation's \
                calendar: 0 on the same day, 1 from Friday to Monday; negative when the other is earlier.
                """,
                [
                    .binary("working_days_timestamp") {
                        (from: Timestamp, to: Timestamp, context: inout Context) throws(Stop) -> Int64 in
                        let (start, end) = (timetable.date(of: from), timetable.date(of: to))
                        try context.charge(abs(end.days(since: start)))
                        return Int64(timetable.calendar.workingDays(after: start, upTo: end))
                    }
                ]),
        ]
    }
}

extension Timetable {
    /// The day that clocks show at a timestamp.
    fileprivate func date(of timestamp: Timestamp) -> LocalDate { date(of: Instant(seconds: timestamp.seconds)) }
}
