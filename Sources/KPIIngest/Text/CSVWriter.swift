/// Writes comma-separated values that a spreadsheet opens without running anything in them.
package enum CSVWriter {
    /// One record with its line break. A text that a spreadsheet would take for a formula gets an apostrophe in front.
    package static func record(_ fields: [String]) -> String {
        guard fields != [""] else { return "\"\"\r\n" }  // an empty line would be no record at all
        return fields.map { quoted(guarded($0)) }.joined(separator: ",") + "\r\n"
    }

    /// The same for a text that is read again by kpid alone: nothing is put in front of anything.
    static func plain(_ fields: [String]) -> String {
        fields == [""] ? "\"\"\r\n" : fields.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return field }
        var text = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { text.unicodeScalars.append("\"") }
            text.unicodeScalars.append(scalar)
        }
        return text + "\""
    }

    private static func guarded(_ field: String) -> String {
        FormulaCell.isFormula(field) ? "'" + field : field
    }
}
