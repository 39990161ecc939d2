package import CEL

extension Suppressor {
    /// As the documents tell it, with moments as clocks in a zone show them.
    package func json(in zone: Zone) -> JSON {
        let name = JSON.Member("name", .string(name.rawValue))
        switch self {
        case .acknowledged(let act), .silenced(let act), .maintained(let act):
            return .object([name, JSON.Member("act", act.json(in: zone))])
        case .muted(let window):
            return .object([name, JSON.Member("window", .string(window.id)), JSON.Member("label", JSON(window.label))])
        case .inhibited(let alert, let inhibition):
            return .object([
                name, JSON.Member("alert", alert.json), JSON.Member("inhibition", .string(inhibition.id)),
            ])
        case .flapping: return .object([name])
        }
    }
}
