import Diagnostics
import KPICore

// What each kind of target has to say, may say, and says by being of that kind.

extension Kind {
    /// As it is spoken of: `a milestone`.
    var named: String { "a \(rawValue)" }

    /// The goal of a target that names none; nil where it has to.
    var usualGoal: Goal? {
        switch self {
        case .milestone, .cadence, .checklist, .coverage: .atLeast(1)
        case .gate: .atMost(0)
        case .count, .ratio, .level, .rank: nil
        }
    }

    /// What a reported figure means that does not say.
    var usualForm: Form {
        switch self {
        case .count, .cadence, .checklist, .coverage: .delta
        case .ratio, .level, .milestone, .gate, .rank: .level
        }
    }

    /// Whether it is judged day by day where its register is not told otherwise.
    var isUsuallyLive: Bool { self == .gate }

    /// Whether its value can be compared with a plan at all.
    var mayHavePace: Bool { self != .gate && self != .cadence }

    /// The word for the column that tells parts apart.
    var partKey: String? {
        switch self {
        case .milestone: "stage"
        case .checklist: "item"
        case .coverage: "member"
        case .count, .ratio, .level, .gate, .cadence, .rank: nil
        }
    }

    /// Keys of a target that mean something for some kinds alone.
    static let keysOfTargets: [(key: String, kinds: Set<Kind>)] = [
        ("stages", [.milestone]), ("items", [.checklist]), ("members", [.coverage]), ("each", [.coverage]),
        ("every", [.cadence]), ("out_of", [.rank]), ("opening_stock", [.count]), ("reporting", [.ratio]),
        ("accumulates", [.count, .ratio]), ("method", [.level, .ratio]), ("growth", [.level, .ratio]),
        ("baseline", Set(allCases.filter(\.mayHavePace))), ("curve", Set(allCases.filter(\.mayHavePace))),
    ]

    /// Keys of a target's register that mean something for some kinds alone.
    static let keysOfRegisters: [(key: String, kinds: Set<Kind>)] = [
        ("numerator", [.ratio]), ("invariant", [.gate]),
        ("value", [.count, .level, .rank, .cadence, .checklist, .coverage]), ("aggregate", [.count, .level, .rank]),
        ("stage", [.milestone]), ("item", [.checklist]), ("member", [.coverage]),
        ("distinct", [.count, .level, .cadence, .checklist, .coverage]),
    ]
}

extension MappingReader {
    /// Whether a key is there that belongs to this kind. One of another kind is reported. Where the kind could not be
    /// read, every key passes.
    func has(_ key: String, of kind: Kind?, in table: [(key: String, kinds: Set<Kind>)]) -> Bool {
        guard has(key) else { return false }
        guard let kind, let kinds = table.first(where: { $0.key == key })?.kinds, !kinds.contains(kind) else {
            return true
        }
        let owners = Kind.allCases.filter(kinds.contains).map(\.named)
        collector.report(
            "misplaced-key", "\(kind.named) has no '\(key)'", at: keyPlace(of: key),
            label: owners.count > 3 ? "" : "it belongs to \(owners.joined(separator: " or "))")
        return false
    }
}
