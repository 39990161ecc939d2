import Foundation
import Testing

@testable import KPICore
@testable import KPINotify

struct MailMessageTests {
    private func message(_ notice: Notice, from name: String = "科协 kpid") throws -> String {
        let from = try #require(MailAddress("kpid@example.org", name: name))
        let to = try #require(MailAddress("li@example.cn"))
        return String(decoding: MailMessage(notice: notice, from: from, to: to).bytes, as: UTF8.self)
    }

    private func header(_ name: String, of message: String) -> String? {
        let head = message.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ")
        return head.components(separatedBy: "\r\n").first { $0.hasPrefix("\(name): ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }

    @Test func aNoticeIsAMail() throws {
        let notice = Samples.notice(in: .zh, channel: "mail", recipient: "li@example.cn")
        #expect(
            try message(notice).replacing("\r\n", with: "\n") == """
                Date: Sat, 10 Jul 2021 09:00:00 +0800
                From: =?utf-8?B?56eR5Y2PIGtwaWQ=?=
                 <kpid@example.org>
                To: li@example.cn
                Subject: =?utf-8?B?44CQ5Lil6YeN44CR5Lu75Z+O5Yy6IMK3IOW8lei/m+enkeaKgOS6uuaJjQ==?=
                Message-ID: <1b099e0df2635a63722c034793cb0188@example.org>
                In-Reply-To: <32163916fae3c89b639326a550d77acd@example.org>
                References: <32163916fae3c89b639326a550d77acd@example.org>
                Auto-Submitted: auto-generated
                Content-Language: zh
                X-Kpid-Key: behind-plan/talent.recruits/370811#1.1@mail/li@example.cn
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                5Lu75Z+O5Yy677ya5byV6L+b56eR5oqA5Lq65omNIDE0LzMwDQoNCueoi+W6pu+8muS4pemHjQ0K
                5Y6f5Zug77ya5p2h5Lu25oiQ56uLDQrlrozmiJDvvJoxNCDkuroNCuW8gOWni++8mjIwMjEtMDct
                MDcgMTc6MzANCuWRiuitpu+8mmJlaGluZC1wbGFuL3RhbGVudC5yZWNydWl0cy8zNzA4MTENCg==

                """)
    }

    @Test func theSameNoticeIsTheSameMailAndAnEpisodeIsAThread() throws {
        func ids(_ notice: Notice) throws -> [String?] {
            let message = try message(notice)
            return ["Message-ID", "References", "In-Reply-To"].map { header($0, of: message) }
        }
        let first = try ids(Samples.notice(sequence: 1))
        #expect(try ids(Samples.notice(sequence: 1)) == first)
        let second = try ids(Samples.notice(.resolved, sequence: 2, until: "2021-07-11T09:00:00+08:00"))
        #expect(first[0] != second[0])
        #expect(first[1] == second[1] && first[1] == first[2])
        #expect(try ids(Samples.notice(episode: 2))[1] != first[1], "another episode is another thread")
        #expect(try ids(Samples.notice(recipient: "x@y.cn"))[0] != first[0])
        #expect(try ids(Samples.notice(.digest))[1] == nil, "a digest answers nothing")
    }

    /// Whatever stands in a header, its lines are short, plain and read back as they were.
    @Test(arguments: [
        "plain", "with =?sneaky?= words", String(repeating: "a", count: 200), "任城区引进科技人才任城区引进科技人才任城区引进科技人才",
        "a\r\nBcc: victim@example.org", " edges ", "👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬", "tab\there",
    ])
    func headersAreSafe(text: String) throws {
        let encoded = MailHeader.text(text)
        for line in encoded.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 76 && line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
        }
        let words = encoded.components(separatedBy: "\r\n ")
        let decoded = try words.map { word in
            guard word.hasPrefix("=?utf-8?B?") else { return word }
            let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            return try #require(String(data: data, encoding: .utf8), "a character is torn")
        }.joined()
        #expect(decoded == String(text.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }))
    }

    @Test func aNameIsQuotedOrEncoded() throws {
        func from(_ name: String) throws -> String? { header("From", of: try message(Samples.notice(), from: name)) }
        #expect(try from("") == "kpid@example.org")
        #expect(try from(#"K. "P" \ID, Inc."#) == #""K. \"P\" \\ID, Inc." <kpid@example.org>"#)
    }

    @Test(arguments: [
        ("2021-07-10T09:00:00+08:00", "Sat, 10 Jul 2021 09:00:00 +0800"),
        ("2021-01-01T00:05:09Z", "Fri, 1 Jan 2021 00:05:09 +0000"),
        ("2021-02-28T23:59:59.5-03:30", "Sun, 28 Feb 2021 23:59:59 -0330"),
    ])
    func theDateIsTheNoticesOwn(stamp: String, date: String) {
        #expect(MailDate.text(Samples.stamp(stamp)) == date)
    }

    @Test func theBodyIsTheTextInShortLines() throws {
        let notice = Samples.notice(message: Label("one\n.\nthree " + String(repeating: "长", count: 3000)))
        let parts = try message(notice).components(separatedBy: "\r\n\r\n")
        #expect(parts.count == 2)
        #expect(parts[1].components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 76 })
        let data = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
        #expect(
            String(decoding: data, as: UTF8.self) == NoticeText(notice).plain.replacing("\n", with: "\r\n") + "\r\n")
    }
}
