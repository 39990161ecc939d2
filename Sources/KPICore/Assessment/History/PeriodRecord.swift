/// How a target stood at the end of one of its periods: as it was judged when the period was due, and as the same day is
/// known by now.
package struct PeriodRecord: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable {
        /// When it was due it was as planned, or nothing was planned yet.
        case met
        /// It was less than planned.
        case missed
        /// It was less, or not known, and has been made good since: by a corrected figure, or by what was reached later.
        /// Never the same as met.
        case madeUp = "made_up"
        /// There was no figure, though a report on the period was owed.
        case missing
        /// There was nothing to judge by: no baseline, no goal of the unit's own, or no figure, and none was owed.
        case notJudged = "not_judged"
    }

    /// What was known of the period's last day at one moment.
    package struct Look: Sendable, Hashable {
        /// Nil where nothing was known.
        package let measurement: Measurement?
        /// On the side that counts against the unit.
        package let value: Double?
        package let light: Light

        init(_ assessment: Assessment) {
            measurement = assessment.measurement
            value = assessment.value
            light = assessment.light
        }
    }

    package let period: Period
    /// The moment at which it was judged.
    package let due: Instant
    /// The day that was judged: the period's last, or the window's.
    package let ref: LocalDate
    /// The share that was planned by then; nil where there is no goal.
    package let planned: Double?
    /// As it was judged.
    package let then: Look
    /// As it is known by now.
    package let now: Look
    package let state: State

    /// What is known of the day is not what was known when it was judged.
    package var isCorrected: Bool { then != now }
}

extension PeriodRecord.State {
    /// What people read.
    package var label: Label {
        switch self {
        case .met: Label(zh: "达到", en: "met")
        case .missed: Label(zh: "未达到", en: "missed")
        case .madeUp: Label(zh: "已补上", en: "made up")
        case .missing: Label(zh: "无数据", en: "no data")
        case .notJudged: Label(zh: "未评价", en: "not judged")
        }
    }
}
