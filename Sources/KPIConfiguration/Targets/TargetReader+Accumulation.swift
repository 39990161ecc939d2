import Diagnostics
import KPICore

extension TargetReader {
    /// Whether figures add up over the window; `accumulates: false` lets each period stand for itself.
    func accumulates(_ kind: Kind?, _ form: Form, _ frequency: Frequency?) -> Bool {
        guard own("accumulates", .boolean, of: kind) == false else { return true }
        let place = keys.keyPlace(of: "accumulates")
        if keys.has("register") || keys.has("reporting") {
            keys.collector.report(
                "misplaced-key", "'accumulates' is said of what is reported", at: place,
                label: "this target takes its value from elsewhere")
        }
        if let frequency, frequency.period == nil {
            keys.collector.report(
                "bad-value", "no period stands for itself where there are none", at: place,
                label: "let 'frequency' be one of periods, such as monthly")
        }
        if form == .cumulative {
            keys.collector.report(
                "bad-value", "a cumulative figure holds the periods before it", at: place,
                label: "leave it out, or let 'form' be delta or level")
        }
        return false
    }
}
