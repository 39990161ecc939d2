import Diagnostics
package import YAML

/// What a value in a file has to look like, and what it is read as: `.date`, `.list(of: .identifier)`, `.mapping { … }`.
///
/// Reading never stops at a mistake: it is reported, the value is nil, and the rest is read on.
package struct Shape<Value> {
    /// To follow `wants`: `a whole number`.
    package let wanted: String
    private let reading: (Field) -> Value?

    /// `reading` reports to the field whatever keeps it from giving a value.
    package init(_ wanted: String, reading: @escaping (Field) -> Value?) {
        self.wanted = wanted
        self.reading = reading
    }

    package func read(_ field: Field) -> Value? {
        if case .unreadable = field.node.kind { return nil }
        return reading(field)
    }

    /// Reads a whole file. Whatever is wrong with its writing is collected too.
    package func read(_ document: YAMLDocument, into collector: DiagnosticCollector) -> Value? {
        collector.report(document.diagnostics)
        if let root = document.root {
            return read(Field(root, name: "the file", collector: collector))
        }
        if !document.diagnostics.hasErrors {
            collector.report(
                "empty-file", "the file says nothing", at: Place(document.source, Span(0, 0)),
                label: "\(wanted) goes here")
        }
        return nil
    }

    package func map<Result>(_ transform: @escaping (Value) -> Result) -> Shape<Result> {
        Shape<Result>(wanted) { field in read(field).map(transform) }
    }

    /// Also refuses what does not hold. `complaint` is the way out, such as `must lie after the start`.
    package func checked(_ complaint: String, _ holds: @escaping (Value) -> Bool) -> Shape {
        Shape(wanted) { field in
            guard let value = read(field) else { return nil }
            guard holds(value) else {
                return field.refuse(
                    "bad-value", "\(field.name) \(complaint)\(field.isScalar ? ", found \(field.found)" : "")")
            }
            return value
        }
    }

    /// Keeps the place, for mistakes that show only when files are held against each other.
    package static func located<Element>(_ element: Shape<Element>) -> Shape where Value == Located<Element> {
        Shape(element.wanted) { field in
            element.read(field).map { Located($0, at: field.node.place) }
        }
    }
}

extension Shape where Value: Comparable {
    package func within(_ range: ClosedRange<Value>) -> Shape {
        checked("must lie between \(range.lowerBound) and \(range.upperBound)") { range.contains($0) }
    }

    package func within(_ range: PartialRangeFrom<Value>) -> Shape {
        checked("must be at least \(range.lowerBound)") { range.contains($0) }
    }
}
