import KPICore
import KPIConfiguration
import KPIIngest
import Testing

/// The sheets that units fill in come back as they should.
struct BlankSheetTests {
    private let catalog: Catalog

    init() throws {
        let loaded = ConfigurationLoader.load(path: Repository.path("config/kpid.yaml"))
        catalog = try #require(loaded.configuration).catalog
    }

    private func unit(_ id: UnitID) throws -> Unit {
        catalog.units.units[try #require(catalog.units.index(of: id))]
    }

    private func intake(_ bytes: [UInt8], as file: String) throws -> Intake {
        let received = try #require(Instant("2021-10-11T09:00:00+08:00"))
        return Intaker(IntakeContext(catalog)).take(file: file, bytes: bytes, receivedAt: received)
    }

    @Test(arguments: [Language.zh, .en])
    func aFilledInSheetIsTakenWhole(language: Language) throws {
        for id in ["370811", "HQ"] as [UnitID] {
            let period = try #require(Period("2021-09"))
            let sheet = try #require(BlankSheet(for: try unit(id), period, catalog, in: language))
            let lines = sheet.csv.split(separator: "\r\n").map(String.init)
            #expect(sheet.csv.unicodeScalars.first == "\u{FEFF}")
            let header = lines[0].dropFirst().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let filled = lines.dropFirst().map { line -> String in
                var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                for (place, name) in header.enumerated()
                where ["value", "数值", "numerator", "denominator", "分子", "分母"].contains(name) {
                    let isRatio = cells.contains("%")
                    let isPart = !["value", "数值"].contains(name)
                    if isRatio == isPart { cells[place] = "1" }
                }
                return cells.joined(separator: ",")
            }
            let text = ([lines[0]] + filled).joined(separator: "\r\n")
            let taken = try intake(Array(text.utf8), as: "filled.csv")
            guard case .reports(let rows) = taken.content else { throw Missing() }
            #expect(rows.count == filled.count && !filled.isEmpty, "\(id): \(taken.findings)")
            #expect(taken.findings.allSatisfy { $0.action == .note }, "\(id): \(taken.findings)")
            #expect(try Set(rows.all().map(\.key.unit)) == [id])
        }
    }

    private struct Missing: Error {}

    /// Quarterly figures are asked for with the month that ends the quarter.
    @Test func whatIsAskedFollowsTheFrequency() throws {
        func periods(_ text: String, of id: UnitID = "HQ") throws -> Set<String> {
            let sheet = BlankSheet(for: try unit(id), try #require(Period(text)), catalog, in: .en)
            let cells = (sheet?.csv ?? "").split(separator: "\r\n").dropFirst()
                .flatMap { $0.split(separator: ",").map(String.init) }
            return Set(cells.filter { Period($0) != nil })
        }
        #expect(try periods("2021-09").contains("2021Q3"))
        #expect(try !periods("2021-08").contains("2021Q3"))
        #expect(try periods("2021Q3", of: "370811") == ["2021-07", "2021-08", "2021-09"])
    }

    @Test func theWorkbookSaysTheSame() throws {
        let period = try #require(Period("2021-09"))
        let sheet = try #require(BlankSheet(for: try unit("370811"), period, catalog, in: .zh))
        let taken = try intake(try sheet.workbook(), as: "blank.xlsx")
        // Nothing is filled in: each row is told to be empty, and is known for what it is.
        #expect(taken.refused == sheet.csv.split(separator: "\r\n").count - 1)
        #expect(Set(taken.findings.filter { $0.action == .reject }.map(\.code)) == ["DQ-EMPTY"])
    }
}
