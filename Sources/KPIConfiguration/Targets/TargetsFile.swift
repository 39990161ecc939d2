import Diagnostics
import KPICore

extension Shape where Value == [Located<Target>] {
    /// A file of `targets/`: a section, a year, and its targets.
    static func targets(_ context: TargetContext) -> Shape<[Located<Target>]> {
        .mapping("targets") { file in
            let section = file.required("section", .section)
            let year = file.optional("year", .year).flatMap(calendarYear)
            let window = file.optional("window", .window)
            if !file.has("year"), !file.has("window") {
                file.collector.report(
                    "missing-key", "'year' is missing", at: file.place(of: "section"),
                    label: "add 'year: 2021', or 'window: {from: …, to: …}'")
            }
            let edition = TargetReader.Edition(
                section: section ?? Target.Section(id: "", label: Label("")), window: window ?? year)
            return file.required("targets", .list(of: .located(.target(edition, context))))
        }
    }

    private static func calendarYear(_ year: Int) -> DateRange? {
        guard let first = LocalDate(year: year, month: 1, day: 1), let last = LocalDate(year: year, month: 12, day: 31)
        else { return nil }
        return DateRange(first, last)
    }
}

extension Shape where Value == Target.Section {
    /// `{id: A, label: {zh: …, en: …}}`, or a text that is both.
    fileprivate static var section: Shape {
        Shape("a section") { field in
            guard !field.isScalar else {
                return Shape<String>.text.read(field).map { Target.Section(id: $0, label: Label($0)) }
            }
            return Shape.mapping("a section") { section in
                let id = section.required("id", .identifier)
                let label = section.required("label", .label)
                guard let id, let label else { return nil }
                return Target.Section(id: id, label: label)
            }.read(field)
        }
    }
}
