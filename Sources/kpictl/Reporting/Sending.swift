import Foundation
import KPICore

/// Puts a file into kpid's inbox and tells what became of it.
struct Sending {
    let state: StatePath
    let language: Language
    /// In seconds; the file stays with kpid whether its receipt comes in time or not.
    let patience: Int

    /// - Parameters:
    ///   - done: the words for a file that brought something new.
    ///   - known: the words for one that brought nothing that was not known.
    func send(_ text: String, done: Label, known: Label) throws {
        let letter = try Inbox(state).drop(text)
        guard case .running = state.life(at: Instant(Date())) else {
            return print(
                language == .zh
                    ? "已放入收件箱：\(letter.path)。kpid 没有运行，下次运行时处理。"
                    : "\(letter.path) lies in the inbox. kpid is not running and will take it when it runs.")
        }
        guard let answer = letter.answer(within: patience) else {
            throw Failure(
                .timeout, zh: "\(patience) 秒内没有回执：\(letter.path) 仍由 kpid 处理，可用 kpictl status 查看结果。",
                en: "no receipt within \(patience) seconds: \(letter.path) is still with kpid; see kpictl status.")
        }
        for finding in answer.receipt.findings {
            StandardError.write("\(finding.message[language]) [\(finding.code)]")
        }
        guard !answer.isRefused else {
            throw Failure(
                .refused, zh: "报送被拒绝：\(answer.path)，改正后重新报送。",
                en: "the report was refused: \(answer.path); correct it and send it again.")
        }
        print((answer.receipt.rows.accepted > 0 ? done : known)[language])
    }
}
