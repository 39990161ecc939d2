import CEL
import TestSeeds
import Testing

@testable import KPICore

/// Which of several reports on one thing counts, as it was known at a moment.
struct ReportBookTests {
    private func report(_ value: Double?, _ revision: Int = 1, at submitted: String = "2021-07-01T09:00:00Z")
        -> Observation
    {
        Samples.report(on: "2021-06", value, revision: revision, at: submitted)
    }

    private func value(_ reports: [Observation], asOf: String = "2021-08-01T00:00:00Z") -> Double? {
        Samples.assess(Samples.target(allocation: ["north": 120]), reports, asOf: moment(asOf)).whole.value
    }

    @Test func theHighestRevisionCounts() {
        #expect(value([report(5), report(7, 2), report(6, 3)]) == 6)
    }

    @Test func whatCameLaterWasNotKnownBefore() {
        let reports = [report(5), report(7, 2, at: "2021-07-20T09:00:00Z")]
        #expect(value(reports, asOf: "2021-07-20T08:59:59Z") == 5)
        #expect(value(reports, asOf: "2021-07-20T09:00:00Z") == 7)
        #expect(value(reports, asOf: "2021-07-01T08:59:59Z") == nil)
    }

    @Test func aRetractionLeavesNoFigure() {
        let reports = [report(5), report(nil, 2, at: "2021-07-20T09:00:00Z")]
        #expect(value(reports) == nil, "what was retracted does not give way to what it replaced")
        #expect(value(reports, asOf: "2021-07-19T00:00:00Z") == 5)
        #expect(value(reports + [report(8, 3)]) == 8)
    }

    /// What has not happened yet counts where the target says so; else what was known before it stands.
    @Test func whatIsPlannedCountsWhereTheTargetLetsIt() {
        func value(_ reports: [Observation], countsPlanned: Bool) -> Double? {
            let target = Samples.target(allocation: ["north": 120], countsPlanned: countsPlanned)
            return Samples.assess(target, reports, asOf: moment("2021-08-01T00:00:00Z")).whole.value
        }
        let planned = Samples.report(
            on: "2021-06", 9, revision: 2, at: "2021-07-02T09:00:00Z", basis: .actualPlusPlan)
        #expect(value([planned], countsPlanned: false) == nil)
        #expect(value([planned], countsPlanned: true) == 9)
        #expect(value([report(5), planned], countsPlanned: false) == 5)
        #expect(value([report(5), planned], countsPlanned: true) == 9)
        let estimate = Samples.report(on: "2021-06", 7, at: "2021-07-01T09:00:00Z", basis: .estimate)
        #expect(value([estimate], countsPlanned: false) == 7)
    }

    @Test func twoThatContradictEachOtherCountBothForNothing() {
        let conflict = [report(5), report(7, 2), report(9, 2, at: "2021-07-03T09:00:00Z")]
        #expect(value(conflict) == 5, "what was known before them stands")
        #expect(value(conflict, asOf: "2021-07-05T12:00:00Z") == 5)
        #expect(value([report(5), report(6)]) == nil)
        #expect(value(conflict + [report(8, 3)]) == 8, "a further revision settles it")
        #expect(value([report(5, 1), report(6, 1), report(7, 2), report(8, 2)]) == nil)
    }

    @Test func onlyWhatDiffersIsAConflict() throws {
        func standing(_ reports: [Observation], asOf: String = "2021-08-01T00:00:00Z") throws -> Bool {
            let facts = Samples.facts(reports)
            return try #require(facts.reports.series(of: "visits", from: "north")).hasConflict(asOf: moment(asOf))
        }
        let later = report(6, at: "2021-07-20T09:00:00Z")
        #expect(try standing([report(5), later]))
        #expect(try !standing([report(5), later], asOf: "2021-07-19T00:00:00Z"), "not yet")
        #expect(try !standing([report(5), report(5, at: "2021-07-20T09:00:00Z")]), "the same said twice")
        #expect(try !standing([report(5), report(6), report(7, 2)]), "settled")
        #expect(try standing([report(5), report(nil)]), "a figure and its retraction under one revision")
        let other = Samples.report(on: "2021-06", 6, part: "robots", at: "2021-07-01T09:00:00Z")
        #expect(try !standing([report(5), other]), "another part of the figure")
    }

