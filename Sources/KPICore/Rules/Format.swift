package import CEL

/// How a value stands in a message. The list is closed, so that a template can be checked when it is loaded.
package enum Format: String, Sendable, CaseIterable {
    /// As it is: whole numbers without a point, others with at most two digits after it.
    case plain
    /// A share as a percentage with at most one digit after the point.
    case percent
    /// Rounded to a whole number.
    case integer
    /// With at most three digits after the point.
    case decimal
    /// A timestamp's local day.
    case date

    /// Whether the format can show a value of a type.
    package func accepts(_ type: ValueType) -> Bool {
        switch self {
        case .plain: [.int, .uint, .double, .string, .bool, .timestamp, .dyn].contains(type)
        case .percent, .integer, .decimal: [.int, .uint, .double, .dyn].contains(type)
        case .date: [.timestamp, .dyn].contains(type)
        }
    }

    func text(_ value: Value, _ language: Language, _ timetable: Timetable) -> String {
        switch value {
        case .string(let text): text
        case .int(let whole): number(Double(whole))
        case .uint(let whole): number(Double(whole))
        case .double(let value): number(value)
        case .bool(let flag): Self.word(flag, language)
        case .timestamp(let stamp): timetable.date(of: Instant(seconds: stamp.seconds)).description
        default: "?"
        }
    }

    private func number(_ value: Double) -> String {
        switch self {
        case .plain: Decimal.text(value, digits: 2)
        case .percent: Decimal.text(value * 100, digits: 1) + "%"
        case .integer: Decimal.text(value, digits: 0)
        case .decimal: Decimal.text(value, digits: 3)
        case .date: "?"
        }
    }

    private static func word(_ flag: Bool, _ language: Language) -> String {
        switch language {
        case .zh: flag ? "是" : "否"
        case .en: flag ? "yes" : "no"
        }
    }
}
