import Diagnostics

/// Why an act was not taken: what somebody asked for cannot be done as it was asked.
package struct ActRefusal: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// What was named is not there.
        case unknown
        /// Several things have the name that was given.
        case ambiguous
        /// It is there, and it cannot be done.
        case invalid
        /// Who asks may not.
        case forbidden
        /// It could not be recorded now.
        case unavailable
    }

    package let kind: Kind
    /// A stable word for programs, such as `unknown-unit`.
    package let id: String
    package let message: Label
    /// What may have been meant, where there is more than one.
    package let candidates: [String]

    package init(_ kind: Kind, _ id: String, zh: String, en: String, candidates: [String] = []) {
        (self.kind, self.id, self.candidates) = (kind, id, candidates)
        message = Label(zh: zh, en: en)
    }

    /// What was named is not there; says what may have been meant.
    ///
    /// - Parameter what: the word of its id.
    static func unknown(
        _ what: String, zh: String, _ name: String, in known: some Sequence<String>, asAny thing: String
    ) -> ActRefusal {
        let nearest = Suggestion.nearest(to: name, in: known)
        return ActRefusal(
            .unknown, "unknown-\(what)", zh: "没有\(zh)“\(name)”" + (nearest.map { "：是不是“\($0)”？" } ?? "。"),
            en: "there is no \(thing) '\(name)'" + (nearest.map { ": did you mean '\($0)'?" } ?? "."),
            candidates: nearest.map { [$0] } ?? [])
    }

    package var json: JSON {
        .object([
            JSON.Member("id", .string(id)), JSON.Member("message", JSON(message)),
            JSON.Member("candidates", .array(candidates.map { .string($0) })),
        ])
    }
}
