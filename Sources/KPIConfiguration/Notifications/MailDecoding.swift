import Diagnostics
import KPICore

extension Shape where Value == MailSettings {
    static var mail: Shape {
        .mapping("a mail server") { mail in
            let host = mail.required("host", .text)
            let port = mail.optional("port", .integer.within(1...65_535))
            let encryption = mail.optional("encryption", .word(MailSettings.Encryption.self), default: .required)
            let login = mail.optional("login", .login)
            let from = mail.required("from", .sender)
            let connection = mail.optional("connection", .connection, default: ConnectionSettings())
            guard let host, let from else { return nil }
            return MailSettings(
                host: host, port: port, encryption: encryption, login: login, from: from, connection: connection)
        }
    }
}

extension Shape where Value == MailSettings.Login {
    fileprivate static var login: Shape {
        .mapping("a login") { login in
            let user = login.required("user", .text)
            let password = login.required("password", .secret)
            guard let user, let password else { return nil }
            return MailSettings.Login(user: user, password: password)
        }
    }
}

extension Shape where Value == MailAddress {
    /// `zhang@example.org`
    static var mailAddress: Shape {
        let wanted = "a mail address such as zhang@example.org"
        return Shape(wanted) { field in
            guard let text = Shape<String>.text.read(field) else { return nil }
            return MailAddress(text) ?? field.refuseType(wanted: wanted)
        }
    }

    /// The same, or `Our Office <kpid@example.org>`.
    fileprivate static var sender: Shape {
        let wanted = "a mail address such as kpid@example.org or Our Office <kpid@example.org>"
        return Shape(wanted) { field in
            guard let text = Shape<String>.text.read(field) else { return nil }
            guard text.hasSuffix(">"), let bracket = text.firstIndex(of: "<") else {
                return MailAddress(text) ?? field.refuseType(wanted: wanted)
            }
            let name = String(text[..<bracket]).trimmed
            return MailAddress(String(text[text.index(after: bracket)...].dropLast()), name: name)
                ?? field.refuseType(wanted: wanted)
        }
    }
}
