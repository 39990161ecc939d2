import Diagnostics
import KPICore

extension MappingReader {
    /// The days for which this version of an edition counts: `valid_from`, `valid_to`, and the `reason` for it. Nil where
    /// nothing is said of them.
    func validity(within window: DateRange?) -> Validity? {
        let from = optional("valid_from", .located(.day))
        let to = optional("valid_to", .located(.day))
        let reason = optional("reason", .located(.text))
        for day in [from, to].compactMap(\.self) {
            if let window, !window.contains(day.value) {
                collector.report(
                    "bad-value", "\(day.value) lies outside the window \(window.first) to \(window.last)", at: day.place
                )
            }
        }
        if let from, let to, to.value < from.value {
            collector.report("bad-value", "'valid_to' lies before 'valid_from'", at: to.place)
        }
        if let from, reason == nil, !has("reason"), window.map({ $0.first < from.value }) ?? true {
            collector.report(
                "missing-key", "a goal that changes within its window needs a 'reason'", at: from.place,
                label: "say why it changed")
        }
        if let reason, !has("valid_from") {
            collector.report(
                "bad-value", "'reason' says why a goal changed, and there is no 'valid_from'", at: reason.place)
        }
        guard from != nil || to != nil else { return nil }
        return Validity(from: from?.value, to: to?.value, reason: reason?.value ?? "")
    }
}
