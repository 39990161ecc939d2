/// A JSON value whose members keep their order, so that what was written is what is read. Numbers are finite.
package enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case array([JSON])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSON

        package init(_ name: String, _ value: JSON) {
            (self.name, self.value) = (name, value)
        }
    }

    /// Nil becomes null.
    package init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// Nil becomes null. What is not finite has no number in JSON, and becomes the word that `Double` reads again.
    package init(_ number: Double?) {
        guard let number else {
            self = .null
            return
        }
        self = number.isFinite ? .number(number) : .text("\(number)")
    }

    /// The number that ``init(_:)-(Double?)`` wrote.
    package var double: Double? {
        switch self {
        case .number(let number): number
        case .text(let text): Double(text)
        default: nil
        }
    }

    package var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}
