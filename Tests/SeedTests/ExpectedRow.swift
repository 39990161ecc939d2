import KPICore

/// A row of the expected assessment: cells by the names of their columns.
struct ExpectedRow: CustomStringConvertible, Sendable {
    private let cells: [String: String]

    static func all() throws -> [ExpectedRow] {
        let lines = try Repository.text("Tests/Fixtures/seed/expected/assessment-2021-07-10.csv").split(separator: "\n")
        let names = lines[0].split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return ExpectedRow(cells: Dictionary(uniqueKeysWithValues: zip(names, values)))
        }
    }

    subscript(name: String) -> String { cells[name] ?? "" }

    var target: TargetID { TargetID(self["target"]) }
    var description: String { "\(target) \(self["unit"])" }

    /// `48/53=0.905660` has its parts before the value.
    var value: Double? { self["value"].split(separator: "=").last.flatMap { Double($0) } }

    var parts: [Double]? {
        let sides = self["value"].split(separator: "=")
        return sides.count == 2 ? sides[0].split(separator: "/").compactMap { Double($0) } : nil
    }

    /// Whether a number is what a column says, after the column's rounding; an empty cell is nil.
    func agrees(_ name: String, _ number: Double?, digits: Int = 6) -> Bool {
        guard let expected = Double(self[name]) else { return self[name].isEmpty && number == nil }
        var half = 0.5
        for _ in 0..<digits { half /= 10 }
        return number.map { abs($0 - expected) <= half + 1e-9 } ?? false
    }
}
