import TestSeeds

/// A mistake that people make in a report, and what is to be found then.
struct Mistake: Sendable, CustomStringConvertible {
    /// The cells of one row by their columns.
    typealias Row = [String: String]

    let code: String
    let action: String
    /// Which rows it can be made in.
    let fits: @Sendable (Row) -> Bool
    /// What the row becomes; several rows stand one below the other, and the last one is looked at.
    let make: @Sendable (Row, inout SeededGenerator) -> [Row]

    var description: String { code }

    init(
        _ code: String, _ action: String, in fits: @escaping @Sendable (Row) -> Bool = { _ in true },
        _ make: @escaping @Sendable (Row, inout SeededGenerator) -> [Row]
    ) {
        (self.code, self.action, self.fits, self.make) = (code, action, fits, make)
    }

    /// One that changes a cell.
    init(
        _ code: String, _ action: String, _ column: String, in fits: @escaping @Sendable (Row) -> Bool = { _ in true },
        to values: String...
    ) {
        self.init(code, action, in: fits) { row, random in
            var row = row
            row[column] = values.randomElement(using: &random)
            return [row]
        }
    }
}

extension Mistake {
    private static func isCount(_ row: Row) -> Bool { row["measure_unit"] == "人" && row["form"] == "delta" }
    private static func isRatio(_ row: Row) -> Bool { row["indicator"] == "party.coverage" }

    /// Those that show in the row itself, or in its file.
    static let ofRows: [Mistake] = [
        Mistake("DQ-UNIT-UNKNOWN", "reject", "unit", to: "任诚区", "370899", "某县"),
        Mistake("DQ-UNIT-ALIAS", "note", "unit", in: { $0["unit"] == "370812" }, to: "兖州市"),
        Mistake("DQ-IND-UNKNOWN", "reject", "indicator", to: "talent.recruit", "引才", "x"),
        Mistake("DQ-PERIOD-BAD", "reject", "period", to: "2021-13", "2021-00", "九月", "2021Q5"),
        Mistake("DQ-EXCEL-DATE", "reject", "period", to: "44440", "Sep-21"),
        Mistake(
            "DQ-PERIOD-FUTURE", "reject", "period", in: { isCount($0) && $0["indicator"] != "title.senior" },
            to: "2022-01"),
        Mistake("DQ-SUBMIT-FUTURE", "reject", "submitted_at", to: "2031-01-01T09:00:00+08:00"),
        Mistake("DQ-VALUE-NAN", "reject", "value", in: isCount, to: "三十几", "若干", "约", "#REF!"),
        Mistake("DQ-FULLWIDTH", "note", "value", in: isCount, to: "１", "２"),
        Mistake("DQ-VALUE-NEG", "reject", "value", in: isCount, to: "-1", "-30"),
        Mistake("DQ-VALUE-FRACTION", "reject", "value", in: isCount, to: "2.5", "0.1"),
        Mistake("DQ-APPROX", "note", "value", in: isCount, to: "1余", "近2", "约1"),
        Mistake("DQ-EMPTY", "reject", "value", in: isCount, to: "", " "),
        Mistake("DQ-FORMULA", "reject", "value", in: isCount, to: "=1+1", "=SUM(A1:A3)"),
        Mistake("DQ-FORMULA", "reject", "note", to: "=HYPERLINK(1)", "@x", "+A1", "-2+3"),
        Mistake("DQ-UNIT-MISMATCH", "reject", "measure_unit", in: isCount, to: "百人", "万人", "家"),
        Mistake("DQ-BASIS-PLANNED", "doubt", "basis", to: "actual_plus_plan"),
        Mistake("DQ-REVISION-NO-REASON", "doubt", "revision", in: { $0["note"] == "" }, to: "2"),
        Mistake("DQ-PERCENT-SCALE", "doubt", in: isRatio) { row, _ in
            var row = row
            row["value"] = "\((Double(row["value"] ?? "") ?? 0) * 100)"
            return [row]
        },
        Mistake("DQ-NUM-GT-DEN", "reject", in: isRatio) { row, _ in
            var row = row
            row["numerator"] = "\((Int(row["denominator"] ?? "") ?? 0) + 1)"
            return [row]
        },
        Mistake("DQ-DEN-ZERO", "reject", "denominator", in: isRatio, to: "0"),
        Mistake("DQ-DUP-EXACT", "note") { row, _ in [row, row] },
        Mistake("DQ-DUP-CONFLICT", "reject", in: isCount) { row, _ in
            var other = row
            other["value"] = "\((Int(row["value"] ?? "") ?? 0) + 1)"
            return [row, other]
        },
        Mistake("DQ-TOTAL-ROW", "note") { row, _ in [row, ["unit": "合计", "value": "62"]] },
        Mistake(
            "DQ-LATE", "note", "submitted_at", in: { isCount($0) && $0["revision"] == "1" },
            to: "2021-10-14T23:00:00+08:00"),
    ]

    /// Those that show beside the figures of the months before.
    static let besideOthers: [Mistake] = [
        Mistake("DQ-CUM-AS-DELTA", "doubt", "value", in: isCount, to: "60", "75"),
        Mistake("DQ-OUTLIER", "doubt", "value", in: isCount, to: "60", "75"),
        Mistake("DQ-DEN-JUMP", "doubt", in: isRatio) { row, _ in
            var row = row
            (row["numerator"], row["denominator"], row["value"]) = ("30", "40", "0.75")
            return [row]
        },
        Mistake("DQ-CUM-DECREASE", "doubt", "value", in: { $0["indicator"]?.hasPrefix("patent.s") ?? false }, to: "12"),
    ]
}
