internal import Hummingbird
package import KPICore
package import KPIEngine
internal import NIOCore

/// Takes reports that programs send, with the answer that a receipt gives.
package struct ReportDesk: Sendable {
    let engine: Engine
    let clock: @Sendable () -> Instant
    /// The tokens as they are now; nil where there are none.
    let tokens: @Sendable () throws -> ReporterTokens?
    private let gate = RequestGate(width: 4)

    /// Larger files go through the inbox.
    private static let largestFile = 32 << 20

    package init(
        engine: Engine, clock: @escaping @Sendable () -> Instant,
        tokens: @escaping @Sendable () throws -> ReporterTokens?
    ) {
        (self.engine, self.clock, self.tokens) = (engine, clock, tokens)
    }

    /// What is answered to a file: 201 when it brought something new, 200 when all of it was known, 422 when nothing of it
    /// could be taken; each with the receipt. Nothing is answered before it is on the disk.
    ///
    /// - Parameter isOpen: whoever can ask is known to be allowed to; a token still says for which unit.
    func take(_ request: Request, isOpen: Bool) async throws -> Answer {
        let unit = try await reporter(of: request)
        guard unit != nil || isOpen else {
            return Answer(
                ActRefusal(
                    .forbidden, "no-token", zh: "请在Authorization头中给出本单位的令牌：Bearer TOKEN。",
                    en: "give your unit's token in the header Authorization: Bearer TOKEN."), .unauthorized)
        }
        let name = try fileName(of: request)
        guard await gate.enter() else {
            return Answer(
                ActRefusal(.unavailable, "too-many", zh: "同时报送的太多，请稍后再试。", en: "too many at once: try again."),
                .tooManyRequests)
        }
        do {
            let answer = try await take(request, named: unit.map { "units/\($0)/\(name)" } ?? name)
            await gate.leave()
            return answer
        } catch {
            await gate.leave()
            throw error
        }
    }

    private func take(_ request: Request, named name: String) async throws -> Answer {
        let body = try await request.body.collect(upTo: Self.largestFile)
        let file = IncomingFile(name: name, bytes: Array(body.readableBytesView), receivedAt: clock())
        let acceptance = try await engine.accept(file)
        let receipt = JSON(parsing: acceptance.receipt) ?? .null
        return Answer(receipt, acceptance.isRefused ? .unprocessableContent : acceptance.isNew ? .created : .ok)
    }

    /// The id of the unit whose token it is; nil where none was given.
    private func reporter(of request: Request) async throws -> UnitID? {
        guard let header = request.headers[.authorization] else { return nil }
        let words = header.split(separator: " ")
        let name = words.count == 2 && words[0].lowercased() == "bearer" ? try tokens()?.unit(of: words[1]) : nil
        guard let name, let unit = await engine.unit(named: name) else {
            throw ActRefusal(.forbidden, "unknown-token", zh: "令牌无效。", en: "the token is nobody's.")
        }
        return unit
    }

    private func fileName(of request: Request) throws -> String {
        if let name = request.uri.queryParameters["file"].map(String.init) {
            guard !name.isEmpty, name.utf8.count <= 120, !name.hasPrefix("."),
                name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "/" && $0 != "\u{7F}" })
            else {
                throw ActRefusal(
                    .invalid, "bad-file-name", zh: "文件名不能含斜线、不能以点开头，最长120字节。",
                    en: "a file's name has no slash, does not begin with a dot, and is at most 120 bytes long.")
            }
            return name
        }
        let kind = request.headers[.contentType].map { $0.prefix { $0 != ";" }.lowercased() } ?? "text/csv"
        let ending =
            switch kind {
            case "application/json": "json"
            case "application/x-ndjson", "application/jsonl": "ndjson"
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx"
            default: "csv"
            }
        return "report.\(ending)"
    }
}

/// Lets so many requests through at a time, and turns the others away: they would only wait in memory.
private actor RequestGate {
    private var free: Int

    init(width: Int) {
        free = width
    }

    func enter() -> Bool {
        guard free > 0 else { return false }
        free -= 1
        return true
    }

    func leave() { free += 1 }
}
