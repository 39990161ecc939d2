import CEL
import Diagnostics
import Testing
import YAML

@testable import KPIConfiguration

struct ShapeTests {
    /// Reads one value, with the ids of what was wrong.
    private func read<Value>(_ yaml: String, _ shape: Shape<Value>) -> (value: Value?, ids: [String]) {
        let collector = DiagnosticCollector()
        let whole = Shape<Value>.mapping { $0.required("k", shape) }
        let value = whole.read(YAMLReader.read(SourceText(name: "a", text: "k: \(yaml)\n")), into: collector)
        return (value, collector.diagnostics.map(\.id.name))
    }

    private func value<Value>(_ yaml: String, _ shape: Shape<Value>) -> Value? {
        let (value, ids) = read(yaml, shape)
        #expect((value == nil) == !ids.isEmpty, "a value or a mistake, not both and not neither: \(yaml)")
        return value
    }

    @Test(arguments: [
        ("0", 0), ("-5", -5), ("+7", 7), ("007", 7), ("9223372036854775807", Int.max), ("9223372036854775808", nil),
        ("1.0", nil), ("1_000", nil), ("1,000", nil), ("0x10", nil), ("0o17", nil), ("'5'", nil), ("--5", nil),
        ("１２", nil), ("", nil), ("-", nil),
    ])
    func integers(yaml: String, expected: Int?) {
        #expect(value(yaml, .integer) == expected)
    }

    @Test(arguments: [
        ("0", 0), ("-5.25", -5.25), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-2", 0.01), ("1e999", nil),
        (".inf", nil), (".nan", nil), ("nan", nil), ("inf", nil), ("0x1p3", nil), ("80%", nil), ("1e", nil),
        (".", nil), ("1 000", nil), ("130人", nil),
    ])
    func numbers(yaml: String, expected: Double?) {
        #expect(value(yaml, .number) == expected)
    }

    @Test(arguments: [
        ("0.8", 0.8), ("80%", 0.8), ("7%", 0.07), ("12.5 %", 0.125), ("100%", 1), ("1", 1), ("80", nil), ("120%", nil),
        ("-1%", nil), ("%", nil),
    ])
    func shares(yaml: String, expected: Double?) {
        #expect(value(yaml, .share) == expected)
    }

    @Test func percentagesAndNumbersAreToldApart() {
        #expect(value("120%", .figure) == Figure(1.2, isPercent: true))
        #expect(value("1.2", .figure) == Figure(1.2))
    }

    @Test(arguments: [
        ("true", true), ("false", false), ("yes", nil), ("no", nil), ("True", nil), ("on", nil), ("1", nil),
        ("'true'", nil), ("是", nil),
    ])
    func booleans(yaml: String, expected: Bool?) {
        #expect(value(yaml, .boolean) == expected)
    }

    @Test func datesExist() {
        #expect(value("2021-12-31", .date) == CivilDate(year: 2021, month: 12, day: 31))
        #expect(value("2024-02-29", .date) == CivilDate(year: 2024, month: 2, day: 29))
        for wrong in ["2021-02-29", "2021-13-01", "2021-1-5", "2021/01/05", "20210105", "2021-12-31x", "'2021-12-31'"] {
            #expect(value(wrong, .date) == nil)
        }
    }

