import KPICore
import Testing

@testable import KPIStore

struct ReportRecordingTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.ledger)
    }

    private var stored: [Observation] {
        get throws { try ledger.observations() }
    }

    @Test func everyFieldComesBack() throws {
        let rows = [
            try observation(),
            Observation(
                key: .init(
                    target: "talent.coverage", unit: "HQ", period: try observation(month: "2021-W26").key.period,
                    disaggregation: "光伏"),
                form: .level, value: Quantity(lower: nil, upper: nil), valueText: "若干", numerator: 48,
                denominator: 53.1, basis: .actualPlusPlan, revision: 7,
                submittedAt: moment("2021-07-05T15:04:00.250+08:00"), evidence: "ev/a.pdf", note: "含计划数",
                origin: .init(file: "a.csv", line: 3, sha256: "aa")),
            try observation(month: "2021Q2", value: nil, isRetraction: true),
        ]
        let recorded = try ledger.take(reports(rows))
        #expect(recorded.observations == rows)
        #expect(try stored == rows)
        let known = try ledger.load(registers: []).facts.reports
        for row in rows {
            #expect(known.series(of: row.key.target, from: row.key.unit)?.revisions(of: row.key) == [Reading(row)])
        }
        #expect(recorded.intake.accepted == 3)
        #expect(recorded.intake.added == 3)
    }

    @Test func theSameFileChangesNothing() throws {
        let first = try ledger.take(reports([try observation(), try observation(month: "2021-05", line: 3)]))
        let again = try ledger.take(reports([try observation(value: 9)], file: "renamed.csv"))
        #expect(again.isRepetition)
        #expect(again.intake == first.intake)
        #expect(try stored.count == 2)
        #expect(try ledger.load(registers: []).intakes.count == 1)
    }

    @Test func whatWasSaidBeforeIsNotRecordedAgain() throws {
        _ = try ledger.take(reports([try observation(note: "one")]))
        let other = try ledger.take(
            reports([try observation(note: "two"), try observation(month: "2021-05")], sha256: "bb", file: "b.csv"))
        #expect(other.observations.map(\.key.period.description) == ["2021-05"])
        #expect(other.observations.first?.origin == .init(file: "b.csv", line: 2, sha256: "bb"))
        #expect(other.intake.accepted == 2)
        #expect(other.intake.added == 1)
    }

    @Test func aConflictIsRecorded() throws {
        _ = try ledger.take(reports([try observation(value: 3), try observation(value: 4)]))
        #expect(try stored.map(\.value) == [Quantity(3), Quantity(4)])
        #expect(try stored.map(\.revision) == [1, 1])
    }

    @Test func revisionNoughtIsTheNext() throws {
        func report(_ value: Double?, sha256: String) throws -> [Int] {
            let row = try observation(value: value, revision: 0, isRetraction: value == nil)
            return try ledger.take(reports([row], sha256: sha256)).observations.map(\.revision)
        }
        #expect(try report(3, sha256: "a") == [1])
        #expect(try report(3, sha256: "b") == [])
        #expect(try report(4, sha256: "c") == [2])
        #expect(try report(3, sha256: "d") == [3])
        #expect(try report(nil, sha256: "e") == [4])
        #expect(try report(nil, sha256: "f") == [])
    }

    @Test func revisionNoughtSettlesAConflict() throws {
        let rows = [try observation(value: 3), try observation(value: 4)]
        _ = try ledger.take(reports(rows))
        let settled = try ledger.take(reports([try observation(value: 4, revision: 0)], sha256: "bb"))
        #expect(settled.observations.map(\.revision) == [2])
        let again = try ledger.take(reports([try observation(value: 4, revision: 0)], sha256: "cc"))
        #expect(again.observations.isEmpty)
    }

    @Test func linesThatWereRefusedAreTakenWhenTheyBecomeRight() throws {
        let finding = rejection(line: 3)
        let first = try ledger.take(
            reports([try observation(value: 1, revision: 0, line: 2)], findings: [finding], refused: 1))
        #expect(first.intake.findings == [finding])
        // In between, another file corrects line 2: the old file must not undo that.
        _ = try ledger.take(reports([try observation(value: 2, revision: 0)], sha256: "bb"))
        let unchanged = try ledger.take(
            reports([try observation(value: 1, revision: 0, line: 2)], findings: [finding], refused: 1))
        #expect(unchanged.isRepetition)
        let second = try ledger.take(
            reports([
                try observation(value: 1, revision: 0, line: 2), try observation(unit: "370883", revision: 0, line: 3),
            ]))
        #expect(second.observations.map(\.origin.line) == [3])
        #expect(second.intake.refused == 0)
        #expect(try ledger.intake(of: "aa") == second.intake)
    }

    @Test func aFileThatCouldNotBeReadMayBecomeReadable() throws {
        func unreadable() -> Intake {
            Intake(
                file: "a.csv", sha256: "aa", receivedAt: received, content: .unreadable,
                findings: [rejection(line: nil)], refused: 0)
        }
        #expect(try !ledger.take(unreadable()).isRepetition)
        #expect(try ledger.take(unreadable()).isRepetition)
        #expect(try ledger.take(reports([try observation()])).observations.count == 1)
        #expect(try ledger.take(unreadable()).isRepetition)
    }

    /// The comparison in SQL is the core's own.
    @Test func whatAgreesIsWhatTheCoreSaysAgrees() throws {
        let key = try observation().key
        func variant(
            form: Form = .delta, value: Quantity? = Quantity(3), numerator: Double? = nil, denominator: Double? = 2,
            basis: Observation.Basis = .actual, isRetraction: Bool = false, text: String = "3"
        ) -> Observation {
            Observation(
                key: key, form: form, value: value, valueText: text, numerator: numerator, denominator: denominator,
                basis: basis, submittedAt: received, isRetraction: isRetraction,
                origin: .init(file: "a.csv", line: 2, sha256: "aa"))
        }
        let variants = [
            variant(), variant(form: .level), variant(value: nil), variant(value: Quantity(lower: nil, upper: nil)),
            variant(value: Quantity(lower: 3, upper: nil)), variant(value: Quantity(lower: nil, upper: 3)),
            variant(numerator: 1), variant(denominator: nil), variant(denominator: 3), variant(basis: .estimate),
            variant(isRetraction: true), variant(text: "三"),
        ]
        for (i, a) in variants.enumerated() {
            for (j, b) in variants.enumerated() {
                let pair = [a, b].map { $0.moved(to: TargetID("t-\(i)-\(j)")) }
                let recorded = try ledger.take(reports(pair, sha256: "\(i)-\(j)"))
                #expect(recorded.observations.count == (a.agrees(with: b) ? 1 : 2), "\(i) and \(j)")
            }
        }
    }
}

extension Observation {
    fileprivate func moved(to target: TargetID) -> Observation {
        Observation(
            key: Key(target: target, unit: key.unit, period: key.period), form: form, value: value,
            valueText: valueText, numerator: numerator, denominator: denominator, basis: basis,
            submittedAt: submittedAt, isRetraction: isRetraction, origin: origin)
    }
}
