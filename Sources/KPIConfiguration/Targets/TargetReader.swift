import Diagnostics
import KPICore
import YAML

extension Shape where Value == Target {
    static func target(_ edition: TargetReader.Edition, _ context: TargetContext) -> Shape {
        .mapping("a target") { TargetReader($0, edition, context).read() }
    }
}

/// Reads one target. Every key is asked for before anything is given up, so that all mistakes show at once.
struct TargetReader {
    /// What a file says once for all its targets.
    struct Edition {
        let section: Target.Section
        let window: DateRange?
    }

    let keys: MappingReader
    let edition: Edition
    let context: TargetContext

    init(_ keys: MappingReader, _ edition: Edition, _ context: TargetContext) {
        (self.keys, self.edition, self.context) = (keys, edition, context)
    }

    func read() -> Target? {
        let id = keys.required("id", .identifier)
        let label = keys.required("label", .label)
        let kind = keys.required("kind", .word(Kind.self))
        let unitOfMeasure = keys.optional("unit_of_measure", .text, default: "")
        let frequency = keys.required("frequency", .frequency)
        let deadline = keys.optional("deadline", .deadline, default: context.reporting.deadline)
        let form = form(kind)
        let method = method(kind)
        let openingStock = own("opening_stock", .openingStock, of: kind)
        let window = keys.optional("window", .window) ?? edition.window
        let validity = keys.validity(within: window)
        let goal = goal(kind, isByGrowth: method != nil)
        let (source, rows) = source(kind)
        let composition = CompositionReader(
            keys: keys, kind: kind, rows: rows, context: context, window: window, due: goal?.due
        ).read(isMeasured: !isUnmeasured(source))
        checkCadence(composition, source, frequency)
        let aggregate = aggregate(kind, rows)
        let accumulates = accumulates(kind, form, frequency)
        let baseline = method == nil ? baseline(kind, goal) : nil
        let mistakes = keys.collector.diagnostics.count
        let direction = direction(kind, goal)
        let readDirection = keys.collector.diagnostics.count == mistakes ? direction : nil
        let growth = method.flatMap {
            self.growth($0, kind, goal, readDirection, form, accumulates: accumulates, frequency, window)
        }
        let policy =
            method == nil
            ? policy(kind, goal, baseline, accumulates: accumulates, isMeasured: !isUnmeasured(source))
            : LightPolicy.byGrowthRate.id
        let shares = allocation(kind, goal)
        let reporters = reporters(shares, source)
        let exemptions = exemptions(reporters)
        let countsPlanned = keys.optional("planned", .word(["counts": true, "left_out": false]), default: false)
        let remarks = remarks(id, kind)
        let curve = method == nil ? own("curve", .curve, of: kind) : nil
        guard let kind, let goal, let frequency, let window else { return nil }
        let plan = plan(curve, window, goal, composition, frequency)
        guard let id, let label, let source, let policy, let plan, method == nil || growth != nil else { return nil }
        return Target(
            id: TargetID(id), label: label, section: edition.section, kind: kind, unitOfMeasure: unitOfMeasure,
            direction: direction, baseline: baseline, goal: goal.goal.inDirection(direction), window: window,
            plan: plan,
            allocation: shares, frequency: frequency, deadline: deadline, form: form, accumulates: accumulates,
            openingStock: openingStock ?? .known(0), source: source, composition: composition, aggregate: aggregate,
            reporters: reporters, exemptions: exemptions, policy: policy, growth: growth,
            owners: remarks.owners, isVeto: remarks.isVeto, wantsEvidence: remarks.wantsEvidence,
            countsPlanned: countsPlanned, outOf: remarks.outOf, weight: remarks.weight, tags: remarks.tags,
            assumed: remarks.assumed, sourceText: remarks.sourceText, formerly: remarks.formerly,
            validity: validity, place: keys.node.place)
    }

    /// A key that belongs to some kinds alone.
    func own<Value>(_ key: String, _ shape: Shape<Value>, of kind: Kind?) -> Value? {
        keys.has(key, of: kind, in: Kind.keysOfTargets) ? keys.optional(key, shape) : nil
    }

    private func form(_ kind: Kind?) -> Form {
        let form = keys.optional("form", .located(.word(Form.self)))
        if let form, form.value != .level, kind == .level || kind == .rank || kind == .gate, let kind {
            keys.collector.report(
                "bad-value", "\(kind.named) tells how things stand, and '\(form.value.rawValue)' what was added",
                at: form.place, label: "leave it out, or write 'level'")
        }
        return form?.value ?? kind?.usualForm ?? .delta
    }

    /// What is said of a target without a bearing on its value.
    private struct Remarks {
        let owners: [String]
        let weight: Double
        let isVeto: Bool
        let wantsEvidence: Bool
        let outOf: Int?
        let tags: [String]
        let assumed: [String]
        let sourceText: String
        let formerly: [TargetID]
    }

    private func remarks(_ id: String?, _ kind: Kind?) -> Remarks {
        let remarks = Remarks(
            owners: keys.optional("owner", .oneOrMore(of: .text), default: []),
            weight: keys.optional("weight", .number.within(0...), default: 1),
            isVeto: keys.optional("veto", .boolean, default: false),
            wantsEvidence: keys.optional("evidence", .word(["required": true, "optional": false]), default: false),
            outOf: own("out_of", .integer.within(1...), of: kind),
            tags: keys.optional("tags", .oneOrMore(of: .text), default: []),
            assumed: keys.optional("assumed", .oneOrMore(of: .text), default: []),
            sourceText: keys.optional("source_text", .text, default: ""),
            formerly: keys.optional("formerly", .oneOrMore(of: .identifier), default: []).map { TargetID($0) })
        if let id, remarks.formerly.contains(TargetID(id)) {
            keys.collector.report(
                "bad-value", "'\(id)' is what it is called now", at: keys.place(of: "formerly"),
                label: "name the ids it had before")
        }
        if let id, !remarks.assumed.isEmpty {
            keys.collector.report(
                "assumed", "nobody has confirmed \(remarks.assumed.joined(separator: ", ")) of '\(id)'",
                severity: .note, at: keys.place(of: "assumed"))
        }
        return remarks
    }
}

extension Shape where Value == OpeningStock {
    /// A number, or `carried`: what the year before had come to.
    fileprivate static var openingStock: Shape {
        Shape("a number, or carried") { field in
            if field.node.scalar?.text == "carried" { return .carried }
            return Shape<Double>.number.read(field).map { .known($0) }
        }
    }
}