    /// Whatever the order in which files come in, the same is known in the end, and at each moment before.
    @Test(arguments: seeds(4))
    func theOrderOfArrivalDoesNotMatter(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let reports = RandomLedger.reports(&random, count: 40)
        let moments = (0..<4).map { _ in RandomLedger.moment(&random) }
        let target = Samples.target(allocation: ["north": 60, "south": 60])
        func seen(_ reports: [Observation]) -> [[String]] {
            let facts = Samples.facts(reports)
            let catalog = Samples.catalog([target])
            return moments.map { asOf in
                let result = Assessor(catalog, facts, asOf: asOf).assess(0)
                return result.units.map { unit in
                    guard let unit else { return "-" }
                    return "\(String(describing: unit.measurement)) \(unit.course) \(unit.report) \(unit.light)"
                }
            }
        }
        let expected = seen(reports)
        for _ in 0..<3 {
            let shuffled = reports.shuffled(using: &random)
            #expect(seen(shuffled) == expected)
            let known = { (reports: [Observation]) in
                arrivals(in: Samples.facts(reports).reports, after: nil, upTo: moment("2022-12-31T00:00:00Z")).map(\.at)
            }
            #expect(known(shuffled) == known(reports))
        }
    }

    /// What comes in files is the same as what comes figure by figure, however it is divided among them.
    @Test(arguments: seeds(20))
    func batchesAreTheirFigures(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let parts = ["", "robots", "medicine"]
        let reports = RandomLedger.reports(&random, count: 60).map { report in
            Samples.report(
                report.key.target, from: report.key.unit, on: report.key.period.description, report.value?.lower,
                part: parts.randomElement(using: &random) ?? "",
                of: Bool.random(using: &random) ? (1, 2) : nil, revision: report.revision,
                at: report.submittedAt.stamp(in: .utc))
        }
        var (single, batched) = (Facts(), Facts())
        var rest = reports[...]
        while !rest.isEmpty {
            let file = rest.prefix(Int.random(in: 1...12, using: &random))
            rest = rest.dropFirst(file.count)
            var batch = ReportBatch()
            for report in file {
                batch.add(report)
                single.reports.add(report)
            }
            batch.settle()
            batched.reports.add(batch)
        }
        let end = moment("2023-12-31T00:00:00Z")
        for report in reports {
            let a = single.reports.series(of: report.key.target, from: report.key.unit)
            let b = batched.reports.series(of: report.key.target, from: report.key.unit)
            let revisions = { (series: ReportSeries?) in
                (series?.revisions(of: report.key) ?? []).sorted { "\($0)" < "\($1)" }
            }
            #expect(revisions(a) == revisions(b) && revisions(a).contains(Reading(report)), "seed \(seed)")
            #expect(
                a?.firstReport(on: report.key.period, asOf: end) == b?.firstReport(on: report.key.period, asOf: end))
            #expect(a?.latestReport(asOf: end) == b?.latestReport(asOf: end))
            #expect(a?.hasConflict(asOf: end) == b?.hasConflict(asOf: end), "seed \(seed)")
            #expect(a?.hasSeveral(on: report.key.period) == b?.hasSeveral(on: report.key.period), "seed \(seed)")
        }
        #expect(
            arrivals(in: single.reports, after: nil, upTo: end).map(\.at)
                == arrivals(in: batched.reports, after: nil, upTo: end).map(\.at))
    }

    /// There may be a million of them.
    @Test func whatIsKeptOfAReportIsSmall() {
        #expect(MemoryLayout<PackedReading>.stride == 40 && MemoryLayout<ArrivalCalendar.Entry>.stride == 24)
    }

    private func arrivals(in book: ReportBook, after start: Instant?, upTo end: Instant) -> [ReportBook.Arrival] {
        var found: [ReportBook.Arrival] = []
        book.forEachArrival(after: start, upTo: end) { found.append($0) }
        return found
    }

    @Test func arrivalsAreThoseAfterOneMomentAndUpToAnother() {
        let times = ["2021-07-03T00:00:00Z", "2021-07-01T00:00:00Z", "2021-07-02T00:00:00Z", "2021-07-02T00:00:00Z"]
        let book = Samples.facts(times.enumerated().map { report(Double($0), $0 + 1, at: $1) }).reports
        let found = arrivals(in: book, after: moment("2021-07-01T00:00:00Z"), upTo: moment("2021-07-02T00:00:00Z"))
        #expect(found.map(\.at) == [moment("2021-07-02T00:00:00Z"), moment("2021-07-02T00:00:00Z")])
        #expect(
            arrivals(in: book, after: nil, upTo: moment("2021-07-03T00:00:00Z")).map(\.isCorrection) == [
                true, true, true, false,
            ])
        #expect(arrivals(in: book, after: moment("2021-07-04T00:00:00Z"), upTo: moment("2021-07-02T00:00:00Z")).isEmpty)
    }
}
