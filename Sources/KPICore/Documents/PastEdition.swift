/// How a closed edition of a target ended, by the figures that are known by now.
package struct PastEdition: Sendable, Hashable, Decodable {
    /// The days whose figures count.
    package let from: String
    package let to: String
    package let value: Double?
    package let goal: Double?
    package let progress: Double?
    package let light: String
    package let achieved: Bool?

    init(_ target: Target, _ whole: Assessment) {
        from = target.window.first.description
        to = target.window.last.description
        value = whole.value
        goal = whole.goalValue
        progress = whole.progress
        light = whole.light.rawValue
        achieved = whole.isAchieved
    }

    var json: JSON {
        .object([
            JSON.Member("from", .string(from)), JSON.Member("to", .string(to)), JSON.Member("value", JSON(value)),
            JSON.Member("goal", JSON(goal)), JSON.Member("progress", JSON(progress)),
            JSON.Member("light", .string(light)), JSON.Member("achieved", JSON(achieved)),
        ])
    }
}
