/// Follows the names that targets gave up to those they go by.
struct NameSuccession {
    /// By the name given up: the target that claims it.
    private var claims: [TargetID: Int] = [:]
    private let targets: [Target]

    init(_ targets: [Target], flaws: inout [Lineages.Flaw]) {
        self.targets = targets
        for (index, target) in targets.enumerated() {
            for name in target.formerly where name != target.id && claims[name] == nil {
                // A ring of names would have no end.
                if leads(from: target.id, to: name) {
                    flaws.append(.circular(name, index))
                } else {
                    claims[name] = index
                }
            }
        }
        for (index, target) in targets.enumerated() {
            for name in target.formerly {
                guard let first = claims[name], present(targets[first].id) != present(target.id) else { continue }
                flaws.append(.claimedTwice(name, first, index))
            }
        }
    }

    /// What goes by a name now.
    func present(_ name: TargetID) -> TargetID {
        var name = name
        while let claim = claims[name] { name = targets[claim].id }
        return name
    }

    /// Every name that was given up, with the one that took its place.
    var all: [TargetID: TargetID] {
        Dictionary(uniqueKeysWithValues: claims.keys.map { ($0, present($0)) })
    }

    /// The target that claims a name.
    func claim(on name: TargetID) -> Int? { claims[name] }

    private func leads(from start: TargetID, to name: TargetID) -> Bool {
        var id = start
        while id != name, let claim = claims[id] { id = targets[claim].id }
        return id == name
    }
}
