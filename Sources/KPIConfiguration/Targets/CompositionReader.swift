import Diagnostics
import KPICore

/// Reads what a target consists of: stages, items, members or periods, as its kind has them.
struct CompositionReader {
    let keys: MappingReader
    let kind: Kind?
    let rows: Rows
    let context: TargetContext
    /// The days of the plan as far as they are known: nothing is due outside.
    let window: DateRange?
    /// What the goal says of its day.
    let due: Located<LocalDate>?

    /// Keys of other kinds are reported. Nil where there is nothing to read, or where it could not be read.
    func read(isMeasured: Bool) -> Composition? {
        let own = ["stages", "items", "members", "each", "every"].filter {
            keys.has($0, of: kind, in: Kind.keysOfTargets)
        }
        switch kind {
        case .milestone: return stages().map { .stages($0) }
        case .checklist where isMeasured || own.contains("items"): return items()
        case .coverage where isMeasured || own.contains("members"): return members()
        case .cadence where isMeasured || own.contains("every"):
            return keys.required("every", .every).map { .periods($0.period, atLeast: $0.atLeast) }
        default: return nil
        }
    }

    /// The day by which a part is due that names none.
    private var usualDue: LocalDate { due?.value ?? window?.last ?? LocalDate(dayNumber: 0) }

    // MARK: Stages

    private func stages() -> [Stage]? {
        let mistakes = keys.collector.diagnostics.count
        guard let given = keys.optional("stages", .list(of: .stage(rows))) else {
            let isLeftOut = keys.collector.diagnostics.count == mistakes
            return isLeftOut ? [Stage(id: "done", label: Label(zh: "完成", en: "Done"), due: usualDue)] : nil
        }
        check(given, "stage", in: "stages")
        for (before, stage) in zip(given, given.dropFirst()) {
            if let first = before.due, let then = stage.due, then.value < first.value {
                keys.collector.report(
                    "bad-value", "the stage '\(stage.id.value)' is due before '\(before.id.value)'", at: then.place,
                    label: "stages stand in the order of their days")
            }
        }
        if given.count > 1, let measure = rows.measure, measure.part == nil {
            missingPart("stage", "which stage a row is about")
        }
        return given.map { $0.part(usualDue) }
    }

    // MARK: Items

    private func items() -> Composition? {
        switch keys.required("items", .items(rows)) {
        case .rows(let columns):
            refuseKeyOfRegister("item", "each row is an item, so no column says which")
            refuseKeyOfRegister("distinct", "each row is an item, and all of them are different")
            refuseKeyOfRegister("value", "each row is an item, done or not")
            return .rows(columns)
        case .listed(let given):
            check(given, "item", in: "items")
            if let measure = rows.measure, measure.part == nil { missingPart("item", "which item a row is about") }
            return .items(given.map { $0.part(usualDue) })
        case nil: return nil
        }
    }

    // MARK: Members

    private func members() -> Composition? {
        let members = keys.required("members", .members(rows.partColumn, in: context))
        let atLeast = keys.optional("each", .each, default: 1)
        switch members {
        case .register(let register, let column):
            return .members(.register(register, column: column), atLeast: atLeast)
        case .listed(let given):
            check(given, "member", in: "members")
            return .members(.listed(given.map { $0.part(usualDue) }), atLeast: atLeast)
        case nil: return nil
        }
    }

    // MARK: What holds of all parts

    /// Parts are told apart by all their names, and are due within the plan.
    private func check<Part>(_ parts: [PartText<Part>], _ noun: String, in key: String) {
        if parts.isEmpty {
            keys.collector.report("bad-value", "'\(key)' lists no \(noun)", at: keys.place(of: key))
        }
        var known: [String: PartText<Part>] = [:]
        for part in parts {
            for name in Set([part.id.value, part.label.zh, part.label.en]).sorted() {
                guard let first = known.updateValue(part, forKey: name) else { continue }
                let isSame = first.id.value == part.id.value
                keys.collector.report(
                    isSame ? "duplicate-part" : "ambiguous-name",
                    isSame
                        ? "a second \(noun) '\(name)'"
                        : "'\(name)' would mean the \(noun)s '\(first.id.value)' and '\(part.id.value)'",
                    at: part.id.place, notes: ["the first is at \(first.id.place.description)"])
                break
            }
        }
        for part in parts { part.due.map { checkDay($0, of: "the \(noun) '\(part.id.value)'") } }
    }

    private func checkDay(_ day: Located<LocalDate>, of part: String) {
        if let window, !window.contains(day.value) {
            keys.collector.report(
                "bad-value", "\(part) is due on \(day.value), outside the window \(window.first) to \(window.last)",
                at: day.place)
        } else if let due, day.value > due.value {
            keys.collector.report(
                "bad-value", "\(part) is due on \(day.value), after the goal on \(due.value)", at: day.place)
        }
    }

    private func missingPart(_ key: String, _ meaning: String) {
        keys.collector.report(
            "missing-key", "rows do not say \(meaning): the register needs '\(key)'", at: keys.place(of: "register"),
            label: "add the column that says \(meaning)")
    }

    private func refuseKeyOfRegister(_ key: String, _ reason: String) {
        let isGiven =
            switch key {
            case "item": rows.measure?.part != nil
            case "value": rows.measure?.value != nil
            default: rows.measure?.distinct != nil
            }
        guard isGiven else { return }
        keys.collector.report("bad-value", "'\(key)' has no place here: \(reason)", at: keys.place(of: "register"))
    }
}
