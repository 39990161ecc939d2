import Diagnostics
import KPICore
import YAML

/// A goal as it is written: what is to be reached, and when.
struct GoalText {
    let goal: Goal
    let due: Located<LocalDate>?
    /// The numbers in it, told apart from percentages.
    let figures: [Located<Figure>]
    /// Where it says what is to be reached; nil where that goes without saying.
    let place: Place?
}

extension Shape where Value == GoalText {
    /// `{at_least: 130, due: 2021-12-31}`; or at_most, exactly, between: [2, 5], not_falling: 4 periods, not_rising.
    /// Where there is a usual goal, it may say nothing but the day.
    static func goal(usual: Goal?) -> Shape {
        Shape("a goal") { field in
            if let text = field.node.scalar?.text, Double(text) != nil {
                return field.refuseType(wanted: "a mapping", label: "write {at_least: \(text)}, or at_most, exactly, …")
            }
            return mapping(usual).read(field)
        }
    }

    private static func mapping(_ usual: Goal?) -> Shape {
        .mapping("a goal") { goal in
            let due = goal.optional("due", .located(.day))
            if let usual, !(GoalText.amounts + GoalText.trends).contains(where: goal.has) {
                return GoalText(goal: usual, due: due, figures: [], place: nil)
            }
            return GoalText.demand(in: goal, due: due)
        }
    }
}

extension GoalText {
    fileprivate static let amounts = ["at_least", "at_most", "exactly", "between"]
    fileprivate static let trends = ["not_falling", "not_rising"]

    /// What the keys of a mapping ask for; `noun` is what asks.
    static func demand(
        in goal: MappingReader, due: Located<LocalDate>? = nil, noun: String = "goal", withTrends: Bool = true
    ) -> GoalText? {
        let words = amounts + (withTrends ? trends : [])
        func one(_ key: String, _ demand: (Double) -> Goal) -> (Goal, [Located<Figure>])? {
            goal.optional(key, .located(.figure)).map { (demand($0.value.value), [$0]) }
        }
        let named = words.filter { goal.has($0) }
        guard named.count == 1 else {
            if named.isEmpty, goal.misspells(words) { return nil }
            goal.collector.report(
                "bad-goal", named.isEmpty ? "the \(noun) says nothing to reach" : "the \(noun) says two things",
                at: goal.node.place, label: "give one of \(words.joined(separator: ", "))")
            return nil
        }
        let given =
            one("at_least") { .atLeast($0) } ?? one("at_most") { .atMost($0) } ?? one("exactly") { .exactly($0) }
            ?? goal.optional("between", .bounds).map { (.between($0[0].value.value, $0[1].value.value), $0) }
            ?? (withTrends ? trend(goal) : nil).map { ($0, []) }
        return given.map { GoalText(goal: $0.0, due: due, figures: $0.1, place: goal.node.place) }
    }

    private static func trend(_ goal: MappingReader) -> Goal? {
        goal.optional("not_falling", .periods).map { .notFalling(periods: $0) }
            ?? goal.optional("not_rising", .periods).map { .notRising(periods: $0) }
    }
}

extension Shape where Value == Int {
    /// `4 periods`
    fileprivate static var periods: Shape {
        Shape<Quantity<Void>>.quantity(["period": (), "periods": ()]).map(\.number).within(1...120)
    }
}

extension Shape where Value == Double {
    /// A number, or a percentage as the share it stands for.
    static var amount: Shape { Shape<Figure>.figure.map(\.value) }
}

extension Shape where Value == [Located<Figure>] {
    fileprivate static var bounds: Shape {
        Shape("two numbers such as [2, 5]") { field in
            guard let numbers = Shape.list(of: .located(.figure)).read(field) else { return nil }
            guard numbers.count == 2, numbers[0].value.value <= numbers[1].value.value else {
                return field.refuse("bad-value", "\(field.name) wants two numbers, the lower first")
            }
            return numbers
        }
    }
}
