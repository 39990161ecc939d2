internal import KPICore

/// Matchers stand in the ledger as an array, since values may hold any sign:
/// `[{"field":"unit","negated":false,"values":["3708"]}]`.
extension Matchers {
    var stored: String {
        JSON.array(
            all.map { matcher in
                .object([
                    JSON.Member("field", .string(matcher.field.rawValue)),
                    JSON.Member("negated", .bool(matcher.isNegated)),
                    JSON.Member("values", .array(matcher.values.map { .string($0) })),
                ])
            }
        ).compact
    }

    /// Nil when it is not what ``stored`` writes.
    init?(stored json: JSON) {
        guard case .array(let elements) = json else { return nil }
        var matchers: [Matcher] = []
        for element in elements {
            guard let field = element["field"]?.text.flatMap({ Field(rawValue: $0) }),
                case .bool(let isNegated) = element["negated"], case .array(let list) = element["values"]
            else { return nil }
            let values = list.compactMap(\.text)
            guard values.count == list.count else { return nil }
            matchers.append(Matcher(field, values, isNegated: isNegated))
        }
        self.init(matchers)
    }
}
