/// A period of a target that was due, as `status.json` tells it: as it was judged then, and as it is known now.
package struct PeriodStatus: Sendable, Hashable, Decodable {
    package let period: String
    /// When it was judged.
    package let due: String
    package let ref: String
    package let value: Double?
    package let planned: Double?
    package let light: String
    package let valueNow: Double?
    package let lightNow: String
    package let state: String
    /// The figure of the same day is another one now.
    package let corrected: Bool

    init(_ record: PeriodRecord, _ timetable: Timetable) {
        period = record.period.description
        due = record.due.stamp(in: timetable.zone)
        ref = record.ref.description
        value = record.then.value
        planned = record.planned
        light = record.then.light.rawValue
        valueNow = record.now.value
        lightNow = record.now.light.rawValue
        state = record.state.rawValue
        corrected = record.isCorrected
    }

    var json: JSON {
        .object([
            JSON.Member("period", .string(period)), JSON.Member("due", .string(due)), JSON.Member("ref", .string(ref)),
            JSON.Member("value", JSON(value)), JSON.Member("planned", JSON(planned)),
            JSON.Member("light", .string(light)), JSON.Member("value_now", JSON(valueNow)),
            JSON.Member("light_now", .string(lightNow)), JSON.Member("state", .string(state)),
            JSON.Member("corrected", .bool(corrected)),
        ])
    }
}
