/// Which edition of a target is told of, and since when its goal is as it is.
package struct EditionStatus: Sendable, Hashable, Decodable {
    /// The days whose figures count.
    package let from: String
    package let to: String
    /// The first judged day of a version that took the place of another; nil where the edition has only one.
    package let changedOn: String?
    /// Why it did.
    package let reason: String?

    init(_ target: Target) {
        from = target.window.first.description
        to = target.window.last.description
        let change = target.validity.flatMap { $0.from.map { $0 > target.window.first } == true ? $0 : nil }
        changedOn = change?.from?.description
        reason = change?.reason
    }

    var json: JSON {
        .object([
            JSON.Member("from", .string(from)), JSON.Member("to", .string(to)),
            JSON.Member("changed_on", JSON(changedOn)), JSON.Member("reason", JSON(reason)),
        ])
    }
}
