internal import Hummingbird
package import KPICore
package import KPIEngine
internal import NIOCore

/// What can be asked over the socket, below `/api/v1`. Each answer is a document as the files have it.
package struct Api: Sendable {
    let engine: Engine
    let clock: @Sendable () -> Instant
    let reload: @Sendable () async -> Health.Reload
    let testChannel: @Sendable (String) async -> Delivery?
    let desk: ReportDesk

    private static let largestBody = 64 * 1024

    /// - Parameters:
    ///   - reload: reads the configuration anew, as on SIGHUP, and says what came of it.
    ///   - testChannel: sends a test over a channel; nil where no channel has that name.
    ///   - desk: takes reports; whoever may open the socket may send one.
    package init(
        engine: Engine, clock: @escaping @Sendable () -> Instant,
        reload: @escaping @Sendable () async -> Health.Reload,
        testChannel: @escaping @Sendable (String) async -> Delivery?, desk: ReportDesk
    ) {
        (self.engine, self.clock, self.reload, self.testChannel) = (engine, clock, reload, testChannel)
        self.desk = desk
    }

    func router() -> Router<ApiContext> {
        let router = Router(context: ApiContext.self)
        router.add(middleware: ErrorAnswers())
        let api = router.group("api/v1")
        api.get("status") { _, _ in Answer(await engine.statusDocument(at: clock())) }
        api.get("alerts") { _, _ in Answer(await engine.alertsDocument(at: clock())) }
        api.get("health") { _, _ in Answer(await engine.healthDocument(at: clock())) }
        api.get("acts") { request, _ in
            let all = request.uri.queryParameters["all"].map { $0 != "false" } ?? false
            return Answer(await engine.actsDocument(all: all, at: clock()))
        }
        api.post("acts") { request, context in try await act(request, context) }
        api.post("acts/:id/undo") { request, context in try await undo(request, context) }
        api.post("reports") { request, _ in try await desk.take(request, isOpen: true) }
        api.post("reload") { _, _ in
            let result = await reload()
            return Answer(result.document, result.ok ? .ok : .unprocessableContent)
        }
        api.post("channels/:name/test") { _, context in
            let name = try context.parameters.require("name")
            return try await test(channel: PathComponent.decode(name) ?? name)
        }
        return router
    }

    private func act(_ request: Request, _ context: ApiContext) async throws -> Answer {
        try await answer(ActRequest(json: body(of: request)), context)
    }

    /// The body may be left out: a comment is all that it can hold.
    private func undo(_ request: Request, _ context: ApiContext) async throws -> Answer {
        let json = try await body(of: request, otherwise: .object([]))
        return try await answer(Self.undoing(context.parameters.require("id"), json), context)
    }

    private static func undoing(_ text: String, _ json: JSON) throws(ActRefusal) -> ActRequest {
        guard let id = Int64(text) else {
            throw ActRefusal(.unknown, "unknown-act", zh: "没有编号为 \(text) 的操作。", en: "there is no act \(text).")
        }
        guard case .object(let members) = json else { throw unreadable }
        let deed = JSON.Member("deed", DeedRequest.undo(id).json)
        return try ActRequest(json: .object(members.filter { $0.name != "deed" } + [deed]))
    }

    private func answer(_ request: ActRequest, _ context: ApiContext) async throws -> Answer {
        guard let peer = await Peer.of(context.channel) else {
            throw ActRefusal(
                .forbidden, "no-credentials", zh: "无法确认是谁在操作：请通过 Unix 套接字连接。",
                en: "it cannot be told who acts: connect through the Unix socket.")
        }
        let document = try await engine.answer(request, author: await peer.account, at: clock())
        return Answer(document, request.isDryRun ? .ok : .created)
    }

    private func body(of request: Request, otherwise empty: JSON? = nil) async throws -> JSON {
        let bytes = try await request.body.collect(upTo: Self.largestBody)
        if let empty, bytes.readableBytes == 0 { return empty }
        guard let json = JSON(parsing: String(buffer: bytes)) else { throw Self.unreadable }
        return json
    }

    private static var unreadable: ActRefusal {
        ActRefusal(.invalid, "bad-request", zh: "请求不是 JSON。", en: "the request is not JSON.")
    }

    private func test(channel: String) async throws -> Answer {
        guard let delivery = await testChannel(channel) else {
            throw await engine.notifications.unknownChannel(channel)
        }
        return Answer(delivery.document(of: channel))
    }
}

extension Delivery {
    fileprivate func document(of channel: String) -> JSON {
        let (receipt, isTemporary, reason): (String?, Bool?, Label?) =
            switch self {
            case .delivered(let receipt): (receipt, nil, nil)
            case .temporary(let reason, _): (nil, true, reason)
            case .permanent(let reason): (nil, false, reason)
            }
        return .object([
            JSON.Member("api_version", .string(StatusDocument.version)), JSON.Member("channel", .string(channel)),
            JSON.Member("delivered", .bool(isDelivered)), JSON.Member("receipt", JSON(receipt)),
            JSON.Member("temporary", JSON(isTemporary)), JSON.Member("reason", reason.map { JSON($0) } ?? .null),
        ])
    }
}
