import Diagnostics
import KPICore
import YAML

/// A stage, an item or a member as it is written: each is known by a name, and may have a day of its own.
struct PartText<Part> {
    let id: Located<String>
    let label: Label
    let due: Located<LocalDate>?
    /// The part, given the day by which it is due where it names none.
    let part: (LocalDate) -> Part
}

extension Shape where Value == String {
    /// What rows and reports call a part: any text of a line. It stands in the ids of alerts.
    fileprivate static var name: Shape {
        .text.checked("must have at most 64 characters, no '/' and one line") { name in
            name.count <= 64 && !name.contains { $0 == "/" || $0.isNewline || $0 == "\u{1F}" }
        }
    }
}

extension Shape where Value == Double {
    static var positive: Shape { .number.checked("must be more than 0") { $0 > 0 } }
}

extension Shape where Value == PartText<Stage> {
    /// `{id: applied, label: {zh: 申报, en: Applied}, due: 2021-04-30, weight: 2, requires: {…}}`. `rows` are
    /// asked for what is required.
    static func stage(_ rows: Rows) -> Shape {
        .mapping("a stage") { stage in
            let id = stage.required("id", .located(.name))
            let label = stage.optional("label", .label)
            let due = stage.optional("due", .located(.day))
            let weight = stage.optional("weight", .positive, default: 1)
            let requirement = stage.optional("requires", .requirement(rows))
            guard let id else { return nil }
            let shown = label ?? Label(id.value)
            return PartText(id: id, label: shown, due: due) { usual in
                Stage(
                    id: id.value, label: shown, due: due?.value ?? usual, weight: weight, requirement: requirement)
            }
        }
    }
}

extension Shape where Value == Stage.Requirement {
    /// `{label: Participants, number: double(participants), at_least: 21}`
    fileprivate static func requirement(_ rows: Rows) -> Shape {
        .mapping("what is required") { requirement in
            let label = requirement.required("label", .label)
            guard let measure = rows.measure else {
                requirement.acceptOtherKeys()
                if case .none = rows {
                    requirement.collector.report(
                        "missing-register", "what is required is computed from a row, and this target has no register",
                        at: requirement.node.place)
                }
                return nil
            }
            let number = requirement.required("number", .number(in: measure.environment))
            let goal = GoalText.demand(in: requirement, noun: "requirement", withTrends: false)
            guard let label, let number, let goal else { return nil }
            return Stage.Requirement(label: label, number: number, goal: goal.goal)
        }
    }
}

extension Shape where Value == PartText<Item> {
    /// A name, or `{id: forum, label: …, at_least: 4, due: 2021-06-30, owner: …}`.
    static var item: Shape {
        Shape("an item") { field in
            if field.isScalar {
                return Shape<Located<String>>.located(.name).read(field).map { id in
                    PartText(id: id, label: Label(id.value), due: nil) { _ in
                        Item(id: id.value, label: Label(id.value))
                    }
                }
            }
            return Shape.mapping("an item") { item in
                let id = item.required("id", .located(.name))
                let label = item.optional("label", .label)
                let atLeast = item.optional("at_least", .positive, default: 1)
                let due = item.optional("due", .located(.day))
                let owner = item.optional("owner", .text, default: "")
                guard let id else { return nil }
                let shown = label ?? Label(id.value)
                return PartText(id: id, label: shown, due: due) { _ in
                    Item(id: id.value, label: shown, atLeast: atLeast, due: due?.value, owner: owner)
                }
            }.read(field)
        }
    }
}

extension Shape where Value == PartText<Members.Member> {
    /// A name, or `{id: north, label: …}`. `units` are there where rows name a member by a unit: then the name is one of
    /// theirs.
    static func member(_ units: UnitTree?) -> Shape {
        Shape("a member") { field in
            if field.isScalar { return named(field, units, nil) }
            return Shape.mapping("a member") { member in
                let label = member.optional("label", .label)
                return member.required("id", Shape("a name") { named($0, units, label) })
            }.read(field)
        }
    }

    private static func named(_ field: Field, _ units: UnitTree?, _ label: Label?) -> PartText<Members.Member>? {
        var name: (id: String, label: Label)?
        if let units {
            name = Shape<Int>.unit(in: units).read(field).map { (units.units[$0].id.text, units.units[$0].label) }
        } else {
            name = Shape<String>.name.read(field).map { ($0, Label($0)) }
        }
        guard let name else { return nil }
        let shown = label ?? name.label
        return PartText(id: Located(name.id, at: field.node.place), label: shown, due: nil) { _ in
            Members.Member(id: name.id, label: shown)
        }
    }
}
