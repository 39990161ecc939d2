import Diagnostics
import KPICore
import Testing

@testable import KPIConfiguration

/// Targets that live over years, in files of their own.
struct EditionTests {
    private static let first = "config/targets/first.yaml"

    /// A year of crates after that of the depot's first file.
    private static func crates(_ year: Int, id: String = "crates", more: String = "") -> String {
        """
        section: {id: F, label: First}
        year: \(year)
        targets:
          - id: \(id)
            label: Crates
            kind: count
            goal: {at_least: 120}
            frequency: monthly
            policy: steady
        \(more)
        """
    }

    private func depot(_ files: KeyValuePairs<String, String> = [:]) throws -> Depot {
        let depot = try Depot()
        for (name, text) in files { try depot.write(text, to: "config/targets/\(name).yaml") }
        return depot
    }

    private func told(_ name: String, _ depot: Depot) throws {
        let told = depot.told()
        #expect(!told.isEmpty)
        #expect(try told == Depot.expected(name, told: told))
    }

    @Test func oneIdInTwoFilesIsOneTarget() throws {
        let depot = try depot(["next": Self.crates(2022)])
        try depot.remove("config/targets/third.yaml")
        let (configuration, diagnostics) = depot.load()
        #expect(diagnostics.isEmpty)
        let catalog = try #require(configuration?.catalog)
        #expect(catalog.targets.map(\.id) == ["crates", "heavy", "crates", "damage"])
        #expect(catalog.lineages.all.map(\.id) == ["crates", "heavy", "damage"])
        #expect(catalog["crates"]?.window.first.year == 2022)
    }

    @Test func namesOfBefore() throws {
        let depot = try depot([
            "next": Self.crates(2022, id: "boxes", more: "    formerly: [crates]\n    opening_stock: carried")
        ])
        try depot.replace(
            "id: north, parent: depot", with: "id: hall-1, formerly: [north], parent: depot", in: "config/units.yaml")
        let (configuration, diagnostics) = depot.load()
        #expect(diagnostics.map(\.message) == [])
        let catalog = try #require(configuration?.catalog)
        #expect(catalog.lineages.all.first?.id == "boxes" && catalog.lineages.all.first?.formerly == ["crates"])
        #expect(catalog["boxes"]?.openingStock == .carried)
        #expect(catalog.targets[0].allocation == ["hall-1": 60, "south": 40], "'north' is what the hall was called")
        #expect(catalog.formerNames.present("north" as UnitID) == "hall-1")
    }

    @Test func aGoalThatChanges() throws {
        let later = "    valid_from: 2022-07-01\n    reason: the town has grown"
        let (configuration, diagnostics) = try depot([
            "next": Self.crates(2022), "nextb": Self.crates(2022, more: later),
        ]).load()
        #expect(diagnostics.map(\.message) == [])
        let catalog = try #require(configuration?.catalog)
        #expect(catalog.lineages.all[0].editions == [[0], [2, 3]])
        #expect(catalog["crates"]?.validity?.reason == "the town has grown")
    }

    @Test func whatDoesNotFollow() throws {
        try told(
            "outlived-name",
            depot(["next": Self.crates(2022, id: "boxes", more: "    formerly: [crates]"), "nextb": Self.crates(2023)]))
        try told(
            "name-claimed-twice",
            depot([
                "next": Self.crates(2022, id: "boxes", more: "    formerly: [tubs]"),
                "nextb": Self.crates(2022, id: "tins", more: "    formerly: [tubs]"),
            ]))
        try told(
            "circular-name",
            depot([
                "next": Self.crates(2022, id: "boxes", more: "    formerly: [crates]"),
                "nextb": Self.crates(2023, more: "    formerly: [boxes]"),
            ]))
        try told(
            "nothing-to-carry", depot(["next": Self.crates(2022, id: "boxes", more: "    opening_stock: carried")]))
    }

    @Test func whatIsNotCovered() throws {
        let gap = "    valid_from: 2022-07-01\n    reason: the town has grown"
        try told(
            "uncovered-days",
            depot([
                "next": Self.crates(2022, more: "    valid_to: 2022-05-31"), "nextb": Self.crates(2022, more: gap),
            ]))
        try told(
            "overlapping-versions",
            depot([
                "next": Self.crates(2022, more: "    valid_to: 2022-07-31"), "nextb": Self.crates(2022, more: gap),
            ]))
        try told(
            "change-without-reason",
            depot(["next": Self.crates(2022), "nextb": Self.crates(2022, more: "    valid_from: 2022-07-01")]))
        try told("reason-without-change", depot(["next": Self.crates(2022, more: "    reason: the town has grown")]))
        try told(
            "change-outside-the-window",
            depot([
                "next": Self.crates(2022),
                "nextb": Self.crates(2022, more: "    valid_from: 2023-07-01\n    reason: so"),
            ]))
    }

    /// What could not be read may be what seems to be missing.
    @Test func aMistakeInOneYearIsNotToldTwice() throws {
        let depot = try depot([
            "next": Self.crates(2022, id: "boxes", more: "    opening_stock: carried\n    formerly: [crates]")
        ])
        try depot.replace("kind: count\n    unit", with: "kind: cuont\n    unit", in: Self.first)
        #expect(depot.load().diagnostics.map(\.id) == ["unknown-word"])
    }

    @Test func aUnitsFormerNameIsItsOwn() throws {
        let depot = try depot()
        try depot.replace(
            "id: north, parent: depot", with: "id: north, formerly: [south, north], parent: depot",
            in: "config/units.yaml")
        try told("former-name-of-another", depot)
    }
}
