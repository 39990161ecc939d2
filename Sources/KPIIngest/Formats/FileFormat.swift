/// What a file holds, by the ending of its name.
enum FileFormat: Sendable {
    case text, json, jsonLines, yaml, workbook

    init?(suffix: String) {
        switch suffix {
        case "csv", "tsv", "txt": self = .text
        case "json": self = .json
        case "ndjson", "jsonl": self = .jsonLines
        case "yaml", "yml": self = .yaml
        // Others than the first two are told as what they are.
        case "xlsx", "xlsm", "xls", "xlsb", "ods": self = .workbook
        default: return nil
        }
    }
}
