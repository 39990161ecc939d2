import CEL
import Diagnostics

@testable import KPIConfiguration

/// A decoder as they are written with shapes, with a key of every kind.
struct ExampleTarget {
    enum Kind: String, CaseIterable {
        case count, ratio, level, milestone
    }

    enum Span {
        case periods, workingDays, days
    }

    let id: Located<String>
    let kind: Kind
    let label: Bilingual<String>
    let goal: Double
}

extension Shape where Value == ExampleTarget {
    static var exampleTarget: Shape {
        .mapping("a target") { target in
            let id = target.required("id", .located(.identifier))
            let kind = target.required("kind", .word(ExampleTarget.Kind.self))
            let label = target.required("label", .bilingual(.text))
            let goal = target.required("goal", .number.within(0...))
            _ = target.optional("share", .share)
            _ = target.optional("places", .integer.within(0...6), default: 2)
            _ = target.optional("assumed", .boolean, default: false)
            _ = target.optional("due", .date)
            _ = target.optional("at", .timeOfDay)
            _ = target.optional("since", .instant)
            _ = target.optional("every", .duration)
            _ = target.optional("clear", .figure)
            _ = target.optional("tags", .oneOrMore(of: .identifier))
            _ = target.optional("curve", .list(of: .number))
            _ = target.optional("allocation", .mapping(from: .identifier, to: .integer))
            _ = target.optional("if", .expression)
            _ = target.optional("message", .bilingual(.excerpt))
            _ = target.optional(
                "for",
                .quantity([
                    "period": ExampleTarget.Span.periods, "periods": .periods, "working day": .workingDays,
                    "working days": .workingDays, "day": .days, "days": .days,
                ]))
            guard let id, let kind, let label, let goal else { return nil }
            return ExampleTarget(id: id, kind: kind, label: label, goal: goal)
        }
    }
}

extension Shape where Value == [ExampleTarget] {
    static var exampleFile: Shape {
        .mapping { file in file.required("targets", .list(of: .exampleTarget)) }
    }
}
