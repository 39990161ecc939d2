/// Reports that came together, such as all that a file brought, gathered so that they can be added to what is known at once.
package struct ReportBatch: Sendable {
    package struct Subject: Sendable, Hashable {
        package let target: TargetID
        package let unit: UnitID

        package init(target: TargetID, unit: UnitID) { (self.target, self.unit) = (target, unit) }
    }

    /// In the order in which they first came.
    package private(set) var subjects: [Subject] = []
    private var readings: [PackedReadings] = []
    private var places: [Subject: Int] = [:]
    private var last: Int?

    package init() {}

    package var isEmpty: Bool { subjects.isEmpty }

    package mutating func add(_ observation: Observation) { add(Reading(observation), of: observation.key) }

    package mutating func add(_ reading: Reading, of key: Observation.Key) {
        let place = place(of: key)
        readings[place].append(reading, on: key.period, part: key.disaggregation)
    }

    private mutating func place(of key: Observation.Key) -> Int {
        // Rows about the same mostly follow each other.
        if let last, subjects[last].unit == key.unit, subjects[last].target == key.target { return last }
        let subject = Subject(target: key.target, unit: key.unit)
        let place = places[subject] ?? subjects.count
        if place == subjects.count {
            places[subject] = place
            subjects.append(subject)
            readings.append(PackedReadings())
        }
        last = place
        return place
    }

    /// To be called when all have been added: what takes them in need not sort them then.
    package mutating func settle() {
        for place in readings.indices { readings[place].sort() }
    }

    package func readings(of subject: Int) -> PackedReadings { readings[subject] }

    /// Whether all that came on a target revises something.
    package var corrections: [TargetID: Bool] {
        var corrections: [TargetID: Bool] = [:]
        for (subject, readings) in zip(subjects, readings) {
            corrections[subject.target] =
                (corrections[subject.target] ?? true) && readings.rows.allSatisfy { $0.revision > 1 }
        }
        return corrections
    }
}
