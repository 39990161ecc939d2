import Testing

@testable import KPICore

struct JSONTests {
    @Test func unknownIsNullAndNeverZero() {
        #expect(JSON(Double?.none) == .null && JSON(Int?.none) == .null && JSON(String?.none) == .null)
        #expect(JSON(Bool?.none) == .null && JSON(0.0).compact == "0" && JSON(false).compact == "false")
        #expect(JSON(Double.nan).compact == "null" && JSON(Double.infinity).compact == "null")
    }

    @Test func membersKeepTheirOrder() {
        let json = JSON.object([
            .init("b", .number(1)), .init("a", .array([.null, .bool(true)])), .init("c", .object([])),
        ])
        #expect(json.compact == "{\"b\":1,\"a\":[null,true],\"c\":{}}")
        #expect(json.pretty == "{\n  \"b\": 1,\n  \"a\": [\n    null,\n    true\n  ],\n  \"c\": {}\n}\n")
    }

    @Test(
        arguments: [
            ("\"", "\\\""), ("\\", "\\\\"), ("\n\r\t", "\\n\\r\\t"), ("\u{0}\u{1F}", "\\u0000\\u001f"),
            ("济宁😀/", "济宁😀/"),
            ("e\u{301}", "e\u{301}"),
        ] as [(String, String)])
    func textIsEscapedWhereItMustBe(text: String, expected: String) {
        #expect(JSON.string(text).compact == "\"\(expected)\"")
        #expect(JSON.object([.init(text, .null)]).compact == "{\"\(expected)\":null}")
    }

    @Test(
        arguments: [
            (0.1, "0.1"), (62, "62"), (-1.25, "-1.25"), (1.0 / 3, "0.3333333333333333"), (1e21, "1e+21"), (-0.0, "0"),
            (123_456_789_012, "123456789012"), (2.5e-10, "2.5e-10"),
        ] as [(Double, String)])
    func numbersReadBackAsThemselves(number: Double, text: String) {
        #expect(JSON(number).compact == text && Double(text) == number)
    }

    @Test(
        arguments: [
            (0.5, 0, "1"), (-0.5, 0, "-1"), (1.005, 1, "1"), (0.476923, 3, "0.477"), (62, 2, "62"), (-1.25, 1, "-1.3"),
            (0.05, 1, "0.1"), (-0.04, 1, "0"), (99.96, 1, "100"), (1e20, 2, "1e+20"), (0.001, 2, "0"),
        ] as [(Double, Int, String)])
    func roundedHalfAwayFromZero(number: Double, digits: Int, text: String) {
        #expect(Decimal.text(number, digits: digits) == text)
    }
}
