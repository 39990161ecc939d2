import KPICore

/// The rows of one file that may be taken, without copies and without those that contradict each other.
struct DistinctRows<Identity: Hashable, Row> {
    private var rows: [Row] = []
    private var lines: [Int] = []
    /// By the hash of what a row is about: a million identities would weigh more than the rows.
    private var places: [Int: Int] = [:]
    /// Places of rows that another row of the file contradicts.
    private var contradicted: Set<Int> = []
    private let identity: (Row) -> Identity
    private let agree: (Row, Row) -> Bool
    private let subject: (Row) -> Finding.Subject?

    /// `identity` says what a row is about, `agree` whether two rows about the same thing say the same of it, `subject`
    /// what is in doubt when they do not.
    init(
        identity: @escaping (Row) -> Identity, agree: @escaping (Row, Row) -> Bool,
        subject: @escaping (Row) -> Finding.Subject? = { _ in nil }
    ) {
        self.identity = identity
        self.agree = agree
        self.subject = subject
    }

    mutating func add(_ row: Row, line: Int, _ findings: inout FindingList) {
        let own = identity(row)
        var hash = own.hashValue
        while let place = places[hash] {
            if identity(rows[place]) == own { return compare(row, line: line, with: place, &findings) }
            hash &+= 1
        }
        places[hash] = rows.count
        rows.append(row)
        lines.append(line)
    }

    private mutating func compare(_ row: Row, line: Int, with place: Int, _ findings: inout FindingList) {
        if agree(row, rows[place]) {
            findings.add(.copy(of: lines[place]), line: line)
            return
        }
        if contradicted.insert(place).inserted {
            findings.add(.conflict(with: line), line: lines[place], subject: subject(rows[place]))
            findings.refuseLater(1)
        }
        findings.add(.conflict(with: lines[place]), line: line, subject: subject(row))
        findings.refuseLater(1)
    }

    /// With those that contradict each other.
    var all: [Row] { rows }

    var taken: [Row] {
        guard !contradicted.isEmpty else { return rows }
        return rows.enumerated().filter { !contradicted.contains($0.offset) }.map(\.element)
    }
}

extension Remark {
    static func copy(of line: Int) -> Remark {
        .note(.duplicateExact, zh: "与第\(line)行相同，只计一次。", en: "the same as line \(line); it counts once.")
    }

    static func conflict(with line: Int) -> Remark {
        .reject(
            .duplicateConflict, zh: "与第\(line)行是同一事项而内容不同，两行均未采用：请只保留正确的一行。",
            en: "the same thing as line \(line) with other values; neither was taken: keep the right one only.")
    }
}
