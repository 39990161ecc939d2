import Diagnostics
import KPICore

extension Shape where Value == LightPolicy {
    static var policy: Shape {
        .mapping("a policy") { policy in
            let id = policy.required("id", .identifier)
            let label = policy.required("label", .label)
            let measure = policy.required("by", .word(LightPolicy.Measure.self))
            let mistakes = policy.collector.diagnostics.count
            let bands = policy.optional("bands", .mapping(from: .word(Light.self), to: .bound), default: [])
            let isRead = policy.collector.diagnostics.count == mistakes
            let otherwise = policy.required("otherwise", .word(Light.self))
            guard let id else { return nil }
            if let measure, measure != .held, bands.isEmpty, isRead {
                policy.collector.report(
                    "missing-key", "a policy by \(measure.rawValue) needs bands", at: policy.place(of: "by"),
                    label: "add 'bands:', such as 'on_track: at_least 0.95'")
            }
            // What is wrong was told; the policy goes on, lest targets are told that they name an unknown one.
            return LightPolicy(
                id: PolicyID(id), label: label ?? Label(id), measure: measure ?? .held,
                bands: bands.map { LightPolicy.Band($0.key, $0.value) }, otherwise: otherwise ?? .offTrack)
        }
    }
}

extension Shape where Value == LightPolicy.Bound {
    /// `at_least 0.95`
    fileprivate static var bound: Shape {
        let wanted = "a bound such as at_least 0.95"
        return Shape(wanted) { field in
            guard let text = field.plain(wanted: wanted) else { return nil }
            let parts = text.split(separator: " ").map(String.init)
            let words = ["at_least", "above", "at_most", "below"]
            guard parts.count == 2, let number = Double(parts[1]), number.isFinite else {
                return field.refuseType(wanted: wanted)
            }
            switch parts[0] {
            case "at_least": return .atLeast(number)
            case "above": return .above(number)
            case "at_most": return .atMost(number)
            case "below": return .below(number)
            default:
                return field.refuse(
                    "unknown-word", "unknown word '\(parts[0])' for \(field.name)",
                    label: Suggestion.nearest(to: parts[0], in: words).map { "did you mean '\($0)'?" }
                        ?? "the words here are \(words.joined(separator: ", "))")
            }
        }
    }
}
