internal import Hummingbird
internal import KPICore
internal import Logging
internal import NIOCore

/// Every error is answered with a document of the same shape.
struct ErrorAnswers: RouterMiddleware {
    func handle(
        _ request: Request, context: ApiContext, next: @concurrent (Request, ApiContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as ActRefusal {
            return Answer(refusal).response
        } catch is NIOTooManyBytesError {
            return Self.answer(
                .contentTooLarge, "too-large", zh: "请求超过 64 kB。", en: "the request is larger than 64 kB.")
        } catch let error as any HTTPResponseError where error.status == .notFound {
            return Self.answer(
                .notFound, "no-such-path", zh: "没有 \(request.method) \(request.uri.path)。",
                en: "there is no \(request.method) \(request.uri.path).")
        } catch let error as any HTTPResponseError {
            let words = "\(error)"
            return Self.answer(error.status, "bad-request", zh: words, en: words)
        } catch {
            context.logger.error("\(request.method) \(request.uri.path): \(error)")
            return Self.answer(.internalServerError, "failed", zh: "\(error)", en: "\(error)")
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ id: String, zh: String, en: String) -> Response {
        Answer(ActRefusal(.invalid, id, zh: zh, en: en), status).response
    }
}
