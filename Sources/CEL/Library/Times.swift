extension Library {
    static let times: [Function] = [
        getter("getFullYear", "The year.", "timestamp_to_year") { $0.date.year },
        getter("getMonth", "The month, 0 to 11.", "timestamp_to_month") { $0.date.month - 1 },
        getter("getDate", "The day of the month, 1 to 31.", "timestamp_to_day_of_month_1_based") { $0.date.day },
        getter("getDayOfMonth", "The day of the month, 0 to 30.", "timestamp_to_day_of_month") { $0.date.day - 1 },
        getter("getDayOfWeek", "The day of the week, 0 for Sunday to 6.", "timestamp_to_day_of_week") {
            $0.date.dayOfWeek
        },
        getter("getDayOfYear", "The day of the year, 0 to 365.", "timestamp_to_day_of_year") {
            $0.date.dayOfYear - 1
        },
        getter("getHours", "The hour, 0 to 23; of a duration, all its hours.", "timestamp_to_hours") {
            $0.second / 3600
        }.adding(total("getHours", "duration_to_hours") { $0.nanoseconds / 3_600_000_000_000 }),
        getter("getMinutes", "The minute, 0 to 59; of a duration, all its minutes.", "timestamp_to_minutes") {
            $0.second / 60 % 60
        }.adding(total("getMinutes", "duration_to_minutes") { $0.nanoseconds / 60_000_000_000 }),
        getter("getSeconds", "The second, 0 to 59; of a duration, all its seconds.", "timestamp_to_seconds") {
            $0.second % 60
        }.adding(total("getSeconds", "duration_to_seconds") { $0.nanoseconds / 1_000_000_000 }),
        getter(
            "getMilliseconds", "The milliseconds within the second, of a duration too.", "timestamp_to_milliseconds"
        ) {
            $0.nanoseconds / 1_000_000
        }.adding(total("getMilliseconds", "duration_to_milliseconds") { $0.nanoseconds / 1_000_000 % 1000 }),
    ]

    /// What a clock and a calendar show.
    private struct Reading {
        let date: CivilDate
        /// Since midnight.
        let second: Int
        let nanoseconds: Int

        init(_ timestamp: Timestamp, _ zone: Zone) {
            let local = timestamp.seconds + Int64(zone.offset(at: timestamp.seconds))
            let days = floorDivide(local, 86_400)
            date = CivilDate(daysSinceEpoch: Int(days))
            second = Int(local - days * 86_400)
            nanoseconds = Int(timestamp.nanoseconds)
        }
    }

    private static func getter(
        _ name: String, _ summary: String, _ id: String, _ read: @escaping @Sendable (Reading) -> Int
    ) -> Function {
        Function(
            name, summary,
            [
                .unary(id, isMember: true) { (timestamp: Timestamp, _: inout Context) -> Int64 in
                    Int64(read(Reading(timestamp, .utc)))
                },
                .binary("\(id)_with_tz", isMember: true) {
                    (timestamp: Timestamp, zone: String, context: inout Context) throws(Stop) -> Int64 in
                    guard let zone = ZoneName.zone(zone, context.zones) else {
                        throw .failed("unknown time zone \(quoted(String(zone.prefix(100))))")
                    }
                    return Int64(read(Reading(timestamp, zone)))
                },
            ])
    }

    private static func total(
        _ name: String, _ id: String, _ read: @escaping @Sendable (Interval) -> Int64
    ) -> Function {
        Function(name, "", [.unary(id, isMember: true) { (value: Interval, _: inout Context) -> Int64 in read(value) }])
    }
}
