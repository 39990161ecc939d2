package import Diagnostics
package import KPICore
import YAML

/// Reads `meta/ID.md` of an Open SDG site: a page whose head, between two lines of dashes, is YAML.
///
/// It stands here because of our reader of YAML, which no other module has.
package enum OpenSDGFrontMatter {
    /// Nil comes with at least one error. Keys that are not about the assessment are none of our business.
    package static func read(
        _ page: SourceText, indicator id: String
    ) -> (indicator: OpenSDGIndicator?, diagnostics: [Diagnostic]) {
        let collector = DiagnosticCollector()
        guard let head = head(of: page) else {
            collector.report(
                "no-front-matter", "'\(page.name)' does not begin with front matter", at: Place(page, Span(0, 0)),
                label: "a line of three dashes goes here, and another one after the settings")
            return (nil, collector.diagnostics)
        }
        let indicator = Shape<OpenSDGIndicator>.indicator(id).read(YAMLReader.read(head), into: collector)
        return (collector.hasErrors ? nil : indicator, collector.diagnostics.inReadingOrder())
    }

    /// The head alone, every byte where it stands in the page: its first line becomes a comment.
    private static func head(of page: SourceText) -> SourceText? {
        let lines = (1...page.lineCount).map { page.lineRange($0) }
        func isRule(_ line: Range<Int>) -> Bool {
            let text = page.bytes[line]
            return text.starts(with: "---".utf8) && text.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") }
        }
        guard let first = lines.first, isRule(first), let end = lines.dropFirst().first(where: isRule) else {
            return nil
        }
        var bytes = Array(page.bytes[..<end.lowerBound])
        bytes[0] = UInt8(ascii: "#")
        return SourceText(name: page.name, bytes: bytes)
    }
}

extension Shape where Value == OpenSDGIndicator {
    fileprivate static func indicator(_ id: String) -> Shape {
        .mapping("an indicator's front matter") { page in
            page.acceptOtherKeys()
            let name = page.optional("indicator_name", .loose).flatMap(\.self)
            let series = page.optional("progress_calculation_options", .list(of: .series(of: id)), default: [])
            return OpenSDGIndicator(id: id, name: name ?? id, series: series)
        }
    }
}

extension Shape where Value == OpenSDGSeries {
    fileprivate static func series(of indicator: String) -> Shape {
        .mapping("a series") { series in
            series.acceptOtherKeys()
            func text(_ key: String) -> String? { series.optional(key, .loose).flatMap(\.self) }
            func number(_ key: String) -> Double? { series.optional(key, .looseNumber).flatMap(\.self) }
            let direction = text("direction")
            if let direction, direction != "positive", direction != "negative" {
                series.collector.report(
                    "unknown-word", "unknown word '\(direction)' for 'direction'", at: series.place(of: "direction"),
                    label: "positive or negative")
            }
            return OpenSDGSeries(
                indicator: indicator, isMoreBetter: direction == "positive", target: number("target"),
                targetYear: series.optional("target_year", .looseYear).flatMap(\.self),
                baseYear: series.optional("base_year", .looseYear).flatMap(\.self), limit: number("limit"),
                series: text("series"), unit: text("unit"),
                disaggregation: series.optional("disaggregation", .list(of: .cell), default: []))
        }
    }
}

extension Shape where Value == OpenSDGSeries.Cell {
    fileprivate static var cell: Shape {
        .mapping("a column and what it says") { cell in
            cell.acceptOtherKeys()
            let field = cell.required("field", .text)
            let value = cell.optional("value", .loose).flatMap(\.self)
            return field.map { OpenSDGSeries.Cell($0, value) }
        }
    }
}

// Forms write everything in quotes, and what nobody filled in as an empty text.

extension Shape where Value == String? {
    fileprivate static var loose: Shape<String?> {
        Shape("a text") { field in
            guard let scalar = field.scalar(wanted: "a text") else { return nil }
            let text = scalar.text.trimmed
            return .some(text.isEmpty ? nil : text)
        }
    }
}

extension Shape where Value == Double? {
    fileprivate static var looseNumber: Shape<Double?> {
        Shape("a number") { field in
            guard let text = Shape<String?>.loose.read(field) else { return nil }
            guard let text else { return .some(nil) }
            guard let number = NumberText(text).number else { return field.refuseType(wanted: "a number") }
            return .some(number)
        }
    }
}

extension Shape where Value == Int? {
    fileprivate static var looseYear: Shape<Int?> {
        Shape("a year") { field in
            guard let text = Shape<String?>.loose.read(field) else { return nil }
            guard let text else { return .some(nil) }
            guard let year = NumberText(text).integer, (1900...2200).contains(year) else {
                return field.refuseType(wanted: "a year")
            }
            return .some(year)
        }
    }
}
