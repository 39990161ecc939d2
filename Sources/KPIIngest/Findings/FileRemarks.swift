import Diagnostics
import KPICore

/// What can be wrong with a file as a whole.
extension Remark {
    static let noValueColumn = Remark.reject(
        .columnMissing, zh: "缺少“value”列（或“numerator”和“denominator”两列）：请在表头中加上它。",
        en: "the column 'value' is missing (or 'numerator' and 'denominator'): add it to the header.")

    static func unknownFolder(_ name: String) -> Remark {
        .reject(
            .unitUnknown, zh: "文件夹“\(excerpted(name))”不是报送单位的代码或名称：请改名，或放入正确的文件夹。",
            en: "the folder '\(excerpted(name))' is called like no unit: rename it, or use the right one.")
    }

    static func otherFormat(_ suffix: String) -> Remark {
        .reject(
            .fileType, zh: "“.\(excerpted(suffix))”文件不能读取：请另存为XLSX或CSV（UTF-8）后重新报送。",
            en:
                "files of type '.\(excerpted(suffix))' cannot be read: save it as XLSX or CSV (UTF-8) and send it again."
        )
    }

    static func tooLarge(_ bytes: Int, _ limit: Int) -> Remark {
        .reject(
            .fileSize, zh: "文件有\(bytes)字节，超过上限\(limit)：请拆分后重新报送。",
            en: "the file has \(bytes) bytes, more than the limit of \(limit): split it and send it again.")
    }

    static func decoded(_ encoding: TextEncoding) -> Remark {
        .note(
            .encoding, zh: "文件按\(encoding.rawValue)编码读取。", en: "the file was read as \(encoding.rawValue).")
    }

    static func unknownRegister(_ register: RegisterID, among known: [RegisterID]) -> Remark {
        let near = Suggestion.nearest(to: register.text, in: known.map(\.text))
        let list = known.map(\.text).joined(separator: ", ")
        return .reject(
            .registerUnknown,
            zh: "没有名为“\(excerpted(register.text))”的台账。" + (near.map { "是不是“\($0)”？" } ?? "现有：\(list)。"),
            en: "there is no register '\(excerpted(register.text))'. "
                + (near.map { "Did you mean '\($0)'?" } ?? "There are: \(list)."))
    }

    init(_ flaw: TextDecoding.Flaw) {
        switch flaw {
        case .damagedUTF8:
            self = .reject(
                .encoding, zh: "文件的UTF-8编码已损坏，首处在本行：请重新另存为CSV（UTF-8）后报送。",
                en: "the file's UTF-8 is damaged, first on this line: save it as CSV (UTF-8) again and send it.")
        case .unknownEncoding:
            self = .reject(
                .encoding, zh: "文件不是UTF-8、GB18030或UTF-16编码：请另存为CSV（UTF-8）后重新报送。",
                en: "the file is not in UTF-8, GB18030 or UTF-16: save it as CSV (UTF-8) and send it again.")
        case .nul:
            self = .reject(
                .nul, zh: "文件含空字符（NUL），不是文本：请另存为CSV（UTF-8）后重新报送。",
                en: "the file holds NUL characters and is not text: save it as CSV (UTF-8) and send it again.")
        case .notText(let kind):
            self = .reject(
                .fileType, zh: "文件内容是\(kind)而不是CSV：请用表格软件另存为CSV（UTF-8）后重新报送。",
                en: "what is in the file is \(kind) and not CSV: save it as CSV (UTF-8) and send it again.")
        }
    }
}

extension TextDecoding.Flaw {
    var line: Int? {
        switch self {
        case .damagedUTF8(let line), .unknownEncoding(let line), .nul(let line): line
        case .notText: nil
        }
    }
}
