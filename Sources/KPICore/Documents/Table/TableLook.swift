/// How a status is shown: for whom, how wide, and with which means.
package struct TableLook: Sendable, Hashable {
    /// Narrower than this, figures stand on a line of their own below the name.
    static let narrow = 60
    /// No terminal is taken to be narrower.
    static let least = 40

    package let language: Language
    /// Columns of the terminal. Nothing that can be cut or wrapped goes beyond it.
    package let width: Int
    package let colour: Bool
    /// Whether symbols and bars may use signs beyond ASCII. Labels are shown as they are written.
    package let unicode: Bool
    /// With it, moments tell how long ago they were beside what the clock showed; without it, the clock alone.
    package let now: Instant?

    package init(
        language: Language, width: Int = 80, colour: Bool = false, unicode: Bool = true, now: Instant? = nil
    ) {
        self.language = language
        self.width = max(Self.least, width)
        self.colour = colour
        self.unicode = unicode
        self.now = now
    }

    /// The same sentence in the reader's language.
    func say(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }

    /// A sign, and what stands for it in ASCII.
    func sign(_ unicode: String, _ ascii: String) -> String {
        self.unicode ? unicode : ascii
    }

    /// Between items of one sort.
    var comma: String { say("、", ", ") }
    /// Between facts on one line.
    var dot: String { sign(" · ", " | ") }
    /// What is not known, and so is not 0.
    var unknown: String { sign("–", "-") }

    func percent(_ share: Double, digits: Int = 1) -> String {
        Decimal.text(share * 100, digits: digits) + "%"
    }
}
