import Foundation
import KPICore

/// A file that was put into the inbox.
struct Letter {
    let name: String
    let state: StatePath

    var path: String { "\(state.inbox)/\(name)" }

    /// Waits for the receipt; nil when there is none in time.
    func answer(within seconds: Int) -> Answer? {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            if let answer = answer { return answer }
            guard ContinuousClock.now < end else { return nil }
            Thread.sleep(forTimeInterval: 0.1)
        }
    }

    /// The receipt is written before the file moves beside it: only with both is kpid done.
    private var answer: Answer? {
        for (folder, isRefused) in [(state.accepted, false), (state.quarantine, true)] {
            let path = "\(folder)/\(name)"
            guard FileManager.default.fileExists(atPath: path),
                let text = FileManager.default.contents(atPath: path + ".receipt.json"),
                let receipt = try? JSONDecoder().decode(Answer.Receipt.self, from: text)
            else { continue }
            return Answer(path: path, isRefused: isRefused || receipt.rows.refused > 0, receipt: receipt)
        }
        return nil
    }
}
