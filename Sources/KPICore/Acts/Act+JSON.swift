package import CEL

extension Act {
    /// All of it, with moments as clocks in a zone show them.
    package func json(in zone: Zone) -> JSON { .object(members(in: zone)) }

    func members(in zone: Zone) -> [JSON.Member] {
        [
            JSON.Member("id", .number(Double(id))), JSON.Member("at", .string(at.stamp(in: zone))),
            JSON.Member("author", .string(author)), JSON.Member("comment", .string(comment)),
            JSON.Member("deed", deed.json(in: zone)),
        ]
    }
}
