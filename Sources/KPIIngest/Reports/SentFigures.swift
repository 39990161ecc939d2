import KPICore

/// The figures of one file, without the words beside them: what is needed to hold them against each other and against
/// what was reported before. There may be millions of them.
struct SentFigures {
    /// Of a figure, beside its numbers.
    private struct Row {
        let line: Int32
        /// Its number among all that were looked at; see ``FigureReader``.
        let number: Int32
        let subject: Int32
        let basis: Observation.Basis
        /// A note says why it is as it is.
        let isExplained: Bool
    }

    private(set) var readings = PackedReadings()
    private var rows: [Row] = []
    private var subjects: [ReportBatch.Subject] = []
    private var places: [ReportBatch.Subject: Int32] = [:]
    private var last: Int32?
    /// By what they are about; see ``settle(_:)``.
    private(set) var order: [Int32] = []
    /// Whether another row of the file, further up, is about the very same: then that one stands for both.
    private var isLater: [Bool] = []
    /// Those that a later one contradicts.
    private var contradicted: Set<Int> = []

    var count: Int { rows.count }

    mutating func add(_ observation: Observation, number: Int) {
        rows.append(
            Row(
                line: Int32(observation.origin.line), number: Int32(number), subject: subject(observation.key),
                basis: observation.basis, isExplained: observation.isExplained))
        readings.append(
            Reading(observation), on: observation.key.period, part: observation.key.disaggregation)
    }

    private mutating func subject(_ key: Observation.Key) -> Int32 {
        if let last, case let subject = subjects[Int(last)], subject.unit == key.unit, subject.target == key.target {
            return last
        }
        let subject = ReportBatch.Subject(target: key.target, unit: key.unit)
        let place = places[subject] ?? Int32(subjects.count)
        if place == subjects.count {
            places[subject] = place
            subjects.append(subject)
        }
        last = place
        return place
    }

    // MARK: What a figure says

    func line(_ place: Int) -> Int { Int(rows[place].line) }
    func isExplained(_ place: Int) -> Bool { rows[place].isExplained }
    func subject(of place: Int) -> ReportBatch.Subject { subjects[Int(rows[place].subject)] }

    func key(_ place: Int) -> Observation.Key {
        let subject = subject(of: place)
        return Observation.Key(
            target: subject.target, unit: subject.unit, period: readings.period(at: place),
            disaggregation: readings.part(at: place))
    }

    /// What a finding about it is about.
    func about(_ place: Int) -> Finding.Subject {
        Finding.Subject(key(place), at: readings.submittedAt(at: place))
    }

    // MARK: What is taken

    /// Puts them into an order, and finds those that are said twice and those that contradict each other.
    mutating func settle(_ findings: inout FindingList) {
        order = rows.indices.map { Int32($0) }
        order.sort { a, b in
            let (one, other) = (rows[Int(a)].subject, rows[Int(b)].subject)
            return one == other ? readings.isBefore(Int(a), Int(b)) : one < other
        }
        isLater = Array(repeating: false, count: rows.count)
        var first = 0
        for next in order.indices.dropFirst() {
            let (a, b) = (Int(order[first]), Int(order[next]))
            if rows[a].subject == rows[b].subject, readings.isSameRevision(a, b) {
                compare(b, with: a, &findings)
            } else {
                first = next
            }
        }
    }

    private mutating func compare(_ place: Int, with first: Int, _ findings: inout FindingList) {
        isLater[place] = true
        if rows[place].basis == rows[first].basis, readings[place].agrees(with: readings[first]) {
            findings.add(.copy(of: line(first)), line: line(place))
            return
        }
        if contradicted.insert(first).inserted {
            findings.add(.conflict(with: line(place)), line: line(first), subject: about(first))
            findings.refuseLater(1)
        }
        findings.add(.conflict(with: line(first)), line: line(place), subject: about(place))
        findings.refuseLater(1)
    }

    func isTaken(_ place: Int) -> Bool { !isLater[place] && !contradicted.contains(place) }

    /// Whether it is looked at beside others: what is said twice is looked at once.
    func isFirst(_ place: Int) -> Bool { !isLater[place] }

    /// By the numbers of all that were looked at, whether it is taken.
    func takenNumbers(of looked: Int) -> [Bool] {
        var taken = Array(repeating: false, count: looked)
        for place in rows.indices where isTaken(place) { taken[Int(rows[place].number)] = true }
        return taken
    }

    /// Stretches of the order that are about one part of one subject, as one unit's figures over time.
    var series: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for next in order.indices.dropFirst() {
            let (a, b) = (Int(order[start]), Int(order[next]))
            guard rows[a].subject != rows[b].subject || !readings.isSamePart(a, b) else { continue }
            found.append(start..<next)
            start = next
        }
        return order.isEmpty ? [] : found + [start..<order.count]
    }
}

extension Observation {
    /// A note that says no more than that something was corrected explains nothing.
    fileprivate var isExplained: Bool {
        guard !note.isEmpty else { return false }
        let bare = ["更正", "订正", "修订", "修正", "补报", "补录", "无", "-", "correction", "corrected", "revision", "revised"]
        let words = FoldedText(note).text.lowercased()
        return !words.isEmpty && !bare.contains(words)
    }
}
