internal import Hummingbird
internal import KPICore
internal import NIOCore

/// A JSON document with its status.
struct Answer: ResponseGenerator {
    let status: HTTPResponse.Status
    let document: JSON

    init(_ document: JSON, _ status: HTTPResponse.Status = .ok) {
        (self.document, self.status) = (document, status)
    }

    /// What went wrong, in the words that programs and people need.
    init(_ refusal: ActRefusal, _ status: HTTPResponse.Status? = nil) {
        self.init(
            .object([
                JSON.Member("api_version", .string(StatusDocument.version)), JSON.Member("error", refusal.json),
            ]), status ?? refusal.kind.status)
    }

    var response: Response {
        Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: document.pretty)))
    }

    func response(from request: Request, context: some RequestContext) -> Response { response }
}

extension ActRefusal.Kind {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .unknown: .notFound
        case .ambiguous: .conflict
        case .invalid: .unprocessableContent
        case .forbidden: .forbidden
        case .unavailable: .serviceUnavailable
        }
    }
}
