/// One figure that somebody reported, with everything needed to say where it came from. A row of the ledger: it is
/// never changed, only followed by a higher revision.
package struct Observation: Sendable, Hashable {
    package enum Basis: String, Sendable, CaseIterable {
        case actual
        /// Part of it has not happened yet (实际数+计划数).
        case actualPlusPlan = "actual_plus_plan"
        case estimate
    }

    /// What a figure is about.
    package struct Key: Sendable, Hashable {
        package let target: TargetID
        package let unit: UnitID
        package let period: Period
        /// A part of the figure, such as one industry; empty for the whole.
        package let disaggregation: String

        package init(target: TargetID, unit: UnitID, period: Period, disaggregation: String = "") {
            self.target = target
            self.unit = unit
            self.period = period
            self.disaggregation = disaggregation
        }
    }

    /// Where a figure was read.
    package struct Origin: Sendable, Hashable {
        package let file: String
        /// From 1, the header among them.
        package let line: Int
        /// Of the whole file, in hexadecimal.
        package let sha256: String

        package init(file: String, line: Int, sha256: String) {
            (self.file, self.line, self.sha256) = (file, line, sha256)
        }
    }

    package let key: Key
    package let form: Form
    /// Nil only in a retraction, or where a ratio is given by its parts alone.
    package let value: Quantity?
    /// The value as it was written: "130余".
    package let valueText: String
    package let numerator: Double?
    package let denominator: Double?
    package let basis: Basis
    /// From 1. The highest that was known counts.
    package let revision: Int
    package let submittedAt: Instant
    package let submittedBy: String
    package let approvedBy: String
    package let evidence: String
    package let note: String
    package let isRetraction: Bool
    package let origin: Origin

    package init(
        key: Key, form: Form, value: Quantity?, valueText: String, numerator: Double? = nil,
        denominator: Double? = nil, basis: Basis = .actual, revision: Int = 1, submittedAt: Instant,
        submittedBy: String = "", approvedBy: String = "", evidence: String = "", note: String = "",
        isRetraction: Bool = false, origin: Origin
    ) {
        self.key = key
        self.form = form
        self.value = value
        self.valueText = valueText
        self.numerator = numerator
        self.denominator = denominator
        self.basis = basis
        self.revision = revision
        self.submittedAt = submittedAt
        self.submittedBy = submittedBy
        self.approvedBy = approvedBy
        self.evidence = evidence
        self.note = note
        self.isRetraction = isRetraction
        self.origin = origin
    }

    /// Whether two rows say the same of the same thing, however they reached us.
    package func agrees(with other: Observation) -> Bool {
        key == other.key && form == other.form && value == other.value && numerator == other.numerator
            && denominator == other.denominator && basis == other.basis && isRetraction == other.isRetraction
    }
}
