import CEL
import Diagnostics
import KPICore

extension Shape where Value == Message {
    /// `{zh: …, en: …}`, or one text for both; fields in braces, as `{progress | percent}`.
    static func message(in environment: Environment) -> Shape {
        Shape<Bilingual<MessageTemplate>>.bilingual(.template(in: environment)).map { Message(zh: $0.zh, en: $0.en) }
    }
}

extension Shape where Value == MessageTemplate {
    fileprivate static func template(in environment: Environment) -> Shape {
        Shape("a message") { field in
            Shape<Excerpt>.excerpt.read(field).flatMap { TemplateReader($0, environment, field.collector).read() }
        }
    }
}

/// Cuts a message into words and fields, and compiles the fields.
private struct TemplateReader {
    private let excerpt: Excerpt
    private let bytes: [UInt8]
    private let environment: Environment
    private let collector: DiagnosticCollector

    init(_ excerpt: Excerpt, _ environment: Environment, _ collector: DiagnosticCollector) {
        self.excerpt = excerpt
        self.environment = environment
        self.collector = collector
        bytes = Array(excerpt.text.utf8)
    }

    /// `{{` and `}}` are braces themselves.
    func read() -> MessageTemplate? {
        var parts: [MessageTemplate.Part] = []
        var words: [UInt8] = []
        var isWhole = true
        var index = 0
        func flush() {
            if !words.isEmpty { parts.append(.text(String(decoding: words, as: UTF8.self))) }
            words = []
        }
        while index < bytes.count {
            let byte = bytes[index]
            let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
            if byte == UInt8(ascii: "{"), !isDoubled {
                flush()
                guard let end = end(of: index) else {
                    collector.report(
                        "open-brace", "'{' is never closed", at: excerpt.place(Span(index, index + 1)),
                        label: "add '}', or write '{{' for a brace")
                    return nil
                }
                if let part = field(Span(index + 1, end)) { parts.append(part) } else { isWhole = false }
                index = end + 1
            } else if byte == UInt8(ascii: "}"), !isDoubled {
                collector.report(
                    "stray-brace", "'}' closes nothing", at: excerpt.place(Span(index, index + 1)),
                    label: "write '}}' for a brace")
                return nil
            } else {
                words.append(byte)
                index += byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") ? 2 : 1
            }
        }
        flush()
        return isWhole ? MessageTemplate(parts: parts) : nil
    }

    /// The brace that closes the one at an index, passing over quoted texts and inner braces.
    private func end(of open: Int) -> Int? {
        var depth = 0
        var quote: UInt8?
        for index in open..<bytes.count {
            let byte = bytes[index]
            if let inside = quote {
                if byte == inside { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    private func field(_ span: Span) -> MessageTemplate.Part? {
        let bar = bar(in: span)
        let expression = excerpt.part(Span(span.lower, bar ?? span.upper))
        let program = environment.compile(expression, as: nil, reportingTo: collector)
        guard let format = format(bar.map { Span($0 + 1, span.upper) }), let program else { return nil }
        guard format.accepts(program.type) else {
            collector.report(
                "wrong-format", "'\(format.rawValue)' cannot show a \(program.type)", at: excerpt.place(span))
            return nil
        }
        return .value(program, format)
    }

    /// The `|` that parts a format from its expression: the last that is not half of `||`.
    private func bar(in span: Span) -> Int? {
        let bar = UInt8(ascii: "|")
        return (span.lower..<span.upper).last { index in
            bytes[index] == bar && (index == 0 || bytes[index - 1] != bar)
                && (index + 1 >= bytes.count || bytes[index + 1] != bar)
        }
    }

    private func format(_ span: Span?) -> Format? {
        guard let span else { return .plain }
        let text = excerpt.part(span).text
        let name = text.split(separator: " ").joined(separator: " ")
        if let format = Format(rawValue: name) { return format }
        let names = Format.allCases.map(\.rawValue)
        collector.report(
            "unknown-format", "unknown format '\(name)'", at: excerpt.place(span),
            label: Suggestion.nearest(to: name, in: names).map { "did you mean '\($0)'?" }
                ?? "the formats are \(names.joined(separator: ", "))")
        return nil
    }
}
