import KPICore

/// Why a command could not do what it was asked to: one sentence, with the way out.
struct Failure: Error {
    let ending: Ending
    let message: Label

    init(_ ending: Ending, zh: String, en: String) {
        self.ending = ending
        message = Label(zh: zh, en: en)
    }

    func tell(in language: Language) {
        StandardError.write("kpictl: \(message[language])")
    }
}
