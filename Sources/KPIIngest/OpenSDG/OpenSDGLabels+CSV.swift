extension OpenSDGLabels {
    /// From a file with the columns `key` and `label`; a row without one of them says nothing.
    package init(csv bytes: [UInt8]) {
        var reader = CSVReader(Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]))
        var record = reader.makeRecord()
        var labels: [String: String] = [:]
        guard reader.next(into: &record), let key = record.texts.firstIndex(of: "key"),
            let label = record.texts.firstIndex(of: "label")
        else {
            self.init()
            return
        }
        while reader.next(into: &record) {
            guard !record[key].isEmpty, !record[label].isEmpty else { continue }
            labels[record[key]] = record[label]
        }
        self.init(labels)
    }
}
