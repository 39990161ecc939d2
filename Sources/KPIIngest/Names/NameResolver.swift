import Diagnostics
import KPICore

/// Finds the unit or the target that a cell names, and remembers it: a file names the same few over and over.
struct NameResolver {
    struct Found<ID> {
        /// Nil where nothing goes by the name; then the remark says what might be meant.
        var id: ID?
        var remark: Remark?
    }

    private let units: UnitTree
    private let lineages: [Lineage]
    private let lineagesByName: [String: Int]
    private var unitsSeen: [String: Found<UnitID>] = [:]
    private var targetsSeen: [String: Found<Int>] = [:]
    /// A file full of nonsense should not fill the memory.
    private static let remembered = 10_000

    init(_ context: IntakeContext) {
        units = context.units
        lineages = context.lineages.all
        lineagesByName = Self.names(context.lineages)
    }

    /// Ids go before ids of before, those before labels, and a label of today before one of an earlier edition.
    private static func names(_ lineages: Lineages) -> [String: Int] {
        var names: [String: Int] = [:]
        func add(_ name: String, _ index: Int) {
            if names[name] == nil { names[name] = index }
        }
        for (index, lineage) in lineages.all.enumerated() { add(lineage.id.text, index) }
        for (index, lineage) in lineages.all.enumerated() {
            for name in lineage.formerly { add(name.text, index) }
        }
        let editions = lineages.all.map { $0.versions.reversed().map { lineages.targets[$0].label } }
        for age in 0..<(editions.map(\.count).max() ?? 0) {
            for (index, labels) in editions.enumerated() where age < labels.count {
                add(labels[age].zh, index)
                add(labels[age].en, index)
            }
        }
        return names
    }

    mutating func unit(_ text: String) -> Found<UnitID> {
        if let seen = unitsSeen[text] { return seen }
        let found = findUnit(text)
        if unitsSeen.count < Self.remembered { unitsSeen[text] = found }
        return found
    }

    /// The index of the target's lineage.
    mutating func target(_ text: String) -> Found<Int> {
        if let seen = targetsSeen[text] { return seen }
        let found = findTarget(text)
        if targetsSeen.count < Self.remembered { targetsSeen[text] = found }
        return found
    }

    private func findUnit(_ text: String) -> Found<UnitID> {
        let name = FoldedText(text).text
        guard !name.isEmpty else { return Found(remark: .empty("报送单位", "the unit")) }
        guard let index = units.index(named: name) else {
            return Found(remark: unknownUnit(name))
        }
        let unit = units.units[index]
        guard name != unit.id.text, name != unit.label.zh, name != unit.label.en else { return Found(id: unit.id) }
        return Found(
            id: unit.id,
            remark: .note(
                .unitAlias, zh: "“\(excerpted(name))”按别名识别为\(unit.label.zh)（\(unit.id)）。",
                en: "'\(excerpted(name))' was taken as another name of \(unit.label.en) (\(unit.id))."))
    }

    private func unknownUnit(_ name: String) -> Remark {
        var hint = Label(zh: "请使用单位代码或名称。", en: "Use the unit's code or name.")
        if let near = Suggestion.nearest(to: name, in: units.knownNames), let index = units.index(named: near) {
            let unit = units.units[index]
            hint = Label(
                zh: "是不是“\(near)”（\(unit.id)）？", en: "Did you mean '\(near)' (\(unit.id))?")
        }
        return .reject(
            .unitUnknown, zh: "没有名为“\(excerpted(name))”的报送单位。\(hint.zh)",
            en: "No unit goes by the name '\(excerpted(name))'. \(hint.en)")
    }

    private func findTarget(_ text: String) -> Found<Int> {
        let name = FoldedText(text).text
        guard !name.isEmpty else { return Found(remark: .empty("指标", "the indicator")) }
        guard let index = lineagesByName[name] ?? lineagesByName[name.lowercased()] else {
            return Found(remark: unknownTarget(name))
        }
        let target = lineages[index]
        guard name != target.id.text else { return Found(id: index) }
        return Found(
            id: index,
            remark: .note(
                .indicatorAlias, zh: "“\(excerpted(name))”识别为指标\(target.id)。",
                en: "'\(excerpted(name))' was taken for the indicator \(target.id)."))
    }

    private func unknownTarget(_ name: String) -> Remark {
        let known = lineages.map(\.id.text) + lineagesByName.keys.sorted()
        var hint = Label(zh: "请使用指标代码，如本单位报表模板所列。", en: "Use the indicator's id as the configuration has it.")
        if let near = Suggestion.nearest(to: name, in: known) {
            hint = Label(zh: "是不是“\(near)”？", en: "Did you mean '\(near)'?")
        }
        return .reject(
            .indicatorUnknown, zh: "没有名为“\(excerpted(name))”的指标。\(hint.zh)",
            en: "There is no indicator '\(excerpted(name))'. \(hint.en)")
    }
}

extension Remark {
    /// A cell without which the row says nothing.
    static func empty(_ zh: String, _ en: String) -> Remark {
        .reject(.empty, zh: "缺少\(zh)：请补填。", en: "\(en) is empty: fill it in.")
    }
}
