/// A value in a register.
package enum Cell: Sendable, Hashable {
    /// Nothing was written. Absent is not unknown: a filter that touches it is false.
    case absent
    case text(String)
    case date(LocalDate)
    case number(Double)
    case bool(Bool)
    case unit(UnitID)

    /// As people write it; empty where nothing was.
    package var text: String {
        switch self {
        case .absent: ""
        case .text(let text): text
        case .date(let date): date.description
        case .number(let number): Decimal.shortest(number)
        case .bool(let flag): flag ? "true" : "false"
        case .unit(let unit): unit.text
        }
    }
}
