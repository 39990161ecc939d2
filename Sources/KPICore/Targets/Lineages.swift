/// Which targets are editions of one and the same, and how they follow each other.
package struct Lineages: Sendable {
    /// What keeps targets from being editions in a row. Numbers are places among the targets given.
    package enum Flaw: Error, Hashable {
        /// Two say it of the same days.
        case duplicate(Int, Int)
        /// Two share some of their days.
        case overlapping(Int, Int)
        /// Nothing is said of days within a window.
        case uncovered(Int, DateRange)
        /// A name is said to have been given up for itself, perhaps by way of others.
        case circular(TargetID, Int)
        /// Two targets say that they had one name.
        case claimedTwice(TargetID, Int, Int)
        /// The latest edition goes by a name that an earlier one says was given up.
        case outlived(Int, by: Int)
    }

    package struct Flaws: Error {
        package let flaws: [Flaw]
    }

    /// As they were given, each under the name its latest edition goes by and after the edition before it.
    package let targets: [Target]
    /// By position.
    package let all: [Lineage]
    /// By target: which lineage it belongs to.
    package let membership: [Int]
    /// The names that were given up.
    let formerly: [TargetID: TargetID]
    private let index: [TargetID: Int]

    /// Reports every flaw.
    package static func build(_ given: [Target]) -> Result<Lineages, Flaws> {
        var flaws: [Flaw] = []
        let names = NameSuccession(given, flaws: &flaws)
        let isCircular = !flaws.isEmpty
        let present = given.map { names.present($0.id) }
        let members = Dictionary(grouping: given.indices) { present[$0] }.mapValues { $0.inOrder(of: given) }
        for id in Set(present).sorted() {
            guard let versions = members[id], let last = versions.last else { continue }
            flaws += Self.flaws(versions, given)
            if given[last].id != id, let claim = names.claim(on: given[last].id), !isCircular {
                flaws.append(.outlived(last, by: claim))
            }
        }
        guard flaws.isEmpty else { return .failure(Flaws(flaws: flaws)) }
        return .success(Lineages(given, members, formerly: names.all))
    }

    private init(_ given: [Target], _ members: [TargetID: [Int]], formerly: [TargetID: TargetID]) {
        var targets = given
        var all: [Lineage] = []
        let olds = Dictionary(grouping: formerly.keys) { formerly[$0] ?? $0 }
        for (id, versions) in members {
            let editions = versions.chunked(where: { given[$0].window == given[$1].window })
            var predecessor: Target?
            for edition in editions {
                for (place, version) in edition.enumerated() {
                    let next = place + 1 < edition.count ? given[edition[place + 1]] : nil
                    targets[version] = Self.placed(given[version], as: id, after: predecessor, before: next)
                }
                predecessor = edition.last.map { targets[$0] }
            }
            all.append(
                Lineage(
                    id: id, formerly: (olds[id] ?? []).sorted(), editions: editions,
                    position: versions.min() ?? 0))
        }
        all.sort { $0.position < $1.position }
        var membership = [Int](repeating: 0, count: given.count)
        for (lineage, member) in all.enumerated() {
            for version in member.versions { membership[version] = lineage }
        }
        self.targets = targets
        self.all = all
        self.membership = membership
        self.formerly = formerly
        index = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
    }

    /// A version in its place: it counts up to the one that follows it.
    private static func placed(
        _ target: Target, as id: TargetID, after predecessor: Target?, before next: Target?
    ) -> Target {
        guard target.id != id || predecessor != nil || next != nil else { return target }
        let last = target.validTo ?? next?.validFrom.adding(days: -1)
        let validity =
            target.validity == nil && last == nil
            ? nil : Validity(from: target.validity?.from, to: last, reason: target.validity?.reason ?? "")
        return Target(target, id: id, after: predecessor, validity: validity)
    }

    /// The lineage of that name, present ones alone.
    package func index(of id: TargetID) -> Int? { index[id] }

    private static func flaws(_ versions: [Int], _ given: [Target]) -> [Flaw] {
        var flaws: [Flaw] = []
        for (before, after) in zip(versions, versions.dropFirst()) {
            let (a, b) = (given[before], given[after])
            if a.window != b.window {
                if a.window.overlaps(b.window) { flaws.append(.overlapping(before, after)) }
            } else if a.validFrom == b.validFrom {
                flaws.append(.duplicate(min(before, after), max(before, after)))
            } else if let to = a.validTo, to >= b.validFrom {
                flaws.append(.overlapping(before, after))
            }
        }
        for edition in versions.chunked(where: { given[$0].window == given[$1].window }) {
            flaws += gaps(edition, given)
        }
        return flaws
    }

    /// Days of a window that no version is valid for.
    private static func gaps(_ edition: [Int], _ given: [Target]) -> [Flaw] {
        guard let first = edition.first else { return [] }
        let window = given[first].window
        var flaws: [Flaw] = []
        var covered = window.first.adding(days: -1)
        for (position, version) in edition.enumerated() {
            let target = given[version]
            if let gap = DateRange(covered.adding(days: 1), target.validFrom.adding(days: -1)) {
                flaws.append(.uncovered(version, gap))
            }
            let isLast = position == edition.count - 1
            covered =
                target.validTo
                ?? (isLast ? window.last : given[edition[position + 1]].validFrom.adding(days: -1))
        }
        if let last = edition.last, let gap = DateRange(covered.adding(days: 1), window.last) {
            flaws.append(.uncovered(last, gap))
        }
        return flaws
    }
}

extension [Int] {
    /// By window, then by the day from which they are valid, then as given.
    fileprivate func inOrder(of targets: [Target]) -> [Int] {
        sorted { a, b in
            let (x, y) = (targets[a], targets[b])
            return (x.window.first, x.window.last, x.validFrom, a) < (y.window.first, y.window.last, y.validFrom, b)
        }
    }

    /// Neighbours together as long as they belong together.
    fileprivate func chunked(where belong: (Int, Int) -> Bool) -> [[Int]] {
        var chunks: [[Int]] = []
        for element in self {
            if let last = chunks.last?.last, belong(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
        return chunks
    }
}
