import Testing

@testable import KPICore

/// Figures that are told twice.
struct CrossCheckTests {
    private let submitted = "2021-06-30T00:00:00Z"

    private func report(
        from unit: UnitID, _ value: Double?, of parts: (numerator: Double, denominator: Double)? = nil,
        form: Form = .delta
    ) -> Observation {
        Samples.report(from: unit, on: "2021-06", value, form: form, of: parts, at: submitted)
    }

    private func checks(
        of target: Target = Samples.target(), _ reports: [Observation], _ rows: [RegisterRow] = [],
        units: UnitTree = Samples.tree(), asOf: Instant = Samples.after("2021-06")
    ) -> [Int: CrossCheck] {
        let catalog = Samples.catalog([target], units: units, registers: [Samples.needs])
        let facts = Samples.facts(reports, rows)
        return CrossCheck.all(Assessor(catalog, facts, asOf: asOf).assess(0), catalog, facts, asOf: asOf)
    }

    @Test func aParentIsComparedWithItsChildren() {
        let children = [report(from: "north", 5), report(from: "south", 7)]
        let found = checks(children + [report(from: "all", 13)])
        #expect(found.keys.sorted() == [0] && found[0]?.own.value == Quantity(13))
        #expect(
            found[0]?.finding == Label(zh: "本级上报 13，下级合计 12", en: "reports 13 itself; its units come to 12"))
        let same = checks(children + [report(from: "all", 12)])
        #expect(same[0]?.own.value == Quantity(12) && same[0]?.finding == nil)
        #expect(checks(children).isEmpty)
        #expect(checks([report(from: "all", 13)]).isEmpty, "alone it is the value")
    }

    @Test func everyLevelIsComparedWithItsOwn() {
        let units = Samples.tree(["east": "all", "pier": "east", "mill": "east", "west": "all"])
        let found = checks(
            [report(from: "pier", 1), report(from: "mill", 2), report(from: "east", 4), report(from: "west", 5)],
            units: units)
        #expect(found.count == 1)
        #expect(found[1]?.finding?.en == "reports 4 itself; its units come to 3")
    }

    /// "130余" is 130 to 139: 132 is no contradiction, 140 is one.
    @Test func whatIsWithinItsBoundsAgrees() {
        func finding(_ sum: Double) -> Label? {
            let some = Samples.bounded(from: "all", on: "2021-06", Quantity(lower: 130, upper: 139), at: submitted)
            return checks([some, report(from: "north", sum)])[0]?.finding
        }
        #expect(finding(132) == nil && finding(139) == nil)
        #expect(finding(140)?.en == "reports 130–139 itself; its units come to 140")
    }

    @Test func sharesAreComparedByTheirParts() {
        let target = Samples.target(kind: .ratio, goal: .atLeast(1), form: .level)
        let north = report(from: "north", nil, of: (48, 53), form: .level)
        #expect(checks(of: target, [north, report(from: "all", 0.91, form: .level)])[0]?.finding == nil, "rounded")
        #expect(
            checks(of: target, [north, report(from: "all", 0.92, form: .level)])[0]?.finding?.en
                == "reports 92% itself; its units come to 48/53")
        #expect(
            checks(of: target, [north, report(from: "all", nil, of: (49, 53), form: .level)])[0]?.finding?.zh
                == "本级上报 49/53，下级合计 48/53")
    }

    private func counted(isLive: Bool = false) -> Target {
        Samples.target(
            goal: .atLeast(9),
            source: .register(
                RegisterMeasure(
                    register: "needs", environment: RegisterVariables.environment(of: Samples.needs, Samples.utc),
                    isLive: isLive)))
    }

    @Test func whatIsReportedOfARegisterIsACheck() {
        let rows = [
            Samples.need("A", opened: day("2021-02-01"), in: "north"),
            Samples.need("B", opened: day("2021-03-01"), in: "north"),
            Samples.need("C", opened: day("2021-07-02"), in: "north"),
        ]
        let found = checks(of: counted(), [report(from: "north", 3)], rows)
        #expect(found[1]?.finding == Label(zh: "上报 3，台账为 2", en: "3 is reported; the register says 2"))
        #expect(found[0]?.finding?.en == "3 is reported; the register says 2")
        let july = moment("2021-07-20T00:00:00Z")
        #expect(checks(of: counted(isLive: true), [report(from: "north", 2)], rows, asOf: july)[1]?.finding == nil)
        #expect(checks(of: counted(isLive: true), [report(from: "north", 3)], rows, asOf: july)[1]?.finding != nil)
    }

    /// What one unit reports is not compared with what the register knows of two.
    @Test func someReportsAreNotTheWhole() {
        let rows = [
            Samples.need("A", opened: day("2021-02-01"), in: "north"),
            Samples.need("B", opened: day("2021-03-01"), in: "south"),
        ]
        let some = checks(of: counted(), [report(from: "north", 1)], rows)
        #expect(some.keys.sorted() == [1] && some[1]?.finding == nil)
        let all = checks(of: counted(), [report(from: "north", 1), report(from: "south", 2)], rows)
        #expect(all[0]?.finding?.en == "3 is reported; the register says 2")
        let root = checks(of: counted(), [report(from: "all", 4)], rows)
        #expect(root[0]?.finding?.en == "4 is reported; the register says 2")
    }
}
