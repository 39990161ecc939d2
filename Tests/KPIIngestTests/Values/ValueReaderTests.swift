import KPICore
import Testing

@testable import KPIIngest

struct ValueReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let lower: Double?
        let upper: Double?
        let codes: [FindingCode]

        init(_ text: String, _ lower: Double?, _ upper: Double?, _ codes: FindingCode...) {
            (self.text, self.lower, self.upper, self.codes) = (text, lower, upper, codes)
        }

        init(_ text: String, _ exact: Double, _ codes: FindingCode...) {
            (self.text, lower, upper, self.codes) = (text, exact, exact, codes)
        }

        var testDescription: String { text }
    }

    @Test(arguments: [
        Case("0", 0), Case("12", 12), Case("0.7692", 0.7692), Case("1.0000", 1), Case(" 7 ", 7), Case("-3", -3),
        Case("+5", 5), Case("−3", -3), Case("负三", -3, .numeral), Case(".5", 0.5),
        Case("130余", 130, 139, .approximate), Case("130多", 130, 139, .approximate),
        Case("130+", 130, 139, .approximate), Case("20余", 20, 29, .approximate),
        Case("70多", 70, 79, .approximate), Case("10余", 10, 19, .approximate),
        Case("1000余", 1000, 1999, .approximate), Case("1200余", 1200, 1299, .approximate),
        Case("十余", 10, 19, .numeral, .approximate), Case("一百三十余", 130, 139, .numeral, .approximate),
        Case("百余", 100, 199, .approximate), Case("数十", 20, 99, .approximate),
        Case("数百", 200, 999, .approximate), Case("近200", nil, 200, .approximate),
        Case("不到200", nil, 200, .approximate), Case("超200", 200, nil, .approximate),
        Case("上千", 1000, nil, .approximate), Case("200以上", 200, nil, .approximate),
        Case("约50", 50, 50, .approximate), Case("50左右", 50, 50, .approximate),
        Case("约130余", 130, 139, .approximate), Case("1.2万", 12_000, .tenThousands),
        Case("1.2万余", 12_000, 12_999, .tenThousands, .approximate),
        Case("10余万", 100_000, 199_999, .tenThousands, .approximate), Case("3百", 300, .tenThousands),
        Case("2亿", 200_000_000, .tenThousands), Case("七成", 0.7, .numeral, .percent),
        Case("七成五", 0.75, .numeral, .percent), Case("7成", 0.7, .percent),
        Case("七成多", 0.7, 0.79, .numeral, .percent, .approximate),
        Case("百分之七十七", 0.77, .percent, .numeral), Case("百分之七十七点五", 0.775, .percent, .numeral),
        Case("77%", 0.77, .percent), Case("64.3％", 0.643, .fullWidth, .percent), Case("5‰", 0.005, .percent),
        Case("70余%", 0.7, 0.79, .percent, .approximate), Case("１", 1, .fullWidth),
        Case("１３０余", 130, 139, .fullWidth, .approximate), Case("1,234", 1234, .thousands),
        Case("1，234", 1234, .fullWidth, .thousands), Case("12,345,678.9", 12_345_678.9, .thousands),
        Case("1 234", 1234, .thousands), Case("1.2E+04", 12_000, .scientific), Case("十二", 12, .numeral),
        Case("三万五千", 35_000, .numeral), Case("130人", 130, .unitInValue),
        Case("130余人", 130, 139, .unitInValue, .approximate),
    ])
    func reads(_ given: Case) {
        guard case .value(let reading) = ValueReader.read(given.text, measureUnit: "人") else {
            Issue.record("'\(given.text)' was not read")
            return
        }
        let isNear = { (a: Double?, b: Double?) in
            if let a, let b { abs(a - b) <= 1e-12 * max(1, abs(b)) } else { a == nil && b == nil }
        }
        #expect(isNear(reading.quantity.lower, given.lower))
        #expect(isNear(reading.quantity.upper, given.upper))
        #expect(reading.remarks.map(\.code) == given.codes)
        #expect(reading.remarks.allSatisfy { $0.action < .reject })
    }

    @Test(arguments: [
        "三十几", "几十", "abc", "nan", "NaN", "inf", "-inf", "Infinity", "0x10", "1e999", "1.2.3", "1,23", "12,34", "5.",
        "1-2", "3/4", "若干", "百", "近130余", "数十余", "近数十", "约-3", "1.5余", "三三", "十百", "130余余", "% ", "万",
        "2021-09", "百人", "1百人x", "∞", "١٢", "一半",
    ])
    func refusesWhatIsNoNumber(_ text: String) {
        #expect(refusal(text) == .valueNotANumber)
    }

    @Test(arguments: ["=1+1", "=SUM(A1)", "@x", "+1+1", "-2+3", "+A1", "＝1"])
    func refusesFormulas(_ text: String) {
        #expect(refusal(text) == .formula)
    }

    @Test(arguments: ["1e200", "99999999999999999999", "9999万亿"])
    func refusesWhatNoFigureCanBe(_ text: String) {
        #expect(refusal(text) == .valueRange)
    }

    @Test(arguments: ["", " ", "\u{3000}", "-", "—", "/", "无", "\u{FEFF}"])
    func nothingIsNotZero(_ text: String) {
        #expect(ValueReader.read(text) == .empty)
    }

    @Test func aRoundingKnowsItsStep() {
        let steps = ["0.7692", "12", "1.2万", "77%", "七成"].map { text -> Double in
            guard case .value(let reading) = ValueReader.read(text) else { return -1 }
            return reading.step
        }
        for (step, expected) in zip(steps, [0.0001, 1, 1000, 0.01, 0.1]) { #expect(abs(step - expected) < 1e-12) }
    }

    private func refusal(_ text: String) -> FindingCode? {
        guard case .refused(let remark) = ValueReader.read(text, measureUnit: "人") else { return nil }
        return remark.code
    }
}
