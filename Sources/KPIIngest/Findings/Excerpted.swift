/// A text from a file, short enough for a message and without line breaks.
func excerpted(_ text: String) -> String {
    let shown = text.prefix(40).map { $0.isNewline ? "⏎" : $0 }
    return String(shown) + (text.count > 40 ? "…" : "")
}
