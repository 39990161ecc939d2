package import CEL
import Diagnostics

/// What the evaluation remembers from one moment to the next.
package struct EvaluationState: Sendable {
    /// Every boundary up to this moment has been passed; nil before the first evaluation.
    package var evaluatedThrough: Instant?
    /// Alerts that are or were pending or firing.
    package var alerts: AlertBook
    /// The latest assessment of each target of the catalog; nil until it is made, and for editions that are not shown.
    /// A view of the facts, not a memory: it is made anew after a start or a reload.
    package var assessments: [TargetAssessment?] = []
    /// When pending alerts wake; made anew with the assessments.
    var wakes = WakeCalendar()

    /// Subjects whose rule failed when they were last judged. Found out anew after a start or a reload, like the
    /// assessments.
    package var failures: [AlertIdentity: EvaluationError] = [:]

    /// Open alerts whose message could not be written when they were last judged, so that something plain stands in
    /// its place. Found out anew like the failures.
    package var unwritten: [AlertIdentity: EvaluationError] = [:]

    package init(evaluatedThrough: Instant? = nil, alerts: AlertBook = AlertBook()) {
        self.evaluatedThrough = evaluatedThrough
        self.alerts = alerts
    }

    /// How many messages something plain stands in for, and for what first; nil where there are none.
    package var unwrittenMessages: Label? {
        guard let first = unwritten.min(by: { $0.key < $1.key }) else { return nil }
        let count = unwritten.count
        let what = "\(first.value.place.description): \(first.value.message) (\(first.key))"
        return Label(
            zh: "\(count) 条消息无法写出，第一条：\(what)",
            en: "\(count) \(count == 1 ? "message" : "messages") could not be written, first \(what)")
    }

    /// Rules that cannot be evaluated: for what first, where, and why.
    package var failingRules: [(alert: AlertIdentity, words: Label)] {
        let first = Dictionary(failures.map { ($0.key.rule, $0) }) { $0.key < $1.key ? $0 : $1 }
        return first.values.sorted { $0.key < $1.key }.map { identity, error in
            let what = "\(error.place.description): \(error.message) (\(identity))"
            return (identity, Label(zh: "规则无法计算：\(what)", en: "rule failed: \(what)"))
        }
    }
}
