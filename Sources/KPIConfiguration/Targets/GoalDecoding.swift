import Diagnostics
import KPICore

/// A goal as it is written: what is to be reached, and when.
struct GoalText {
    let goal: Goal
    let due: LocalDate?
    /// It was written as a percentage, or lies within 0...1.
    let place: Place
}

extension Shape where Value == GoalText {
    /// `{at_least: 130, due: 2021-12-31}`; or at_most, exactly, or between: [2, 5].
    static var goal: Shape {
        .mapping("a goal") { goal in
            let due = goal.optional("due", .day)
            let given: [Goal] = [
                goal.optional("at_least", .amount).map { .atLeast($0) },
                goal.optional("at_most", .amount).map { .atMost($0) },
                goal.optional("exactly", .amount).map { .exactly($0) },
                goal.optional("between", .bounds).map { .between($0.0, $0.1) },
            ].compactMap { $0 }
            let named = ["at_least", "at_most", "exactly", "between"].count { goal.has($0) }
            guard named == 1 else {
                goal.collector.report(
                    "bad-goal", named == 0 ? "the goal says nothing to reach" : "the goal says two things",
                    at: goal.node.place, label: "give one of at_least, at_most, exactly, between")
                return nil
            }
            guard let only = given.first else { return nil }
            return GoalText(goal: only, due: due, place: goal.node.place)
        }
    }
}

extension Shape where Value == Double {
    /// A number, or a percentage as the share it stands for.
    static var amount: Shape { Shape<Figure>.figure.map(\.value) }
}

extension Shape where Value == (Double, Double) {
    fileprivate static var bounds: Shape {
        Shape("two numbers such as [2, 5]") { field in
            guard let numbers = Shape<[Double]>.list(of: .amount).read(field) else { return nil }
            guard numbers.count == 2, numbers[0] <= numbers[1] else {
                return field.refuse("bad-value", "\(field.name) wants two numbers, the lower first")
            }
            return (numbers[0], numbers[1])
        }
    }
}

extension Shape where Value == Double? {
    /// A number, a percentage, or `unknown`.
    static var baseline: Shape {
        Shape<Double?>("a number, a percentage, or unknown") { field in
            if field.node.scalar?.text == "unknown" { return .some(nil) }
            return Shape<Double>.amount.read(field).map { .some($0) }
        }
    }
}
