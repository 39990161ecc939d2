package import KPICore

/// A finding before it is known where it stands: whoever reads a cell need not know the line.
package struct Remark: Sendable, Hashable {
    package let code: FindingCode
    package let action: Finding.Action
    package let message: Label

    package init(_ code: FindingCode, _ action: Finding.Action, zh: String, en: String) {
        self.code = code
        self.action = action
        message = Label(zh: zh, en: en)
    }

    package static func note(_ code: FindingCode, zh: String, en: String) -> Remark {
        Remark(code, .note, zh: zh, en: en)
    }

    package static func doubt(_ code: FindingCode, zh: String, en: String) -> Remark {
        Remark(code, .doubt, zh: zh, en: en)
    }

    package static func reject(_ code: FindingCode, zh: String, en: String) -> Remark {
        Remark(code, .reject, zh: zh, en: en)
    }
}
