import Testing

@testable import KPIIngest

struct TextDecodingTests {
    private static let gbk: [UInt8] = [0xC8, 0xCE, 0xB3, 0xC7, 0xC7, 0xF8]  // 任城区

    @Test(arguments: [
        (Array("任城区".utf8), TextEncoding.utf8), ([0xEF, 0xBB, 0xBF] + Array("任城区".utf8), .utf8), (gbk, .gb18030),
        ([0xFF, 0xFE, 0xFB, 0x4E, 0xCE, 0x57, 0x3A, 0x53], .utf16LittleEndian),
        ([0xFE, 0xFF, 0x4E, 0xFB, 0x57, 0xCE, 0x53, 0x3A], .utf16BigEndian),
    ])
    func encodingsAreToldApart(bytes: [UInt8], encoding: TextEncoding) throws {
        let text = try TextDecoding.decode(bytes)
        #expect(String(decoding: text.bytes, as: UTF8.self) == "任城区")
        #expect(text.encoding == encoding)
    }

    @Test func damageIsNotTakenForAnotherEncoding() {
        let bytes = Array("任城区,兖州区\n曲阜市,邹城市\n".utf8)
        var damaged = bytes
        damaged[bytes.count - 3] = 0xFF
        #expect(throws: TextDecoding.Flaw.damagedUTF8(line: 2)) { try TextDecoding.decode(damaged) }
    }

    @Test func whatIsNoTextIsRefused() {
        #expect(throws: TextDecoding.Flaw.nul(line: 2)) { try TextDecoding.decode(Array("a\nb\0".utf8)) }
        #expect(throws: TextDecoding.Flaw.notText(kind: "XLSX")) {
            try TextDecoding.decode([0x50, 0x4B, 0x03, 0x04, 0])
        }
        #expect(throws: TextDecoding.Flaw.unknownEncoding(line: 2)) {
            try TextDecoding.decode([0x61, 0x0A] + Self.gbk + [0xFF, 0xFF])
        }
        #expect(throws: TextDecoding.Flaw.unknownEncoding(line: 1)) { try TextDecoding.decode([0xFF, 0xFE, 0x61]) }
    }

    @Test func aFingerprintIsTheStandards() {
        #expect(Digest.sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest.sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
