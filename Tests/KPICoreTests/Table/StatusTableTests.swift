import Diagnostics
import Foundation
import Testing

@testable import KPICore

@Suite struct StatusTableTests {
    /// A look, with the name of the file that holds what it shows.
    struct Case: CustomTestStringConvertible {
        let name: String
        let look: TableLook

        init(_ language: Language, _ width: Int, colour: Bool = false, unicode: Bool = true, now: Instant? = nil) {
            look = TableLook(language: language, width: width, colour: colour, unicode: unicode, now: now)
            name =
                "\(language)-\(width)" + (colour ? "-colour" : "") + (unicode ? "" : "-ascii")
                + (now == nil ? "" : "-relative")
        }

        var testDescription: String { name }
    }

    static let now = Instant("2021-07-10T09:01:10+08:00")!
    static let looks =
        Language.allCases.flatMap { language in
            [50, 80, 120].flatMap { [Case(language, $0), Case(language, $0, colour: true)] }
        } + [
            Case(.en, 80, unicode: false), Case(.zh, 160, now: now), Case(.en, 160, now: now), Case(.zh, 40),
        ]

    @Test(arguments: looks) func showsTheWhole(_ example: Case) throws {
        let source = example.look.now.map {
            StatusSource(
                life: .stopped(since: $0.adding(seconds: -7_000)), written: $0.adding(seconds: -7_010), now: $0)
        }
        let table = StatusTable(
            try TableGolden.document(), alerts: try TableGolden.alerts(), source: source, example.look)
        try TableGolden.expect(table.text, in: "status-\(example.name).txt")
    }

    @Test(arguments: looks) func showsOneTarget(_ example: Case) throws {
        let detail = TargetDetail(
            of: "talent.recruits", in: try TableGolden.document(), alerts: try TableGolden.alerts(), example.look)
        try TableGolden.expect(try #require(detail).text, in: "target-\(example.name).txt")
    }

    @Test(arguments: Language.allCases, [40, 48, 59, 60, 72, 80, 100, 200])
    func staysWithinTheWidth(_ language: Language, _ width: Int) throws {
        let look = TableLook(language: language, width: width)
        let (document, alerts) = (try TableGolden.document(), try TableGolden.alerts())
        let shown = StatusTable(document, alerts: alerts, look).text
        for line in shown.split(separator: "\n") {
            // A path or an id without a blank cannot be broken; nothing else may stand out.
            #expect(DisplayWidth.of(line) <= width || !line.dropFirst(8).contains(" "), "\(line)")
        }
    }

    @Test func unknownTargetHasNoDetail() throws {
        #expect(
            TargetDetail(of: "talent", in: try TableGolden.document(), alerts: nil, TableLook(language: .en)) == nil)
    }
}
