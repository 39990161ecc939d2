import KPICore
import KPIStore

/// Finds what a file brought and what of it still counts.
struct StandingFigures {
    private let intakes: [RecordedIntake]
    private let observations: [Observation]

    init(_ ledger: Ledger) throws(LedgerError) {
        observations = try ledger.observations()
        intakes = try ledger.load(registers: []).intakes
    }

    /// - Parameter text: the file's name, or the beginning of its sha256, at least six digits of it.
    func brought(by text: String) throws -> [Observation] {
        let intakes = self.intakes.filter { intake in
            intake.file == text || text.count >= 6 && intake.sha256.hasPrefix(text.lowercased())
        }
        let contents = Set(intakes.map(\.sha256))
        guard let latest = intakes.last else {
            throw Failure(.notFound, zh: "没有收到过文件“\(text)”。", en: "no file '\(text)' was ever taken.")
        }
        guard contents.count == 1 else {
            let list = intakes.map { "\n  \($0.sha256.prefix(12)) \($0.file)" }.joined()
            throw Failure(
                .usage, zh: "“\(text)”收到过不同内容的几份，请用sha256指明：\(list)",
                en: "there were several files '\(text)'; name one by its sha256:\(list)")
        }
        guard latest.kind == .reports else {
            throw Failure(
                .usage, zh: "“\(text)”不是报表：台账请重新上传正确的一份。",
                en: "'\(text)' is no report: upload a register again as it should be.")
        }
        let standing = self.standing.filter { $0.origin.sha256 == latest.sha256 && !$0.isRetraction }
        guard !standing.isEmpty else {
            throw Failure(
                .notFound, zh: "“\(text)”报送的数据都已被更正或撤回。",
                en: "all that '\(text)' brought was corrected or taken back since.")
        }
        return standing
    }

    /// The highest revision of each figure, in the order in which they came.
    private var standing: [Observation] {
        var highest: [Observation.Key: Int] = [:]
        for observation in observations {
            highest[observation.key] = max(highest[observation.key] ?? 0, observation.revision)
        }
        return observations.filter { highest[$0.key] == $0.revision }
    }
}
