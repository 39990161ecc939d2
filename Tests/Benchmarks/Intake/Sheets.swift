import Foundation
import KPICore

/// The same figures as a report, and as rows that `sqlite3` imports into the ledger's own table.
struct Sheets {
    let report: String
    let rows: String

    init(_ office: Office, in folder: String) throws {
        report = folder + "/visits.csv"
        rows = folder + "/rows.csv"
        var report = try Output(self.report)
        var rows = try Output(self.rows)
        report.write(
            "indicator,unit,period,form,value,numerator,denominator,measure_unit,basis,revision,submitted_at,"
                + "submitted_by,approved_by,evidence,note\r\n")
        let first = Office.date("2021-01-01")
        var id = 0
        for day in 0..<office.days {
            let date = first.adding(days: day)
            let next = date.adding(days: 1)
            for unit in 0..<office.units {
                id += 1
                let value = 100 + (unit &* 31 &+ day &* 17) % 40
                let (hour, minute) = (unit / 60 % 24, unit % 60)
                let time = "\(next)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
                report.write(
                    "service.visits,unit-\(unit),\(date),delta,\(value),,,visits,actual,1,\(time)Z,clerk,head,,\r\n")
                rows.write(
                    "\(id),1,\(id + 1),service.visits,unit-\(unit),\(date),,1,delta,1,\(value),\(value),\(value),0,0,"
                        + "actual,\(time).000Z,clerk,head,,,0\r\n")
            }
        }
        try report.close()
        try rows.close()
    }

    /// A file that is written piece by piece: what is measured is the reading.
    private struct Output {
        private let handle: FileHandle
        private var buffer: [UInt8] = []

        init(_ path: String) throws {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        }

        mutating func write(_ text: String) {
            buffer.append(contentsOf: text.utf8)
            if buffer.count > 1 << 20 { flush() }
        }

        private mutating func flush() {
            handle.write(Data(buffer))
            buffer.removeAll(keepingCapacity: true)
        }

        mutating func close() throws {
            flush()
            try handle.close()
        }
    }
}
