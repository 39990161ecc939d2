/// Many readings, packed: each in forty bytes, what only few of them have in columns beside.
package struct PackedReadings: Sendable {
    /// Bounds and parts of a figure that is more than one number.
    private struct Numbers: Sendable {
        let upper: MaybeNumber
        let numerator: MaybeNumber
        let denominator: MaybeNumber
    }

    private(set) var rows: [PackedReading] = []
    private var numbers: [Numbers] = []
    /// The names of parts, from 1 on.
    private var parts: [String] = []
    private var partsByName: [String: Int32] = [:]

    package init() {}

    package var count: Int { rows.count }

    /// - Precondition: the revision is at most 2^31 - 1, as every revision of the ledger is.
    package mutating func append(_ reading: Reading, on period: Period, part: String) {
        rows.append(pack(reading, on: period, part: part))
    }

    mutating func insert(_ reading: Reading, on period: Period, part: String, at place: Int) {
        rows.insert(pack(reading, on: period, part: part), at: place)
    }

    private mutating func pack(_ reading: Reading, on period: Period, part: String) -> PackedReading {
        var beside: Int32 = -1
        if reading.value.map({ !$0.isExact }) ?? false || reading.numerator != nil || reading.denominator != nil {
            beside = Int32(numbers.count)
            numbers.append(
                Numbers(
                    upper: MaybeNumber(reading.value?.upper), numerator: MaybeNumber(reading.numerator),
                    denominator: MaybeNumber(reading.denominator)))
        }
        return PackedReading(reading, on: period, part: index(of: part), beside: beside)
    }

    private mutating func index(of part: String) -> Int32 {
        guard !part.isEmpty else { return 0 }
        if let known = partsByName[part] { return known }
        parts.append(part)
        partsByName[part] = Int32(parts.count)
        return Int32(parts.count)
    }

    // MARK: What they say

    package subscript(place: Int) -> Reading {
        let row = rows[place]
        let beside = row.beside < 0 ? nil : numbers[Int(row.beside)]
        let upper = beside.map(\.upper) ?? row.lower
        return Reading(
            revision: row.revision, submittedAt: row.submittedAt, form: row.form,
            value: row.lower.isKnown || upper.isKnown ? Quantity(lower: row.lower.number, upper: upper.number) : nil,
            numerator: beside?.numerator.number, denominator: beside?.denominator.number,
            isRetraction: row.isRetraction, isPlanned: row.isPlanned)
    }

    package func period(at place: Int) -> Period { rows[place].period }

    /// Empty for the whole.
    package func part(at place: Int) -> String { name(rows[place].part) }

    package func submittedAt(at place: Int) -> Instant { rows[place].submittedAt }

    package func isCorrection(at place: Int) -> Bool { rows[place].revision > 1 }

    private func name(_ part: Int32) -> String { part == 0 ? "" : parts[Int(part) - 1] }

    // MARK: Their order

    /// By period, part and revision; then by the moment of submission.
    func isBefore(_ a: PackedReading, _ b: PackedReading) -> Bool {
        a.isOfSameKey(as: b) ? (a.revision, a.submittedAt) < (b.revision, b.submittedAt) : isKeyBefore(a, b)
    }

    private func isKeyBefore(_ a: PackedReading, _ b: PackedReading) -> Bool {
        a.period == b.period ? name(a.part) < name(b.part) : a.period < b.period
    }

    /// Whether what stands at one place is to stand before what stands at another: by part and period, then by revision,
    /// then as they stand now.
    package func isBefore(_ a: Int, _ b: Int) -> Bool {
        let (one, other) = (rows[a], rows[b])
        if one.part != other.part { return one.part < other.part }
        if one.period != other.period { return one.period < other.period }
        return (one.revision, a) < (other.revision, b)
    }

    package func isSamePart(_ a: Int, _ b: Int) -> Bool { rows[a].part == rows[b].part }

    /// Whether two are the same revision of the same.
    package func isSameRevision(_ a: Int, _ b: Int) -> Bool {
        rows[a].isOfSameKey(as: rows[b]) && rows[a].revision == rows[b].revision
    }

    /// The first place that is not before a key.
    func place(of period: Period, part: String) -> Int {
        rows.partitioningIndex { row in
            row.period == period ? name(row.part) >= part : period < row.period
        }
    }

    /// Brings them into their order; those that are equal in it stay as they were.
    package mutating func sort() {
        let isSorted = zip(rows, rows.dropFirst()).allSatisfy { !isBefore($1, $0) }
        if !isSorted { rows = rows.sorted(by: isBefore) }
    }

    /// Takes others in, both in their order; of equal ones those that were here come first.
    mutating func merge(_ others: PackedReadings) {
        guard !rows.isEmpty else {
            self = others
            return
        }
        let renamed = others.rows.map { row in
            var row = row
            if row.part > 0 { row.part = index(of: others.name(row.part)) }
            if row.beside >= 0 { row.beside += Int32(numbers.count) }
            return row
        }
        numbers += others.numbers
        guard let last = rows.last, let first = renamed.first, isBefore(first, last) else {
            rows += renamed
            return
        }
        var merged: [PackedReading] = []
        merged.reserveCapacity(rows.count + renamed.count)
        var place = 0
        for row in renamed {
            while place < rows.count, !isBefore(row, rows[place]) {
                merged.append(rows[place])
                place += 1
            }
            merged.append(row)
        }
        rows = merged + rows[place...]
    }
}
