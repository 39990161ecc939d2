/// A part of a target, such as a milestone's stage, as `status.json` tells it.
package struct PartStatus: Sendable, Hashable, Decodable {
    package let id: String
    package let label: Label
    package let owner: String
    /// The unit it belongs to; nil: the whole.
    package let unit: String?
    package let value: Double
    package let atLeast: Double
    package let due: String?
    package let doneOn: String?
    package let state: String
    /// Whether it counts; what a second person has yet to strike off is done and does not.
    package let met: Bool

    init(_ part: Part) {
        id = part.id
        label = part.label
        owner = part.owner
        unit = part.unit?.text
        value = part.value
        atLeast = part.atLeast
        due = part.due?.description
        doneOn = part.doneOn?.description
        state = part.state.rawValue
        met = part.isMet
    }

    var json: JSON {
        .object([
            JSON.Member("id", .string(id)), JSON.Member("label", JSON(label)), JSON.Member("owner", .string(owner)),
            JSON.Member("unit", JSON(unit)), JSON.Member("value", JSON(value)),
            JSON.Member("at_least", JSON(atLeast)), JSON.Member("due", JSON(due)),
            JSON.Member("done_on", JSON(doneOn)), JSON.Member("state", .string(state)),
            JSON.Member("met", .bool(met)),
        ])
    }
}
