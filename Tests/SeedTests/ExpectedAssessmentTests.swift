import KPICore
import Testing

/// Every row of the expected assessment as of 10 July 2021, as long as it is not about a forecast.
struct ExpectedAssessmentTests {
    private static let asOf = moment("2021-07-10T09:00:00+08:00")

    /// Rates are per period of the target's own, and the file's are per month: a quarter's rate is three months'.
    private static func months(_ target: Target) -> Double {
        switch target.frequency.period {
        case .quarter: 3
        case .half: 6
        case .year: 12
        default: 1
        }
    }

    private static func assessment(_ row: ExpectedRow, in year: Organisation) throws -> Assessment? {
        row["unit"] == "ALL"
            ? try year.assess(row.target, asOf: asOf).whole
            : try year.assess(row.target, UnitID(row["unit"]), asOf: asOf)
    }

    @Test func noRowIsLeftOut() throws {
        let rows = try ExpectedRow.all()
        #expect(rows.count == 29 && Set(rows.map(\.description)).count == 29)
    }

    @Test(arguments: try ExpectedRow.all())
    func everyRowIsAsExpected(row: ExpectedRow) throws {
        let year = try SeedYear.whole.get()
        let target = try #require(year.catalog[row.target])
        let found = try #require(try Self.assessment(row, in: year))
        #expect(found.point.ref == day(row["ref"]))
        #expect(found.value.map { abs($0 - (row.value ?? -1)) <= 0.000_000_51 } == true)
        if let parts = row.parts {
            #expect([found.measurement?.numerator, found.measurement?.denominator] == parts.map { $0 })
        }
        #expect(row.agrees("goal", found.goalValue))
        #expect(row.agrees("progress", found.progress))
        #expect(row.agrees("planned", found.planned))
        #expect(row.agrees("gap_pp", found.gapPoints, digits: 4))
        #expect(row.agrees("pace_ratio", found.paceRatio))
        #expect(row.agrees("pace_ratio_periods", found.paceRatioPeriods))
        #expect(row.agrees("days_behind", found.daysBehind, digits: 1))
        #expect(row["achieved"] == (found.isAchieved == true ? "true" : "false"))
        #expect(row["light_standard"] == found.light.rawValue)
        // The file has rates only where it has a forecast.
        if !row["current_per_month"].isEmpty {
            let months = Self.months(target)
            #expect(row.agrees("current_per_month", found.currentRate.map { $0 / months }))
            #expect(row.agrees("required_per_month", found.requiredRate.map { $0 / months }))
            #expect(row.agrees("required_over_current", found.requiredOverCurrent))
        }
    }

    /// The same numbers under another policy are another light: "on track" is a policy, not a fact.
    @Test(arguments: [("pace-gov", "light_gov"), ("half-time", "light_halftime")] as [(String, String)])
    func otherPoliciesGiveOtherLights(policy: String, column: String) throws {
        var year = try SeedYear.whole.get()
        year = year.judged(by: PolicyID(policy))
        for row in try ExpectedRow.all() {
            let found = try Self.assessment(row, in: year)
            #expect(found?.light.rawValue == row[column], "\(row)")
        }
    }

    @Test func theRecruitsOfTheCity() throws {
        let recruits = try SeedYear.whole.get().assess("talent.recruits", asOf: Self.asOf).whole
        #expect(recruits.value == 62 && recruits.goalValue == 130)
        #expect(recruits.planned == 181.0 / 365)
        #expect(Decimal.text(recruits.gapPoints ?? 0, digits: 2) == "1.9")
        #expect(Decimal.text(recruits.paceRatio ?? 0, digits: 6) == "0.961751")
    }
}

extension Organisation {
    /// The same organisation, with every policy replaced by one.
    fileprivate func judged(by policy: PolicyID) -> Organisation {
        var other = self
        let chosen = catalog.policies[policy]
        other.catalog = Catalog(
            organisation: catalog.organisation, timetable: catalog.timetable, units: catalog.units,
            targets: catalog.targets, policies: catalog.policies.mapValues { chosen ?? $0 }, rules: catalog.rules,
            registers: catalog.registers, reporting: catalog.reporting)
        return other
    }
}