    @Test func timesOfDay() {
        #expect(value("17:30", .timeOfDay) == TimeOfDay(hour: 17, minute: 30))
        #expect(value("24:00", .timeOfDay)?.minutesSinceMidnight == 1440)
        for wrong in ["24:01", "9:00", "17:60", "17:30:00", "1730"] { #expect(value(wrong, .timeOfDay) == nil) }
    }

    @Test(arguments: [
        ("2021-10-15T09:00:00+08:00", 1_634_259_600), ("2021-10-15T01:00:00Z", 1_634_259_600),
        ("2021-10-15 09:00+08:00", 1_634_259_600), ("2021-10-14T20:30:00-04:30", 1_634_259_600),
        ("2021-10-15T09:00:00", nil), ("2021-10-15", nil), ("2021-02-30T09:00:00Z", nil),
        ("2021-10-15T25:00:00Z", nil), ("2021-10-15T09:00:00+25:00", nil),
    ])
    func instants(yaml: String, expected: Int64?) {
        #expect(value(yaml, .instant) == expected)
    }

    @Test(arguments: [
        ("90s", 90), ("15m", 900), ("2h", 7200), ("3d", 259_200), ("1h30m", 5400), ("0s", 0), ("90", nil),
        ("1.5h", nil),
        ("30m1h", nil), ("s", nil), ("-5m", nil), ("999999999999999d", nil), ("99999999999999999999s", nil),
    ])
    func durations(yaml: String, expected: Int?) {
        #expect(value(yaml, .duration) == expected.map { .seconds($0) })
    }

    @Test func quantities() {
        let shape = Shape<Quantity<Int>>.quantity(["period": 1, "periods": 1, "working days": 2])
        #expect(value("2 periods", shape) == Quantity(2, 1))
        #expect(value("5 working days", shape) == Quantity(5, 2))
        #expect(read("5 workng days", shape).ids == ["unknown-word"])
        #expect(read("5", shape).ids == ["wrong-type"])
        #expect(read("five periods", shape).ids == ["wrong-type"])
    }

    @Test func textsAndIdentifiers() {
        #expect(value("no", .text) == "no")
        #expect(value("2021", .text) == "2021")
        #expect(read("''", .text).ids == ["bad-value"])
        #expect(read("", .text).ids == ["missing-value"])
        #expect(value("talent.recruits", .identifier) == "talent.recruits")
        #expect(value("'370811'", .identifier) == "370811")
        for wrong in ["任城区", ".a", "a b", String(repeating: "a", count: 65)] {
            #expect(read(wrong, .identifier).ids == ["bad-value"])
        }
    }

    @Test func oneTextIsBothLanguages() {
        #expect(value("任城区", .bilingual(.text)) == Bilingual(zh: "任城区", en: "任城区"))
        #expect(value("{zh: 任城区, en: Rencheng}", .bilingual(.text)) == Bilingual(zh: "任城区", en: "Rencheng"))
        #expect(read("{zh: 任城区}", .bilingual(.text)).ids == ["missing-key"])
    }

    @Test func listsGoOnAfterAMistake() {
        let (numbers, ids) = read("[1, x, 3, y]", .list(of: .integer))
        #expect(numbers == [1, 3] && ids == ["wrong-type", "wrong-type"])
        #expect(read("1", .list(of: .integer)).ids == ["wrong-type"])
        #expect(value("1", .oneOrMore(of: .integer)) == [1])
        #expect(read("x", .oneOrMore(of: .integer)).ids == ["wrong-type"])
    }

    @Test func mappingsKeepTheOrderOfTheFile() {
        let pairs = value("{TBH: 5, '370811': 14}", .mapping(from: .identifier, to: .integer))
        #expect(pairs?.map(\.key) == ["TBH", "370811"] && pairs?.map(\.value) == [5, 14])
    }

    @Test(arguments: [
        ("a > 1  # 每月", 0), ("a > 1 #1", 1), ("a == \"区 # 1\"", 1), ("f(a # x", 1), ("a && # x", 1), ("'a #1'", 0),
        ("a  ## x", 0), ("size(\"a\\\"b\")  # x", 0),
    ])
    func anExpressionThatAHashCutIsToldOf(yaml: String, warnings: Int) {
        let (excerpt, ids) = read(yaml, .expression)
        #expect(excerpt != nil && ids == Array(repeating: "cut-expression", count: warnings))
    }

    @Test func whatWasToldOnceIsNotToldAgain() {
        #expect(read("*a", .integer).ids == ["yaml-alias"])
        #expect(read("> 5", .expression).ids == ["unquoted-value"])
    }

    @Test func anEmptyFileIsToldOnce() {
        let collector = DiagnosticCollector()
        let shape = Shape<Int>.mapping { $0.required("k", .integer) }
        #expect(shape.read(YAMLReader.read(SourceText(name: "a", text: "# 空\n")), into: collector) == nil)
        #expect(collector.diagnostics.map(\.id.name) == ["empty-file"])
    }

    @Test func whatIsLeftEmptyIsLeftOut() {
        let collector = DiagnosticCollector()
        let shape = Shape<Int>.mapping { reader in
            #expect(reader.has("a") && reader.optional("a", .integer, default: 7) == 7)
            #expect(reader.optional("b", .integer) == nil)
            return reader.required("c", .integer)
        }
        #expect(shape.read(YAMLReader.read(SourceText(name: "a", text: "a:\nc: 1\n")), into: collector) == 1)
        #expect(collector.diagnostics.isEmpty)
    }
}
