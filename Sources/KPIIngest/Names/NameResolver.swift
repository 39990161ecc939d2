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
    private let targets: [Target]
    private let targetsByName: [String: Int]
    private var unitsSeen: [String: Found<UnitID>] = [:]
    private var targetsSeen: [String: Found<Int>] = [:]
    /// A file full of nonsense should not fill the memory.
    private static let remembered = 10_000

    init(_ context: IntakeContext) {
        units = context.units
        targets = context.targets
        var names: [String: Int] = [:]
        for (index, target) in targets.enumerated() {
            for name in [target.label.zh, target.label.en] where names[name] == nil { names[name] = index }
        }
        for (index, target) in targets.enumerated() { names[target.id.text] = index }
        targetsByName = names
    }

    mutating func unit(_ text: String) -> Found<UnitID> {
        if let seen = unitsSeen[text] { return seen }
        let found = findUnit(text)
        if unitsSeen.count < Self.remembered { unitsSeen[text] = found }
        return found
    }

    /// The index of the target among those given.
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
        guard let index = targetsByName[name] ?? targetsByName[name.lowercased()] else {
            return Found(remark: unknownTarget(name))
        }
        let target = targets[index]
        guard name != target.id.text else { return Found(id: index) }
        return Found(
            id: index,
            remark: .note(
                .indicatorAlias, zh: "“\(excerpted(name))”识别为指标\(target.id)。",
                en: "'\(excerpted(name))' was taken for the indicator \(target.id)."))
    }

    private func unknownTarget(_ name: String) -> Remark {
        let known = targets.map(\.id.text) + targetsByName.keys.sorted()
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
