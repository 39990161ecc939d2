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

    /// Reads what ``json(in:)`` wrote. Members that it does not know are passed over.
    package init(json: JSON) throws(UnreadableDeed) {
        guard case .object = json else { throw UnreadableDeed(path: "") }
        let act = ActPart(json)
        self.init(
            id: try act.count("id"), at: try act.moment("at"), author: try act.part("author").text(),
            comment: try act.part("comment").text(), deed: try Deed(act.part("deed")))
    }
}
