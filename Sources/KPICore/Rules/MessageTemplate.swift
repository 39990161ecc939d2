package import CEL

/// A text with expressions in braces, checked when it is loaded: `{unit.label}：{progress | percent}`.
package struct MessageTemplate: Sendable {
    package enum Part: Sendable {
        case text(String)
        case value(Program, Format)
    }

    package let parts: [Part]

    package init(parts: [Part]) {
        self.parts = parts
    }

    var programs: [Program] {
        parts.compactMap { if case .value(let program, _) = $0 { program } else { nil } }
    }

    /// A value that is not known stands as a dash, one that failed as a question mark.
    ///
    /// - Returns: the text, and what failed: one error for each field that did.
    func render(
        in frame: inout Frame, _ language: Language, _ timetable: Timetable
    ) -> (text: String, failures: [EvaluationError]) {
        var text = ""
        var failures: [EvaluationError] = []
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .value(let program, let format):
                switch program.evaluate(&frame) {
                case .value(let value): text += format.text(value, language, timetable)
                case .unknown: text += "–"
                case .failed(let error):
                    text += "?"
                    failures.append(error)
                }
            }
        }
        return (text, failures)
    }
}
