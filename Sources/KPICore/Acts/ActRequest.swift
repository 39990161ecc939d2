/// What somebody asks the daemon to do about alerts.
package struct ActRequest: Sendable, Hashable {
    package let deed: DeedRequest
    package let comment: String
    /// Only what would happen is asked for.
    package let isDryRun: Bool

    package init(_ deed: DeedRequest, comment: String = "", isDryRun: Bool = false) {
        (self.deed, self.comment, self.isDryRun) = (deed, comment, isDryRun)
    }

    package init(json: JSON) throws(ActRefusal) {
        guard let deed = json["deed"] else {
            throw ActRefusal(.invalid, "bad-request", zh: "请求中没有 deed。", en: "the request has no deed.")
        }
        let comment = json["comment"] ?? .null
        let dryRun = json["dry_run"] ?? .null
        guard comment == .null || comment.text != nil else { throw Self.unreadable("comment") }
        guard [.null, .bool(true), .bool(false)].contains(dryRun) else { throw Self.unreadable("dry_run") }
        self.init(try DeedRequest(json: deed), comment: comment.text ?? "", isDryRun: dryRun == .bool(true))
    }

    package var json: JSON {
        .object([
            JSON.Member("deed", deed.json), JSON.Member("comment", .string(comment)),
            JSON.Member("dry_run", .bool(isDryRun)),
        ])
    }

    private static func unreadable(_ member: String) -> ActRefusal {
        ActRefusal(
            .invalid, "bad-request", zh: "请求中的 \(member) 无法理解。",
            en: "the request's \(member) is not what belongs there.")
    }
}
