/// The numbers an alert was judged by. There are some twenty of them, under names that are the same for all alerts, so the
/// names are kept once.
struct AlertNumbers: Sendable, Hashable {
    /// In the order of ``names``.
    private let known: [MaybeNumber]
    /// What does not fit: names of another version, and numbers that were told to be unknown.
    private let others: [NamedValue]

    static let names = RuleVariables.numbers.map(\.name) + ["part_value", "part_at_least"]
    private static let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

    init(_ values: [NamedValue]) {
        let places = values.map { $0.value == nil ? nil : Self.places[$0.name] }
        // Numbers are given back in the order of the names, so what stands in another one does not fit.
        guard !values.isEmpty, zip(places, places.dropFirst()).allSatisfy({ ($0 ?? .max) < ($1 ?? -1) }),
            places.allSatisfy({ $0 != nil })
        else {
            (known, others) = ([], values)
            return
        }
        var known = [MaybeNumber](repeating: MaybeNumber(nil), count: Self.names.count)
        for (place, value) in zip(places, values) {
            if let place { known[place] = MaybeNumber(value.value) }
        }
        (self.known, others) = (known, [])
    }

    /// Those by which a subject is judged, in the order of ``names``.
    init(of subject: RuleSubject) {
        var known = RuleVariables.numbers.map { MaybeNumber($0.value(subject.assessment)) }
        known += [MaybeNumber(subject.part?.value), MaybeNumber(subject.part?.atLeast)]
        (self.known, others) = (known.contains(where: \.isKnown) ? known : [], [])
    }

    /// A number by its name; nil for what is unknown or has no such name.
    subscript(name: String) -> Double? {
        guard !known.isEmpty else { return others.first { $0.name == name }?.value }
        return Self.places[name].flatMap { known[$0].number }
    }

    var values: [NamedValue] {
        guard !known.isEmpty else { return others }
        return zip(Self.names, known).compactMap { name, number in number.number.map { NamedValue(name, $0) } }
    }
}
