import Testing

@testable import KPICore

/// What is asked for over the socket is read as it was written, or refused.
struct ActRequestTests {
    @Test func aRequestIsTheSameAfterwards() throws {
        let span = ActSpan(from: "2021-10-01", until: nil, for: "3d")
        let deeds: [DeedRequest] = [
            .acknowledge(alert: "late", isSticky: true, ActSpan(until: "2021-12-31")), .silence(["unit=north"], span),
            .maintain(unit: "north", span), .undo(7),
        ]
        for deed in deeds {
            let request = ActRequest(deed, comment: "why", isDryRun: true)
            let json = try #require(JSON(parsing: request.json.compact))
            #expect(try ActRequest(json: json) == request)
        }
    }

    @Test(arguments: [
        "{}", #"{"deed":{"name":"wave"}}"#, #"{"deed":{"name":"undo"}}"#, #"{"deed":{"name":"silence"}}"#,
        #"{"deed":{"name":"silence","matchers":["unit=a",1]}}"#, #"{"deed":{"name":"undo","act":1},"comment":1}"#,
        #"{"deed":{"name":"undo","act":1},"dry_run":"yes"}"#, #"{"deed":{"name":"maintain","unit":"a","for":3}}"#,
        #"{"deed":{"name":"acknowledge","alert":"a","sticky":"yes"}}"#,
    ])
    func whatIsNoRequestIsRefused(text: String) throws {
        let json = try #require(JSON(parsing: text))
        #expect(throws: ActRefusal.self) { try ActRequest(json: json) }
    }
}
