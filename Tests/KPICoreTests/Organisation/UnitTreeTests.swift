import Testing

@testable import KPICore

struct UnitTreeTests {
    private func flaws(_ units: [Unit]) -> [UnitTree.Flaw] {
        switch UnitTree.build(units) {
        case .success: []
        case .failure(let failure): failure.flaws
        }
    }

    private func unit(_ id: UnitID, _ parent: UnitID?, label: String? = nil, aliases: [String] = []) -> Unit {
        Unit(id: id, parent: parent, label: Label(label ?? id.text), aliases: aliases)
    }

    @Test func parentsComeBeforeTheirChildrenAndSiblingsKeepTheirOrder() {
        let tree = Samples.tree(["west": "all", "pier": "west", "east": "all", "mill": "west", "dock": "pier"])
        #expect(tree.units.map(\.id.text) == ["all", "west", "pier", "dock", "mill", "east"])
        #expect(tree.parents == [nil, 0, 1, 2, 1, 0])
        #expect(tree.children == [[1, 5], [2, 4], [3], [], [], []])
    }

    @Test func whatIsNoTreeIsToldApart() {
        #expect(flaws([]) == [.empty])
        #expect(flaws([unit("a", nil), unit("a", nil)]).contains(.duplicate("a")))
        #expect(flaws([unit("a", nil), unit("b", "c")]) == [.unknownParent(of: "b", "c")])
        #expect(flaws([unit("a", nil), unit("b", nil)]) == [.severalRoots(["a", "b"])])
        #expect(flaws([unit("a", nil), unit("b", "c"), unit("c", "b")]) == [.cycle("b")])
        #expect(flaws([unit("a", "a")]) == [.cycle("a")])
    }

    @Test func everyFlawIsTold() {
        let found = flaws([unit("a", nil), unit("a", nil), unit("b", "x"), unit("c", "y")])
        #expect(found.count == 4, "\(found)")
    }

    @Test func aNameMeansOneUnit() {
        let tree = Samples.tree([
            unit("a", nil, label: "All"), unit("b", "a", label: "Bee", aliases: ["B1", "b"]), unit("c", "a"),
        ])
        #expect(tree.index(named: "b") == 1 && tree.index(named: "Bee") == 1 && tree.index(named: "B1") == 1)
        #expect(tree.index(named: "bee") == nil, "exactly as written")
        #expect(
            flaws([unit("a", nil), unit("b", "a", aliases: ["x"]), unit("c", "a", label: "x")])
                == [.ambiguousName("x", "b", "c")])
        #expect(flaws([unit("a", nil), unit("b", "a", label: "a")]) == [.ambiguousName("a", "a", "b")])
    }

    @Test(
        arguments: [
            (nil, nil, true), ("2021-06-30", nil, true), ("2021-07-01", nil, false), (nil, "2021-06-01", true),
            (nil, "2021-05-31", false), ("2021-06-10", "2021-06-10", true),
        ] as [(String?, String?, Bool)])
    func aUnitIsThereOnAnyDayOfARange(from: String?, to: String?, isActive: Bool) {
        #expect(
            Samples.unit("a", below: nil, from: from, to: to).isActive(in: days("2021-06-01", "2021-06-30")) == isActive
        )
    }
}
