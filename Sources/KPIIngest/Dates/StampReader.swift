import KPICore

/// Reads the moment at which a row was submitted. A stamp without an offset is by the organisation's clocks.
enum StampReader {
    static func read(_ text: String, in timetable: Timetable) -> (instant: Instant?, remark: Remark?) {
        if let instant = Instant(text) { return (instant, nil) }
        let written = FoldedText(text).text
        if let instant = Instant(written) { return (instant, nil) }
        let parts = written.split(maxSplits: 1) { $0 == " " || $0 == "T" }.map(String.init)
        guard let first = parts.first else { return (nil, bad(written)) }
        let day: LocalDate
        switch WrittenDate(first) {
        case .day(let written): day = written
        case .serial(let serial): return (nil, self.serial(written, serial))
        case .period, .monthName, nil: return (nil, bad(written))
        }
        var time = 0
        if parts.count == 2 {
            guard let read = clock(parts[1]) else { return (nil, bad(written)) }
            time = read
        }
        guard let minutes = TimeOfDay(minutes: time / 60) else { return (nil, bad(written)) }
        let instant = timetable.instant(day, minutes).adding(seconds: Int64(time % 60))
        return (instant, local(written, instant.stamp(in: timetable.zone)))
    }

    /// `9:30` or `09:30:15`, in seconds after midnight.
    private static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count <= 2 ? UInt8($0) : nil }.map(Int.init)
        guard parts.count == numbers.count, (2...3).contains(numbers.count), numbers[0] < 24, numbers[1] < 60
        else { return nil }
        let second = numbers.count == 3 ? numbers[2] : 0
        return second < 60 ? (numbers[0] * 60 + numbers[1]) * 60 + second : nil
    }

    private static func local(_ text: String, _ stamp: String) -> Remark {
        .note(
            .submitForm, zh: "报送时间“\(excerpted(text))”按\(stamp)读取。",
            en: "the submission time '\(excerpted(text))' was read as \(stamp).")
    }

    private static func serial(_ text: String, _ day: LocalDate) -> Remark {
        .reject(
            .excelDate, zh: "报送时间“\(excerpted(text))”是电子表格的日期序号（\(day)）：请写成2021-10-11T10:00:00+08:00。",
            en: "the submission time '\(excerpted(text))' is a spreadsheet's day number (\(day)): "
                + "write it as 2021-10-11T10:00:00+08:00.")
    }

    private static func bad(_ text: String) -> Remark {
        .reject(
            .submitBad, zh: "报送时间“\(excerpted(text))”无法识别：请写成2021-10-11T10:00:00+08:00。",
            en: "the submission time '\(excerpted(text))' cannot be read: write it as 2021-10-11T10:00:00+08:00.")
    }
}
