import Foundation

/// A JSON document as it is: null is not absence, and a number is not a text.
enum Json: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([Json])
    case object([String: Json])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Json].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Json].self))
        }
    }

    init(_ text: some StringProtocol) throws {
        self = try JSONDecoder().decode(Json.self, from: Data(text.utf8))
    }

    /// Nil where there is no such member.
    subscript(_ name: String) -> Json? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    var number: Double? { if case .number(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
    var isTrue: Bool { self == .bool(true) }
    var list: [Json] { if case .list(let values) = self { values } else { [] } }
    var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

    /// The element of a list that has this id.
    func element(_ id: String) -> Json? { list.first { $0["id"]?.text == id } }
}
