import Diagnostics
import KPICore

/// Looks whether targets follow each other as editions should, over all files.
struct LineageCheck {
    private let targets: [Located<Target>]
    /// No target is missing because it could not be read: what seems to be lacking is.
    private let areWhole: Bool

    init(_ targets: [Located<Target>], areWhole: Bool) {
        (self.targets, self.areWhole) = (targets, areWhole)
    }

    func report(to collector: DiagnosticCollector) {
        switch Lineages.build(targets.map(\.value)) {
        case .success(let lineages): if areWhole { reportBaselessStocks(in: lineages, collector) }
        case .failure(let failure): for flaw in failure.flaws { report(flaw, collector) }
        }
    }

    private func reportBaselessStocks(in lineages: Lineages, _ collector: DiagnosticCollector) {
        for version in lineages.all.compactMap(\.editions.first).joined()
        where targets[version].value.openingStock == .carried {
            collector.report(
                "nothing-to-carry", "'\(id(version))' carries its opening stock, and there is no edition before it",
                at: place(version), label: "write the stock as a number, or keep the file of the year before")
        }
    }

    private func report(_ flaw: Lineages.Flaw, _ collector: DiagnosticCollector) {
        switch flaw {
        case .duplicate(let first, let second):
            collector.report(
                "duplicate-target", "a second target '\(id(second))'", at: place(second),
                notes: ["the first is at \(location(first))"])
        case .overlapping(let first, let second):
            collector.report(
                "overlapping-editions",
                "'\(id(second))' has another edition for some of the same days: \(days(first)) and \(days(second))",
                at: place(second), label: "let one begin after the other has ended",
                notes: ["the other is at \(location(first))"])
        case .uncovered(let target, let range):
            guard areWhole else { return }
            collector.report(
                "uncovered-days", "no version of '\(id(target))' is valid from \(range.first) to \(range.last)",
                at: place(target), label: "let versions of one edition follow each other without a gap")
        case .circular(let name, let target):
            collector.report(
                "circular-name", "'\(name)' is said to be a former name of '\(id(target))', which leads back to itself",
                at: place(target), label: "leave out the 'formerly' that no longer holds")
        case .claimedTwice(let name, let first, let second):
            collector.report(
                "name-claimed-twice", "'\(name)' is a former name of '\(id(first))' and of '\(id(second))'",
                at: place(second), label: "history can go on in one of them",
                notes: ["the other is at \(location(first))"])
        case .outlived(let latest, let claim):
            collector.report(
                "outlived-name", "the latest edition is called '\(id(latest))', a former name of '\(id(claim))'",
                at: place(latest), label: "call it '\(id(claim))'",
                notes: ["'\(id(claim))' is at \(location(claim))"])
        }
    }

    private func id(_ target: Int) -> TargetID { targets[target].value.id }

    private func place(_ target: Int) -> Place { targets[target].place }

    private func location(_ target: Int) -> String { place(target).description }

    private func days(_ target: Int) -> String {
        let target = targets[target].value
        return "\(target.validFrom) to \(target.validTo ?? target.window.last)"
    }
}
