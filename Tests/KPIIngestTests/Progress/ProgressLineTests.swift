import Glibc
import KPICore
import Testing

@testable import KPIIngest

/// On a terminal of our own.
struct ProgressLineTests {
    /// Some sandboxes have none to give.
    private static let hasTerminals: Bool = {
        var (terminal, program): (Int32, Int32) = (-1, -1)
        guard unsafe openpty(&terminal, &program, nil, nil, nil) == 0 else { return false }
        close(terminal)
        close(program)
        return true
    }()

    private func shown(_ body: (ProgressLine) -> Void) throws -> String {
        var (terminal, program): (Int32, Int32) = (-1, -1)
        try #require(unsafe openpty(&terminal, &program, nil, nil, nil) == 0)
        defer {
            close(terminal)
            close(program)
        }
        body(try #require(ProgressLine(on: program, in: .en)))
        _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(terminal, $0.baseAddress, $0.count) }
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private func progress(_ done: Int, of size: Int) -> IntakeProgress {
        IntakeProgress(file: "visits.csv", stage: .reading, done: done, size: size)
    }

    @Test(.enabled(if: hasTerminals, "no terminal can be had here"))
    func aLargeFileIsShownAndTheLineTakenAway() throws {
        let size = 8 << 20
        let half = progress(size / 2, of: size).line(in: .en)
        let text = try shown { line in
            line.show(progress(size / 2, of: size))
            line.show(progress(size / 2 + 1, of: size))  // says the same
            line.show(progress(size, of: size))
        }
        #expect(text == "\r\u{1B}[2K\(half)\r\u{1B}[2K")
    }

    @Test(.enabled(if: hasTerminals, "no terminal can be had here"))
    func aSmallFileIsNot() throws {
        #expect(try shown { $0.show(progress(1, of: 1000)) }.isEmpty)
    }

    @Test func nothingIsShownWhereNobodyLooks() throws {
        var ends: [Int32] = [-1, -1]
        try #require(unsafe pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        #expect(ProgressLine(on: ends[1], in: .en) == nil)
    }
}
