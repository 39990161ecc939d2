import KPICore
import KPIIngest

/// Attendances of emergency departments in England as they were published, and what was reckoned from them.
struct EmergencyData {
    /// All departments of one organisation in one month.
    struct Figure {
        var attendances = 0
        var breaches = 0
    }

    /// By organisation, then by month.
    private(set) var figures: [String: [Period: Figure]] = [:]

    struct Check {
        let month: Period
        let orgs: Int
        let pooledRate: Double
        let meeting95: Int
    }

    static let data = SharedData.emergency
    static let window = (first: "2016-04-01", last: "2019-03-31")

    init() throws {
        for row in try Self.rows("ae_attendances.csv") {
            guard let month = Period(String(row[0].prefix(7))), let came = Int(row[3]), let late = Int(row[4]) else {
                throw Organisation.NotLoaded(told: "\(row)")
            }
            figures[row[1], default: [:]][month, default: Figure()].attendances += came
            figures[row[1], default: [:]][month, default: Figure()].breaches += late
        }
    }

    static func checks() throws -> [Check] {
        try rows("check.csv").map { row in
            guard let month = Period(row[0]), let orgs = Int(row[2]), let rate = Double(row[6]), let met = Int(row[10])
            else { throw Organisation.NotLoaded(told: "\(row)") }
            return Check(month: month, orgs: orgs, pooledRate: rate, meeting95: met)
        }
    }

    private static func rows(_ file: String) throws -> [[String]] {
        var reader = CSVReader(try TextDecoding.decode(data.bytes(file)).bytes)
        var record = reader.makeRecord()
        _ = reader.next(into: &record)
        var rows: [[String]] = []
        while reader.next(into: &record) { rows.append(record.texts) }
        return rows
    }

    var organisations: [String] { figures.keys.sorted() }

    /// Months within an organisation's life on which nothing was published.
    var gaps: [(organisation: String, month: Period)] {
        organisations.flatMap { name in
            let months = figures[name] ?? [:]
            guard let first = months.keys.min(), let last = months.keys.max() else { return [(String, Period)]() }
            return sequence(first: first) { $0 < last ? $0.next : nil }.filter { months[$0] == nil }.map { (name, $0) }
        }.map { (organisation: $0.0, month: $0.1) }
    }
}
