import KPICore
import KPIIngest
import Testing

/// The published indicators as targets and reports of ours: loaded, reported on and assessed as any others.
@Suite(.enabled(if: SharedData.progress.isToBeTested, "the published data do not lie beside this repository"))
struct StatCanImportTests {
    private static func site() throws -> [OpenSDGImport.Source] {
        let settings = Dictionary(grouping: try PublishedProgress.settings(), by: \.indicator)
        let names = try PublishedProgress.indicators()
        return try names.filter { $0.series > 0 }.map { indicator in
            let file = "data/indicator_\(indicator.indicator).csv"
            let bytes = PublishedProgress.data.holds(file) ? try PublishedProgress.data.bytes(file) : nil
            return OpenSDGImport.Source(
                OpenSDGIndicator(
                    id: indicator.indicator, name: indicator.name,
                    series: (settings[indicator.indicator] ?? []).map(\.chosen)), data: bytes)
        }
    }

    private static func organisation(_ targets: String) throws -> Organisation {
        try WrittenOrganisation([
            "config/kpid.yaml":
                "version: 1\norganisation: Canada\nreporting: {frequency: yearly, deadline: {day: 20, at: 12:00}}\n",
            "config/units.yaml": "units: [{id: canada, label: Canada}]\n", "config/targets/sdg.yaml": targets,
            "rules/policies.yaml": "policies: [{id: held, label: Held, by: held, otherwise: off_track}]\n",
        ]).load()
    }

    @Test func everyAnswerThroughTargetsAndReports() throws {
        let made = OpenSDGImport(
            try Self.site(), labels: try StatCanTests.labels(), unit: "canada", section: "Indicators")
        #expect(made.remarks.map(\.en) == ["sdg-16-5-1: there is no file of data"])
        var organisation = try Self.organisation(made.targets)
        try organisation.report(made.reports)
        var right = 0
        let answers = Dictionary(grouping: try PublishedProgress.answers(), by: \.indicator)
        for source in try PublishedProgress.indicators() {
            let published = answers[source.indicator] ?? []
            for (place, answer) in published.enumerated() where answer.indicator != "16-5-1" {
                let number = published.count > 1 ? ".\(place + 1)" : ""
                let id = TargetID("sdg-\(source.indicator)\(number)")
                let whole = try organisation.assess(id, asOf: moment("2027-07-01T00:00:00Z")).whole
                let isRight = whole.growth.map { answer.isGiven(by: $0) && whole.light == $0.status.light } ?? false
                #expect(isRight, "\(id): \(whole.verdict.why.en)")
                right += isRight ? 1 : 0
            }
        }
        print("StatCan, the same from targets and reports made of them: \(right) of 132")
        #expect(right == 131)
    }
}

extension Organisation {
    /// Takes rows as they were imported, without the intake's doubts about what people type.
    fileprivate mutating func report(_ text: String) throws {
        var reader = CSVReader(Array(text.utf8))
        var record = reader.makeRecord()
        _ = reader.next(into: &record)
        while reader.next(into: &record) {
            guard let period = Period(record[2]), let value = Double(record[4]) else {
                throw NotLoaded(told: "\(record.texts)")
            }
            facts.reports.add(
                Observation(
                    key: .init(target: TargetID(record[0]), unit: UnitID(record[1]), period: period), form: .level,
                    value: Quantity(value), valueText: record[4], submittedAt: moment("2026-07-23T00:00:00Z"),
                    origin: .init(file: "import.csv", line: record.line, sha256: "")))
        }
    }
}
