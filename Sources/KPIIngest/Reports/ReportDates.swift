import KPICore

/// What a row's dates mean at the moment at which the file was received. The receiving clock decides, never the moment
/// for which somebody evaluates.
struct ReportDates {
    let timetable: Timetable
    let receivedAt: Instant

    /// Nil where it is refused.
    func submission(_ text: String, _ findings: inout FindingList) -> Instant? {
        guard !text.isEmpty else { return receivedAt }
        let (instant, remark) = StampReader.read(text, in: timetable)
        let column = ReportColumn.submittedAt.name
        if let remark { findings.add(remark, column: column) }
        if let instant, instant > receivedAt {
            let stamp = instant.stamp(in: timetable.zone)
            let received = receivedAt.stamp(in: timetable.zone)
            findings.add(
                .reject(
                    .submitFuture, zh: "报送时间\(stamp)晚于收到文件的时间\(received)：请核对日期和电脑时钟。",
                    en:
                        "submitted at \(stamp), which is after the file was received at \(received): check the date and the clock."
                ), column: column)
        }
        return instant
    }

    /// Nil where it is refused.
    func period(_ reading: PeriodReader.Reading, _ submittedAt: Instant?, _ findings: inout FindingList) -> Period? {
        let column = ReportColumn.period.name
        if let remark = reading.remark { findings.add(remark, column: column) }
        guard let period = reading.period, let submittedAt else { return reading.period }
        let day = timetable.date(of: min(submittedAt, receivedAt))
        if period.first > day {
            findings.add(
                .reject(
                    .periodFuture, zh: "期间\(period)在报送日\(day)之后才开始：请核对期间。",
                    en: "the period \(period) begins after the day of submission, \(day): check the period."),
                column: column)
        } else if period.last >= day {
            findings.add(
                .note(
                    .periodOpen, zh: "报送时期间\(period)尚未结束。",
                    en: "the period \(period) had not ended when this was submitted."),
                column: column)
        }
        return period
    }

    /// The period by the target's own frequency; nil where the row's cannot be made to fit.
    func fit(
        _ written: Period, to target: Target, _ form: Form, _ revision: Int, _ submittedAt: Instant,
        _ findings: inout FindingList
    ) -> Period? {
        let (period, remark) = PeriodReader.fit(written, to: target, form: form)
        if let remark {
            findings.add(remark, column: ReportColumn.period.name)
            if remark.action == .reject { return nil }
        }
        if revision <= 1, submittedAt <= receivedAt, isLate(period, target, submittedAt) {
            let due = timetable.due(period, by: target.deadline).stamp(in: timetable.zone)
            findings.add(
                .note(.late, zh: "迟报：应于\(due)前报送。", en: "late: it was due at \(due)."),
                column: ReportColumn.submittedAt.name)
        }
        return period
    }

    private func isLate(_ period: Period, _ target: Target, _ submittedAt: Instant) -> Bool {
        guard target.frequency.period == period.length else { return false }
        // No deadline lies before so many days have passed: most rows need no calendar.
        let days =
            switch target.deadline.days {
            case .working(let n), .calendar(let n): n
            }
        guard submittedAt >= timetable.start(of: period.last.adding(days: days)) else { return false }
        return submittedAt > timetable.due(period, by: target.deadline)
    }
}
