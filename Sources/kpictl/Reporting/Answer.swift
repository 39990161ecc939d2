import KPICore

/// What kpid made of a file.
struct Answer {
    /// As much of a receipt as is told.
    struct Receipt: Decodable {
        struct Rows: Decodable {
            let accepted: Int
            let repeated: Int
            let refused: Int
        }

        struct Finding: Decodable {
            let line: Int?
            let code: String
            let action: String
            let message: Label
        }

        let rows: Rows
        let findings: [Finding]
    }

    /// Where the file is now.
    let path: String
    let isRefused: Bool
    let receipt: Receipt
}
