import Testing

@testable import CEL

/// The functions at their edges, one line per rule of their definition; checked and unchecked alike.
struct LibraryTests {
    private func check(_ source: String, _ wanted: String) {
        var unchecked = Options.standard
        unchecked.checksTypes = false
        #expect(Evaluating.text(source) == wanted)
        #expect(Evaluating.text(source, options: unchecked) == wanted, "unchecked")
    }

    @Test(arguments: [
        ("'©αT😀'.size()", "4"), ("'©αT😀'.charAt(3)", #""😀""#), ("'abc'.charAt(3)", #""""#),
        ("'abc'.charAt(4)", "error: index out of range: 4"), ("'abc'.charAt(-1)", "error: index out of range: -1"),
        ("'😀😁😑😦'.substring(1, 3)", #""😁😑""#), ("'abc'.substring(3)", #""""#),
        ("'abc'.substring(2, 1)", "error: invalid substring range: 2 to 1"), ("'ta©o©αT'.indexOf('©', 3)", "4"),
        ("'abc'.indexOf('', 3)", "3"), ("'abc'.indexOf('', 4)", "error: index out of range: 4"),
        ("'abc'.lastIndexOf('')", "3"), ("'tacocat'.lastIndexOf('a', 4)", "1"),
        ("'tacocat'.lastIndexOf('cat', 3)", "-1"), ("''.split('')", "[]"), ("''.split(',')", #"[""]"#),
        ("'abc'.split('', 2)", #"["a", "bc"]"#), ("'a,b,c'.split(',', 0)", "[]"),
        ("'a,b,c'.split(',', -1).size()", "3"), ("[].join(',')", #""""#), ("'😀'.replace('', '_')", #""_😀_""#),
        ("'aaaa'.replace('aa', 'b')", #""bb""#), ("'abc'.replace('b', '', -1)", #""ac""#),
        ("'Àb'.upperAscii()", #""ÀB""#), (#"'e\u0301'.reverse() == '\u0301e'"#, "true"),
        (#"'\u3000\u0085 a \u2028'.trim()"#, #""a""#), (#"'\u200ba\ufeff'.trim().size()"#, "3"),
        (#"strings.quote('a"\\\n\a') == '"a\\"\\\\\\n\\a"'"#, "true"), (#"size('\u0000')"#, "1"),
    ])
    func strings(source: String, wanted: String) { check(source, wanted) }

    @Test(arguments: [
        ("'%%%d'.format([5])", #""%5""#), ("'%.0f'.format([2.5])", #""2""#), ("'%f'.format([1])", #""1.000000""#),
        ("'%.3e'.format([0.0])", #""0.000e+00""#), ("'%e'.format([double('-Infinity')])", #""-Infinity""#),
        ("'%x %X'.format([-255, 255u])", #""-ff FF""#), ("'%x'.format(['hi'])", #""6869""#),
        (#"'%X'.format([b'\xab'])"#, #""AB""#), ("'%o %b'.format([-8, -5])", #""-10 -101""#),
        ("'%b'.format([true])", #""1""#), ("'%s'.format([[1, 2.5, 'a', null, 3u]])", #""[1, 2.5, a, null, 3]""#),
        ("'%s'.format([{10: 1, 2: 'x'}])", #""{10: 1, 2: x}""#), ("'%s'.format([int])", #""int""#),
        ("'%s'.format([duration('1h1.5s')])", #""3601.5s""#), ("'%d'.format([double('NaN')])", #""NaN""#),
        ("'%d %d'.format([1])", "error: no value for formatting clause 2"),
        ("'%'.format([1])", "error: a formatting clause ends with '%'"),
        ("'%5d'.format([1])", "error: unknown formatting clause '%5'"),
        ("'%县'.format([1])", "error: unknown formatting clause '%县'"),
        ("'%d'.format([1.5])", "error: only integers can be formatted as decimal, and this is double"),
    ])
    func formats(source: String, wanted: String) { check(source, wanted) }

    @Test(arguments: [
        ("math.greatest(1, 1.0)", "1"), ("math.least(5.4, 10, 3u, -5.0)", "-5.0"),
        ("math.greatest([1, 2.5, 3u])", "3u"), ("math.greatest([])", "error: math.greatest of an empty list"),
        ("math.round(0.5)", "1.0"), ("math.round(-0.5)", "-1.0"), ("math.trunc(-1.9)", "-1.0"),
        ("math.abs(-9223372036854775808)", "error: overflow"), ("math.sign(-0.0)", "0.0"), ("math.sign(3u)", "1u"),
        ("math.sqrt(81)", "9.0"), ("math.isNaN(math.sqrt(-1.0))", "true"), ("math.isFinite(1.0 / 0.0)", "false"),
        ("math.bitNot(0u)", "18446744073709551615u"), ("math.bitXor(-3, 5)", "-8"),
        ("math.bitShiftLeft(1, 63)", "-9223372036854775808"), ("math.bitShiftLeft(1, 64)", "0"),
        ("math.bitShiftRight(-1024, 3)", "2305843009213693824"),
        ("math.bitShiftLeft(1, -1)", "error: negative offset: -1"),
        ("base64.decode('aGVsbG8')", #"b"hello""#), ("base64.decode('a=b')", "error: the text is not base64"),
        ("base64.encode(b'')", #""""#),
    ])
    func mathAndEncoders(source: String, wanted: String) { check(source, wanted) }

    @Test(arguments: [
        ("optional.ofNonZeroValue(timestamp(0))", "optional.none()"),
        ("optional.ofNonZeroValue(duration('0s'))", "optional.none()"),
        ("optional.ofNonZeroValue(-0.0)", "optional.none()"), ("optional.ofNonZeroValue(null)", "optional.none()"),
        ("optional.none().optMap(v, 1 / 0)", "optional.none()"),
        ("optional.of(1).optFlatMap(v, optional.of(v + 1))", "optional.of(2)"),
        ("{'a': {'b': 1}}.?a[?'b'].value()", "1"), ("{'a': {'b': 1}}.?a.c.orValue(2)", "2"),
        ("{'a': dyn(1)}.?a.?b", "error: no such key: 'b' (int has no fields)"), ("[1, 2][?-1].orValue(0)", "0"),
        ("{?'a': optional.none(), 'b': 1}", #"{"b": 1}"#), ("optional.of(dyn(1)) == optional.of(1.0)", "true"),
        ("{'a': 1, ?'a': optional.of(2)}", #"error: the key "a" stands twice"#),
        ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"), ("[].first().hasValue()", "false"),
    ])
    func optionals(source: String, wanted: String) { check(source, wanted) }

    @Test(arguments: [
        ("uint('+5')", #"error: "+5" cannot be read as uint"#), ("uint('-0')", #"error: "-0" cannot be read as uint"#),
        ("int('-9223372036854775808')", "-9223372036854775808"), ("uint(-0.5)", "error: out of range"),
        ("uint(18446744073709551615.0)", "error: out of range"), ("int(double('NaN'))", "error: out of range"),
        ("string(-1.5e-10)", #""-1.5e-10""#), ("bool('TrUe')", #"error: "TrUe" cannot be read as bool"#),
        ("timestamp('9999-12-31T23:59:59.999999999Z') + duration('1ns')", "error: out of range"),
        ("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", "error: out of range"),
        ("timestamp(-62135596801)", "error: out of range"), ("int(timestamp('1969-12-31T23:59:59.5Z'))", "-1"),
        ("timestamp('2009-02-13T23:31:30Z').getMinutes('Asia/Kathmandu')", "16"),
        ("timestamp('2009-02-13T23:31:30Z').getDayOfYear('-23:59')", "42"),
        ("timestamp('2009-02-13T23:31:30Z').getHours('2:00')", #"error: unknown time zone "2:00""#),
        ("duration('-3730.321s').getMilliseconds()", "-321"), ("duration('3730s').getMinutes()", "62"),
        ("duration('9223372036.854775807s') + duration('1ns')", "error: out of range"),
        ("duration('1h-30m')", #"error: "1h-30m" cannot be read as duration"#),
        ("string(duration('-1ns'))", #""-0.000000001s""#), ("duration('.5s') < duration('1us')", "false"),
        ("dyn(9223372036854775807) == 9223372036854775808.0", "true"), ("dyn(1) < double('NaN')", "false"),
        ("{1: 'a'} == dyn({1u: 'a'})", "true"), ("dyn(1.0) in {1: 2}", "true"),
    ])
    func conversionsAndTimes(source: String, wanted: String) { check(source, wanted) }

    @Test(arguments: [
        ("[1].exists(i, [2].exists(i, i == 2) && i == 1)", "true"),
        ("cel.bind(a, 1, cel.bind(a, a + 1, a * 10))", "20"),
        ("[[1, 2], [3]].map(x, x.map(y, y + 1))", "[[2, 3], [4]]"),
        ("{'a': 1, 'b': 2}.transformList(k, v, v > 1, k)", #"["b"]"#),
        ("[1, 2].transformMap(i, v, i > 0, v)", "{1: 2}"),
        ("{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k})", "error: the key 1 stands twice"),
        ("[1, 2].existsOne(i, v, v > 1)", "true"), ("{'a': 1}.all(k, v, k == 'a' && v == 1)", "true"),
    ])
    func macros(source: String, wanted: String) { check(source, wanted) }
}
